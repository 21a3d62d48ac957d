package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WatchfulnessTest {
  private static final Duration MOMENT = Duration.ofMillis(200);
  private final Watchfulness watchfulness = new Watchfulness();
  private final Semaphore nudge = new Semaphore(0);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private CompletableFuture<Void> idle(Duration time, Duration least) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            watchfulness.idle(nudge, time, least);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        },
        threads);
  }

  private static boolean endsSoon(CompletableFuture<Void> idling) throws Exception {
    Thread.sleep(MOMENT);
    return idling.isDone();
  }

  @Test
  void aWatchedJobIsLookedAtWhenItsTimeHasCome() throws Exception {
    idle(Duration.ofMillis(20), Duration.ZERO).get(5, TimeUnit.SECONDS);
    assertThat(endsSoon(idle(Duration.ofHours(1), Duration.ZERO))).isFalse();
  }

  @Test
  void nothingIsLookedAtWhileNobodyWatchesAndAllAtOnceAfterwards() throws Exception {
    watchfulness.set(false);
    var idling = idle(Duration.ofMillis(20), Duration.ZERO);
    assertThat(endsSoon(idling)).isFalse();
    watchfulness.set(true);
    idling.get(5, TimeUnit.SECONDS);
  }

  @Test
  void whoComesBackInTheMiddleOfALongRestNeedNotWaitForItsEnd() throws Exception {
    var idling = idle(Duration.ofHours(1), Duration.ZERO);
    Thread.sleep(MOMENT);
    watchfulness.set(false);
    watchfulness.set(true);
    idling.get(5, TimeUnit.SECONDS);
  }

  @Test
  void theRestThatAProviderAskedForIsKeptAlsoByWhoComesBack() throws Exception {
    watchfulness.set(false);
    var idling = idle(Duration.ofHours(1), Duration.ofHours(1));
    Thread.sleep(MOMENT);
    watchfulness.set(true);
    assertThat(endsSoon(idling)).isFalse();
  }

  @Test
  void aWishOfThePersonIsHeardWhetherSomebodyWatchesOrNot() throws Exception {
    var watched = idle(Duration.ofHours(1), Duration.ofHours(1));
    Thread.sleep(MOMENT);
    nudge.release();
    watched.get(5, TimeUnit.SECONDS);
    watchfulness.set(false);
    var unwatched = idle(Duration.ofHours(1), Duration.ZERO);
    Thread.sleep(MOMENT);
    nudge.release();
    unwatched.get(5, TimeUnit.SECONDS);
  }
}
