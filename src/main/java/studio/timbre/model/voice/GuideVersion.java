package studio.timbre.model.voice;

import java.time.Instant;

/**
 * A guide as it was at some time.
 *
 * @param id greater than those before it
 * @param who changed it
 */
public record GuideVersion(long id, Instant time, String who, Origin origin, VoiceGuide guide) {
  /** How it came to be. */
  public enum Origin {
    /** Started by Timbre from approved examples. */
    LEARNED,
    /** Changed by a person. */
    WRITTEN,
    /** Gone back to. */
    RESTORED,
    /** Read from a file. */
    IMPORTED
  }
}
