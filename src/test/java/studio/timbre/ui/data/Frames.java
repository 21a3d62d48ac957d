package studio.timbre.ui.data;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import javafx.animation.AnimationTimer;

/** Processor time of the JavaFX thread, frame by frame. Belongs to that thread. */
final class Frames extends AnimationTimer {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long last;
  private long longest;
  private long sum;

  Frames() {
    begin();
    start();
  }

  /** From now on. */
  void begin() {
    last = threads.getCurrentThreadCpuTime();
    longest = 0;
    sum = 0;
  }

  @Override
  public void handle(long now) {
    long time = threads.getCurrentThreadCpuTime();
    longest = Math.max(longest, time - last);
    sum += time - last;
    last = time;
  }

  /** Milliseconds of the longest frame, the one under way included. */
  double longest() {
    handle(0);
    return longest / 1e6;
  }

  /** Milliseconds of all frames. */
  double sum() {
    return sum / 1e6;
  }
}
