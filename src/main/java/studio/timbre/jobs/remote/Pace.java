package studio.timbre.jobs.remote;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The clock that jobs are followed by. */
public interface Pace {
  Instant now();

  /** Waits, or until there is a permit, which it takes. */
  void rest(Semaphore nudge, Duration time) throws InterruptedException;

  /**
   * Waits between two looks at a job that goes on by itself; shorter, or far longer, where somebody's attention comes or goes.
   *
   * @param least the provider asked not to be looked at sooner
   */
  default void idle(Semaphore nudge, Duration time, Duration least) throws InterruptedException {
    rest(nudge, time);
  }

  Pace SYSTEM =
      new Pace() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public void rest(Semaphore nudge, Duration time) throws InterruptedException {
          if (nudge.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            nudge.drainPermits();
          }
        }
      };
}
