package studio.timbre.jobs.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.jobs.openai.Fault;
import studio.timbre.model.ApiStanding.Stage;
import studio.timbre.model.JobEvent;
import studio.timbre.model.Provider;
import studio.timbre.model.RunState;

/**
 * Jobs at a provider that fails in every way by chance: no job is created twice, none is forgotten, no data is left there unsaid, and
 * the key is nowhere in what is kept. Each run has its own seed; {@code -Dtimbre.seed=N} runs one of them.
 */
public abstract class SeededRuns {
  @TempDir Path folder;

  protected abstract FakeProvider provider();

  protected abstract Provider kind();

  protected abstract ProviderDialect dialect(Duration patience);

  /** Changes what is ordered. */
  protected void prepare(RemoteBench bench) {}

  /** Enough for each build. */
  protected int runs() {
    return 60;
  }

  @Test
  void noJobIsPaidTwiceOrForgotten() throws Exception {
    var only = Integer.getInteger("timbre.seed");
    int begun = 0;
    int runs = runs();
    for (int seed = only == null ? 0 : only; seed < (only == null ? runs : only + 1); seed++) {
      try {
        begun += run(seed) ? 1 : 0;
      } catch (AssertionError | Exception e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    if (only == null) {
      // The server is bad, not hopeless: most jobs come through.
      assertThat(begun).isGreaterThan(runs / 3);
    }
  }

  private boolean run(int seed) throws Exception {
    var chance = new Random(seed);
    var fake = provider();
    try (var bench =
        new RemoteBench(folder.resolve("" + seed), fake, kind(), dialect(Duration.ofMillis(150)))) {
      prepare(bench);
      double badness = chance.nextDouble() * 0.4;
      fake.makeOdd(chance);
      bench.server.faults =
          call -> {
            // The call that costs money fails most.
            boolean isBad = chance.nextDouble() < (fake.isCreate(call) ? 0.6 : badness);
            var fault = isBad ? Fault.values()[chance.nextInt(Fault.values().length)] : Fault.NONE;
            // Waiting is real time, so it is rare.
            return fault == Fault.TOO_SLOW && chance.nextInt(8) > 0 ? Fault.CUT : fault;
          };
      boolean calledOff = chance.nextInt(10) == 0;
      var handle = bench.submit(chance.nextBoolean());
      if (calledOff) {
        handle.cancel();
      }
      var state = RunState.STOPPED;
      if (chance.nextInt(5) == 0) {
        // The program ends in the middle of whatever it does.
        Thread.sleep(chance.nextInt(25));
        handle.close();
      } else {
        state = RemoteBench.end(handle);
      }
      // A person looks again on another day, twice at most.
      for (int look = 0; look < 3 && !isOver(state); look++) {
        bench.server.awaitQuiet();
        bench.pace.pass(Duration.ofHours(1));
        bench.server.faults = _ -> Fault.NONE;
        fake.jobs.values().forEach(job -> job.hiddenFor = 0);
        state = RemoteBench.end(state == RunState.UNDECIDED ? bench.lookAgain() : bench.goOn());
      }
      check(bench, fake, state);
      return bench.standing().stage() == Stage.CREATED;
    }
  }

  private static boolean isOver(RunState state) {
    return switch (state) {
      case FINISHED, FAILED, CANCELLED -> true;
      case QUEUED, RUNNING, PAUSED, STOPPED, UNDECIDED -> false;
    };
  }

  private static void check(RemoteBench bench, FakeProvider fake, RunState state) {
    assertThat(fake.violations).isEmpty();
    assertThat(fake.jobs.size()).as("jobs at the provider").isLessThanOrEqualTo(1);
    assertThat(isOver(state)).as("known how it ended: %s", state).isTrue();
    var standing = bench.standing();
    if (fake.jobs.isEmpty()) {
      assertThat(standing.providerJob()).isEmpty();
      assertThat(standing.stage()).isEqualTo(Stage.NOT_BEGUN);
    } else {
      var job = fake.jobs.values().iterator().next();
      assertThat(standing.providerJob()).contains(job.id);
      assertThat(job.isDone()).isTrue();
    }
    for (var orphan : fake.orphans()) {
      assertThat(standing.leftBehind()).as("reported").containsAnyOf(orphan, fake.sentAs(orphan));
    }
    assertThat(bench.events(JobEvent.Step.class))
        .extracting(JobEvent.Step::step)
        .doesNotHaveDuplicates();
    assertThat(bench.events()).extracting(JobEvent::sequence).doesNotHaveDuplicates().isSorted();
    assertThat(bench.events().toString() + standing).doesNotContain(RemoteBench.KEY);
  }
}
