package studio.timbre.app;

import java.util.function.BooleanSupplier;
import studio.timbre.model.Progress;

/** Whether a project is to be closed: work that takes long is called off then as if whoever asked for it had cancelled it. */
final class Leaving {
  private volatile boolean begun;

  void begin() {
    begun = true;
  }

  boolean hasBegun() {
    return begun;
  }

  /** The same, and cancelled too once the project is to be closed. */
  Progress with(Progress progress) {
    return new UntilThen(progress, () -> begun || progress.isCancelled());
  }

  private record UntilThen(Progress told, BooleanSupplier cancelled) implements Progress {
    @Override
    public void report(long done, long total) {
      told.report(done, total);
    }

    @Override
    public boolean isCancelled() {
      return cancelled.getAsBoolean();
    }
  }
}
