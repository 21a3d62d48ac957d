package studio.timbre.cli;

/** Spans of time in words. */
final class Durations {
  private Durations() {}

  /** As "40 s", "12 min", "3 h 20 min". */
  static String inWords(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 90) {
      return whole + " s";
    }
    long minutes = Math.round(seconds / 60);
    return minutes < 90 ? minutes + " min" : "%d h %d min".formatted(minutes / 60, minutes % 60);
  }
}
