package studio.timbre.tokens.jinja;

import java.util.function.Supplier;

/** What one rendering may use up, so that no template can run for ever or fill the memory. Counted for the rendering under way. */
final class Budget {

  private static final ScopedValue<Budget> CURRENT = ScopedValue.newInstance();

  private static final long STEPS = 20_000_000;
  private static final long LONGEST_TEXT = 32L << 20;
  private static final long TEXT = 512L << 20;
  private static final int DEEPEST = 100;

  private long steps;
  private long text;
  private int depth;

  private Budget() {}

  /** Does the work with a budget of its own. */
  static <T> T spend(Supplier<T> work) {
    return ScopedValue.where(CURRENT, new Budget()).call(work::get);
  }

  /** One small thing is about to be done. */
  static void step() {
    steps(1);
  }

  static void steps(long count) {
    Budget budget = CURRENT.get();
    budget.steps += count;
    if (budget.steps > STEPS) {
      throw new JinjaException("the template takes too many steps");
    }
  }

  /** A text or list of this length is about to be made. */
  static void make(long length) {
    Budget budget = CURRENT.get();
    budget.text += length;
    if (length > LONGEST_TEXT || budget.text > TEXT) {
      throw new JinjaException("the template writes too much");
    }
  }

  /** A text of {@code length} is about to get longer. */
  static void grow(long length, long more) {
    make(more);
    if (length + more > LONGEST_TEXT) {
      throw new JinjaException("the template writes too much");
    }
  }

  /** A macro or a recursive loop begins. */
  static void enter() {
    if (++CURRENT.get().depth > DEEPEST) {
      throw new JinjaException("macros call each other too deep");
    }
  }

  static void leave() {
    CURRENT.get().depth--;
  }
}
