package studio.timbre.tokens.jinja;

/** What one rendering may use up, so that no template can run for ever or fill the memory. */
final class Budget {

  private static final long STEPS = 20_000_000;
  private static final long LONGEST_TEXT = 32L << 20;
  private static final long TEXT = 512L << 20;
  private static final int DEEPEST = 100;

  private long steps;
  private long text;
  private int depth;

  void step() {
    steps(1);
  }

  void steps(long count) {
    steps += count;
    if (steps > STEPS) {
      throw new JinjaException("the template takes too many steps");
    }
  }

  /** A text or list of this length is about to be made. */
  void make(long length) {
    text += length;
    if (length > LONGEST_TEXT || text > TEXT) {
      throw new JinjaException("the template writes too much");
    }
  }

  /** A macro or a recursive loop begins. */
  void enter() {
    if (++depth > DEEPEST) {
      throw new JinjaException("macros call each other too deep");
    }
  }

  void leave() {
    depth--;
  }
}
