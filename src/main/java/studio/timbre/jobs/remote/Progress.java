package studio.timbre.jobs.remote;

import java.util.Optional;

/** How much of a file has left this computer, told now and then. Safe for use by several threads; silent once it is closed. */
final class Progress implements AutoCloseable {
  /** Smaller files are told once they have arrived. */
  private static final long LEAST_BYTES = 4_000_000;

  private static final int STEPS = 20;

  private final Told told;
  private final Runnable onNews;
  private final String file;
  private final long total;
  private Optional<Long> last = Optional.empty();
  private boolean closed;

  /**
   * @param onNews called whenever something is told, on the thread that sends
   */
  Progress(Told told, String file, long total, Runnable onNews) {
    this.onNews = onNews;
    this.told = told;
    this.file = file;
    this.total = total;
  }

  synchronized void sent(long bytes) {
    long step = Math.max(LEAST_BYTES, total / STEPS);
    // Less than before: a part is sent once more.
    boolean isNews = bytes >= last.orElse(0L) + step || bytes < last.orElse(0L);
    if (!closed && isNews && bytes < total) {
      last = Optional.of(bytes);
      told.sending(file, bytes, total);
      onNews.run();
    }
  }

  synchronized void arrived() {
    closed = true;
    told.sending(file, total, total);
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
