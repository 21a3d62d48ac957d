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
