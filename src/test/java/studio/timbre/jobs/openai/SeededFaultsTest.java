package studio.timbre.jobs.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.jobs.openai.ProviderState.Flavour;
import studio.timbre.jobs.remote.PartCalls;
import studio.timbre.model.ApiStanding.Stage;
import studio.timbre.model.JobEvent;
import studio.timbre.model.RunState;

/**
 * Jobs at a provider that fails in every way by chance: no job is created twice, none is forgotten, and no data is left there
 * unsaid. Each run has its own seed; {@code -Dtimbre.seed=N} runs one of them.
 */
class SeededFaultsTest {

  @TempDir Path folder;

  /** Enough for each build; {@link SeededFaultsBenchmark} does more. */
  int runs() {
    return 200;
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
    var flavour = Flavour.values()[chance.nextInt(Flavour.values().length)];
    try (var bench =
        new ProviderBench(folder.resolve("" + seed), flavour, Duration.ofMillis(150))) {
      var server = bench.server;
      double badness = chance.nextDouble() * 0.4;
      if (chance.nextInt(3) == 0) {
        bench.sizes = new PartCalls.Sizes(300, 250);
        server.state.uploads.hidesExpiry = chance.nextInt(4) == 0;
        server.state.uploads.refusesCancelling = chance.nextInt(6) == 0;
      }
      makeOdd(server.state, chance);
      server.slowness = Duration.ofMillis(300);
      server.faults =
          call -> {
            // Waiting is real time, so it is rare.
            // The call that costs money fails most.
            boolean isBad = chance.nextDouble() < (call.isCreate() ? 0.6 : badness);
            var fault = isBad ? Fault.values()[chance.nextInt(Fault.values().length)] : Fault.NONE;
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
        state = ProviderBench.end(handle);
      }
      // A person looks again on another day, twice at most.
      for (int look = 0; look < 3 && !isOver(state); look++) {
        server.awaitQuiet();
        bench.pace.pass(Duration.ofHours(1));
        server.faults = _ -> Fault.NONE;
        server.state.jobs.values().forEach(job -> job.hiddenFor = 0);
        state = ProviderBench.end(state == RunState.UNDECIDED ? bench.lookAgain() : bench.goOn());
      }
      check(bench, state);
      return bench.standing().stage() == Stage.CREATED;
    }
  }

  private static void makeOdd(ProviderState state, Random chance) {
    state.chance = new Random(chance.nextLong());
    state.dropsMetadata = chance.nextInt(3) == 0;
    state.shuffledEvents = chance.nextInt(3) == 0;
    state.doubledEvents = chance.nextInt(3) == 0;
    state.oddEvents = chance.nextInt(3) == 0;
    state.oddStates = chance.nextInt(4) == 0;
    state.missesEvents = chance.nextInt(4) == 0;
    state.base64Results = chance.nextBoolean();
    state.ignoresAfter = chance.nextInt(5) == 0;
    state.endlessPages = chance.nextInt(5) == 0;
    state.hidesHasMore = chance.nextInt(5) == 0;
    state.oldestJobsFirst = chance.nextBoolean();
    state.keepsPausing = chance.nextInt(6) == 0;
    state.fails = chance.nextInt(6) == 0;
    state.lag = chance.nextInt(2) == 0 ? chance.nextInt(8) : 0;
    if (chance.nextInt(6) == 0) {
      state.keepsFile = _ -> true;
    }
  }

  private static boolean isOver(RunState state) {
    return switch (state) {
      case FINISHED, FAILED, CANCELLED -> true;
      case QUEUED, RUNNING, PAUSED, STOPPED, UNDECIDED -> false;
    };
  }

  private static void check(ProviderBench bench, RunState state) {
    var server = bench.server;
    assertThat(server.violations).isEmpty();
    assertThat(server.state.jobs.size()).as("jobs at the provider").isLessThanOrEqualTo(1);
    assertThat(isOver(state)).as("known how it ended: %s", state).isTrue();
    var standing = bench.standing();
    if (server.state.jobs.isEmpty()) {
      assertThat(standing.providerJob()).isEmpty();
      assertThat(standing.stage()).isEqualTo(Stage.NOT_BEGUN);
    } else {
      assertThat(standing.providerJob()).contains(server.state.jobs.keySet().iterator().next());
      assertThat(server.state.isDone(server.state.jobs.values().iterator().next())).isTrue();
    }
    for (var orphan : server.state.orphans()) {
      var name = server.state.files.get(orphan).file();
      assertThat(standing.leftBehind()).as("reported").containsAnyOf(orphan, name);
    }
    for (var upload : server.state.uploads.all.values()) {
      boolean isThrownAway = !bench.pace.now().isBefore(upload.expires);
      if (upload.status.equals("pending") && !upload.parts.isEmpty() && !isThrownAway) {
        assertThat(standing.leftBehind()).as("reported").contains(upload.id);
      }
    }
    assertThat(standing.uploads()).as("uploads on their way").isEmpty();
    var steps = bench.events(JobEvent.Step.class);
    assertThat(steps)
        .doesNotHaveDuplicates()
        .extracting(JobEvent.Step::step)
        .doesNotHaveDuplicates();
    assertThat(bench.events()).extracting(JobEvent::sequence).doesNotHaveDuplicates().isSorted();
  }
}
