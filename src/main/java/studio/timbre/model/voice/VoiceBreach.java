package studio.timbre.model.voice;

/**
 * Where an answer leaves the voice.
 *
 * @param kind of the rule that is not kept
 * @param start in chars of the answer
 * @param end behind the last char; where something is missing, these are the words beside which it is missed
 * @param points taken off the score; 0 where the rule has taken all that it may
 * @param found what stands there: words, or a whole number
 * @param wanted what the guide asks for: words, a whole number, or empty
 */
public record VoiceBreach(
    VoiceKind kind, int start, int end, int points, String found, String wanted) {

  /** The same, taking off something else. */
  public VoiceBreach withPoints(int newPoints) {
    return new VoiceBreach(kind, start, end, newPoints, found, wanted);
  }
}
