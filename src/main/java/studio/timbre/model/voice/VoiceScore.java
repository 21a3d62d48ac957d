package studio.timbre.model.voice;

import java.util.List;

/**
 * How well an answer keeps the guide.
 *
 * @param points from 0 to 100
 * @param breaches what took points off, in the order of the text
 */
public record VoiceScore(int points, List<VoiceBreach> breaches) {
  /** Of an answer that keeps every rule. */
  public static final int FULL = 100;

  public VoiceScore {
    breaches = List.copyOf(breaches);
  }
}
