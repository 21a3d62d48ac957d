package studio.timbre.cli;

import studio.timbre.model.Progress;

/** Shows progress, at most once for each percent (or each 10 million units, where the whole is not known). */
final class ProgressLine implements Progress {
  private static final long UNKNOWN_PACE = 10_000_000;

  private final Output output;
  private final String what;
  private long shown = -1;

  ProgressLine(Output output, String what) {
    this.output = output;
    this.what = what;
  }

  @Override
  public void report(long done, long total) {
    long mark = total > 0 ? done * 100 / total : done / UNKNOWN_PACE;
    if (mark == shown) {
      return;
    }
    shown = mark;
    output.object(
        new JsonFields()
            .with("type", "progress")
            .with("done", done)
            .with("total", total < 0 ? null : total));
    output.rewrite(
        total > 0
            ? "%s: %d %% of %s".formatted(what, mark, Numbers.bytes(total))
            : "%s: %s".formatted(what, Numbers.bytes(done)));
  }
}
