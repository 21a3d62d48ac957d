package studio.timbre.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import studio.timbre.jobs.remote.Pace;

/**
 * The clock by which jobs at providers are looked at. While nobody can see what is told, none is looked at, and when somebody can
 * again, all are looked at once. What was begun goes on meanwhile: sending files, asking for a job, looking for one.
 */
final class Watchfulness implements Pace {
  /**
   * @param changes rises whenever somebody begins or ends to watch
   * @param beginnings rises whenever somebody begins to
   */
  private record Watch(boolean awake, long changes, long beginnings) {}

  private Watch watch = new Watch(true, 0, 0);
  private final Set<Semaphore> idle = ConcurrentHashMap.newKeySet();

  void set(boolean watched) {
    synchronized (this) {
      if (watch.awake == watched) {
        return;
      }
      watch = new Watch(watched, watch.changes + 1, watch.beginnings + (watched ? 1 : 0));
      notifyAll();
    }
    idle.forEach(Semaphore::release);
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void rest(Semaphore nudge, Duration time) throws InterruptedException {
    SYSTEM.rest(nudge, time);
  }

  @Override
  public void idle(Semaphore nudge, Duration time, Duration least) throws InterruptedException {
    idle.add(nudge);
    try {
      long began = System.nanoTime();
      var before = watch();
      var last = before;
      while (true) {
        var now = watch();
        var wanted = now.beginnings > before.beginnings ? least : time;
        long left = wanted.toNanos() - (System.nanoTime() - began);
        if (now.awake && left <= 0) {
          return;
        }
        if (await(nudge, now.awake, left)) {
          nudge.drainPermits();
          // A permit that no change of the watch has brought is a person's wish.
          if (watch().changes == last.changes) {
            return;
          }
          last = watch();
        }
      }
    } finally {
      idle.remove(nudge);
    }
  }

  private static boolean await(Semaphore nudge, boolean awake, long nanos)
      throws InterruptedException {
    if (awake) {
      return nudge.tryAcquire(nanos, TimeUnit.NANOSECONDS);
    }
    nudge.acquire();
    return true;
  }

  /** Waits until somebody watches and so much time has passed, or somebody has begun to watch again. */
  synchronized void awaitNextRound(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    long before = watch.beginnings;
    while (!watch.awake || (watch.beginnings == before && System.nanoTime() < end)) {
      if (watch.awake) {
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, end - System.nanoTime()));
      } else {
        wait();
      }
    }
  }

  private synchronized Watch watch() {
    return watch;
  }
}
