package studio.timbre.voice;

/**
 * Where an answer leaves the voice.
 *
 * @param start in chars of the answer
 * @param end behind the last char; the same as the start where something is missing there
 * @param points taken off the score
 */
public record Breach(Rule rule, int start, int end, int points) {
  /** Which rule is not kept. */
  public enum Rule {
    BANNED_WORD,
    GREETING_MISSING,
    SIGN_OFF_MISSING,
    TOO_MANY_EMOJI,
    TOO_MANY_EXCLAMATIONS,
    SENTENCE_TOO_LONG,
    OTHER_PRONOUN
  }
}
