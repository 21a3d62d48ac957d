package studio.timbre.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import studio.timbre.model.Progress;

class WorkTest {
  /** Both sides by hand: what is asked for runs when a test says so. */
  private final ArrayDeque<Runnable> background = new ArrayDeque<>();

  private final ArrayDeque<Runnable> screen = new ArrayDeque<>();
  private final Work work = new Work(background::add, screen::add);
  private final List<String> told = new ArrayList<>();

  @Test
  void anAnswerComesBackOnTheScreen() {
    work.run(() -> "four").onSuccess(told::add).onFailure(problem -> told.add("failed"));
    assertThat(told).isEmpty();
    runAll(background);
    assertThat(told).isEmpty();
    runAll(screen);
    assertThat(told).containsExactly("four");
  }

  @Test
  void aFailureIsAnsweredAndTheEndIsTold() {
    work.run(
            () -> {
              throw new IllegalStateException("no");
            })
        .onEnd(() -> told.add("end"))
        .onFailure(problem -> told.add(problem.getMessage()));
    runAll(background);
    runAll(screen);
    assertThat(told).containsExactly("no", "end");
  }

  @Test
  void onALaneOnlyTheNewestAnswerCounts() {
    var lane = work.lane();
    lane.run(() -> "old").onSuccess(told::add).onFailure(problem -> told.add("failed"));
    background.remove().run();
    lane.run(() -> "new").onSuccess(told::add).onFailure(problem -> told.add("failed"));
    runAll(background);
    runAll(screen);
    assertThat(told).containsExactly("new");
  }

  @Test
  void overtakenWorkOnALaneNeverBegins() {
    var lane = work.lane();
    for (int i = 0; i < 3; i++) {
      String name = "task " + i;
      lane.run(() -> told.add(name)).onFailure(problem -> told.add("failed"));
    }
    runAll(background);
    assertThat(told).containsExactly("task 2");
  }

  @Test
  void aQueueKeepsTheOrderOnManyThreads() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var queue = new Work(threads, Runnable::run).queue();
      var order = new ArrayList<Integer>();
      for (int i = 0; i < 200; i++) {
        int number = i;
        queue.run(() -> order.add(number)).onFailure(problem -> told.add("failed"));
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
      assertThat(order).hasSize(200).isSorted();
    }
  }

  @Test
  void cancelledWorkIsToldToStopAndOnlyItsEndIsHeard() {
    var progress = new AtomicReference<>(Progress.NONE);
    var running =
        work.runTracked(
                given -> {
                  progress.set(given);
                  return "done";
                })
            .onSuccess(told::add)
            .onEnd(() -> told.add("end"))
            .onFailure(problem -> told.add("failed"));
    runAll(background);
    running.cancel();
    assertThat(progress.get().isCancelled()).isTrue();
    runAll(screen);
    assertThat(told).containsExactly("end");
  }

  @Test
  void manyReportsReachTheScreenAsOne() {
    work.runTracked(
            progress -> {
              for (int i = 1; i <= 1000; i++) {
                progress.report(i, 1000);
              }
              return "done";
            })
        .onProgress((done, total) -> told.add(done + "/" + total))
        .onFailure(problem -> told.add("failed"));
    runAll(background);
    runAll(screen);
    assertThat(told).containsExactly("1000/1000");
  }

  @Test
  void gatheredCallsBecomeOne() {
    var gathered = work.gather(() -> told.add("refresh"));
    gathered.run();
    gathered.run();
    runAll(screen);
    gathered.run();
    runAll(screen);
    assertThat(told).containsExactly("refresh", "refresh");
  }

  private static void runAll(ArrayDeque<Runnable> tasks) {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }
}
