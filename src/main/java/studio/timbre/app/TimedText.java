package studio.timbre.app;

/** A text that can be read for a limited time: a regular expression may otherwise take longer than anybody lives. */
final class TimedText implements CharSequence {
  private static final long LIMIT_NANOS = 1_000_000_000L;
  private static final int LOOKS_AT_CLOCK_EVERY = 4096;

  /** The time is up. */
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final String text;
  private final long end;
  private int reads;

  TimedText(String text) {
    this.text = text;
    this.end = System.nanoTime() + LIMIT_NANOS;
  }

  @Override
  public char charAt(int index) {
    if (++reads % LOOKS_AT_CLOCK_EVERY == 0 && System.nanoTime() - end > 0) {
      throw new TooLong();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int from, int to) {
    return text.substring(from, to);
  }

  @Override
  public String toString() {
    return text;
  }
}
