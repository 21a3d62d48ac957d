package studio.timbre.model.voice;

import java.util.Locale;

/** How much a breach of a rule takes off the score of an answer. */
public enum VoiceWeight {
  LIGHT(4),
  MEDIUM(10),
  STRONG(25);

  private final int points;

  VoiceWeight(int points) {
    this.points = points;
  }

  /** Of 100. */
  public int points() {
    return points;
  }

  /** As {@code light}: in files, and the end of message keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
