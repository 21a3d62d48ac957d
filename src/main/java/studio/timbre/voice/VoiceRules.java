package studio.timbre.voice;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How a brand sounds, in rules that people can read and change.
 *
 * @param favourites words we say; they are no duty
 * @param banned words we never say
 * @param greeting with which answers begin, as {@code Ahoy}
 * @param signOff with which answers end
 * @param mostEmoji in an answer
 * @param mostExclamations in an answer
 * @param mostWordsInSentence of a sentence that is still ours
 * @param pronoun who speaks
 */
public record VoiceRules(
    Set<String> favourites,
    Set<String> banned,
    Optional<String> greeting,
    Optional<String> signOff,
    OptionalInt mostEmoji,
    OptionalInt mostExclamations,
    OptionalInt mostWordsInSentence,
    Optional<Pronoun> pronoun) {
  /** Nothing is asked for. */
  public static final VoiceRules NONE =
      new VoiceRules(
          Set.of(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty());

  /** Who speaks in our answers. */
  public enum Pronoun {
    WE,
    I
  }

  public VoiceRules {
    favourites = Set.copyOf(favourites);
    banned = Set.copyOf(banned);
  }

  /** With other words that we never say. */
  public VoiceRules withBanned(Set<String> words) {
    return new VoiceRules(
        favourites,
        words,
        greeting,
        signOff,
        mostEmoji,
        mostExclamations,
        mostWordsInSentence,
        pronoun);
  }
}
