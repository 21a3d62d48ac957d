package studio.timbre.app;

import java.util.List;
import java.util.function.BiFunction;
import studio.timbre.model.voice.VoiceBreach;

/** Why a place of an answer is marked, in the words of a language. */
public final class VoiceReason {
  private static final String BREACH = "voice.breach.";

  private VoiceReason() {}

  /** In English, as the command line speaks. */
  public static String english(VoiceBreach breach) {
    return of(breach, (key, arguments) -> EnglishTexts.get(key, List.of(arguments)));
  }

  /**
   * One short sentence.
   *
   * @param texts the text of a key, with its arguments filled in
   */
  public static String of(VoiceBreach breach, BiFunction<String, Object[], String> texts) {
    String key = BREACH + breach.kind().key();
    String found = breach.found();
    String wanted = breach.wanted();
    return switch (breach.kind()) {
      case GREETING, SIGN_OFF ->
          texts.apply(wanted.isEmpty() ? key + ".none" : key, new Object[] {found, wanted});
      case SPEAKER ->
          texts.apply(
              key, new Object[] {found, texts.apply("voice.person." + wanted, new Object[0])});
      case FORMALITY -> texts.apply(key + "." + wanted, new Object[] {found});
      case EMOJI ->
          texts.apply(isNumber(found) ? key : key + ".other", new Object[] {found, wanted});
      case PUNCTUATION -> texts.apply("voice.sign." + found, new Object[0]);
      default -> texts.apply(key, new Object[] {found, wanted});
    };
  }

  private static boolean isNumber(String found) {
    return !found.isEmpty() && found.chars().allMatch(Character::isDigit);
  }
}
