package studio.timbre.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import studio.timbre.voice.VoiceRules.Pronoun;

/** Learns the rules of a voice from answers that were approved: what nearly all of them keep is a rule. */
public final class VoiceLearner {
  /** From fewer nothing is learned. */
  private static final int FEWEST = 8;

  /** What more of them do than this is how we sound. */
  private static final double MOST = 0.6;

  /** What fewer of them go beyond than this is beyond our voice. */
  private static final double KEPT_BY = 0.95;

  private VoiceLearner() {}

  /** Words that we say and never say are for people to name: they are left empty. */
  public static VoiceRules from(List<String> approved) {
    if (approved.size() < FEWEST) {
      return VoiceRules.NONE;
    }
    return new VoiceRules(
        Set.of(),
        Set.of(),
        usual(approved, answer -> Optional.of(Traits.greeting(answer))),
        usual(approved, answer -> Optional.of(Traits.signOff(answer))),
        OptionalInt.of(most(approved, answer -> Traits.emoji(answer).size())),
        OptionalInt.of(most(approved, answer -> Traits.exclamations(answer).size())),
        longestUsual(approved),
        speaker(approved));
  }

  private static Optional<String> usual(
      List<String> answers, Function<String, Optional<String>> trait) {
    Map<String, Integer> counts = new HashMap<>();
    for (var answer : answers) {
      trait
          .apply(answer)
          .filter(word -> !word.isEmpty())
          .ifPresent(word -> counts.merge(word, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= MOST * answers.size())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static int most(List<String> answers, ToIntFunction<String> count) {
    return kept(answers.stream().mapToInt(count).toArray());
  }

  /** In words, over all sentences. */
  private static OptionalInt longestUsual(List<String> answers) {
    var lengths = new ArrayList<Integer>();
    answers.forEach(
        answer -> Traits.sentences(answer).forEach(sentence -> lengths.add(sentence.words())));
    return lengths.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(kept(lengths.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** The value that nearly all of them keep within. */
  private static int kept(int... values) {
    Arrays.sort(values);
    return values[(int) Math.ceil(KEPT_BY * values.length) - 1];
  }

  private static Optional<Pronoun> speaker(List<String> answers) {
    var speakers = answers.stream().flatMap(answer -> Traits.pronoun(answer).stream()).toList();
    for (var pronoun : Pronoun.values()) {
      long count = speakers.stream().filter(pronoun::equals).count();
      if (count >= FEWEST && count >= KEPT_BY * speakers.size()) {
        return Optional.of(pronoun);
      }
    }
    return Optional.empty();
  }
}
