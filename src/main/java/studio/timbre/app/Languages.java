package studio.timbre.app;

import java.time.Duration;
import studio.timbre.checks.CommonWords;
import studio.timbre.dataset.TextLanguage;
import studio.timbre.store.Traits;
import studio.timbre.store.Traits.Seen;

/** Tells the languages of conversations in the background, while nobody changes any. */
final class Languages implements AutoCloseable {
  private static final int BATCH = 250;
  private static final Duration QUIET = Duration.ofMillis(700);
  private static final long TELL_EVERY_NANOS = Duration.ofSeconds(3).toNanos();

  private final Traits traits;
  private final Runnable moved;
  private final QuietWork work = new QuietWork("languages", QUIET, this::lookAtAll);

  /**
   * @param moved called when languages have come
   */
  Languages(Traits traits, Runnable moved) {
    this.traits = traits;
    this.moved = moved;
  }

  /** Looks at what nobody has looked at, after a while without another call. */
  void start() {
    work.start();
  }

  private void lookAtAll() {
    var batch = traits.unlooked(BATCH);
    if (batch.isEmpty()) {
      return;
    }
    var language = new TextLanguage();
    long told = System.nanoTime();
    while (!batch.isEmpty() && work.isOpen()) {
      traits.put(
          batch.stream()
              .takeWhile(_ -> work.isOpen())
              .map(one -> new Seen(one, language.of(one.conversation(), CommonWords::languageOf)))
              .toList());
      if (System.nanoTime() - told > TELL_EVERY_NANOS) {
        moved.run();
        told = System.nanoTime();
      }
      batch = work.isOpen() ? traits.unlooked(BATCH) : batch;
    }
    if (work.isOpen()) {
      moved.run();
    }
  }

  /** Begins nothing more; what is under way ends soon. */
  void stop() {
    work.stop();
  }

  /** Returns once the background is quiet. */
  @Override
  public void close() {
    work.close();
  }
}
