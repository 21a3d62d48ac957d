package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.jobs.openai.ProviderServer;
import studio.timbre.jobs.openai.ProviderState.Flavour;
import studio.timbre.model.ApiJob;
import studio.timbre.model.ApiKey;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Connection;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.Provider;
import studio.timbre.model.RunState;
import studio.timbre.model.UserFacingException;

class AdoptionTest {
  private static final String KEY = "sk-canary-9f86d081884c7d659a2feaa0c55ad015";
  private static final String LINE =
      "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"},{\"role\":\"assistant\",\"content\":\"Good day\"}]}\n";

  @TempDir Path folder;
  private ProviderServer server;
  private Connection connection;

  @BeforeEach
  void start() throws Exception {
    server = new ProviderServer(KEY, Flavour.OPENAI);
    server.state.isQuick = true;
    connection = new Connection("c", "Ours", Provider.OPENAI, server.address());
  }

  @AfterEach
  void stop() {
    server.close();
    assertThat(server.violations).isEmpty();
  }

  private ApiJobs jobs(Timbre timbre) throws UserFacingException {
    var jobs = timbre.apiJobs();
    jobs.use(connection, new ApiKey(KEY));
    return jobs;
  }

  /** Begun by another Timbre, as by any other program with the same key. */
  private String begin() throws Exception {
    var data = Files.writeString(folder.resolve("data.jsonl"), LINE.repeat(12));
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("elsewhere")));
        var jobs = jobs(timbre)) {
      var id =
          jobs.start(
              new ApiJobs.Wanted(
                  "Voice",
                  connection,
                  Optional.empty(),
                  ApiRecipe.of("gpt-4o-mini-2024-07-18")
                      .withNumbers(ApiNumbers.LEFT_TO_PROVIDER.withEpochs(OptionalInt.of(3))),
                  data,
                  Optional.empty(),
                  OptionalDouble.empty(),
                  OptionalLong.empty(),
                  Optional.empty()));
      return jobs.awaitBegun(id).standing().providerJob().orElseThrow();
    }
  }

  private static ApiJob awaitEnd(ApiJobs jobs, JobId id) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!jobs.job(id).isOver() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    return jobs.job(id);
  }

  @Test
  void aJobOfAnotherProgramIsFollowedToItsEndAndNothingIsOrdered() throws Exception {
    var theirs = begin();
    int ordered = server.state.jobs.size();
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("here")));
        var jobs = jobs(timbre)) {
      var found = jobs.elsewhere(connection);
      assertThat(found).hasSize(1);
      assertThat(found.getFirst().providerJob()).isEqualTo(theirs);
      assertThat(found.getFirst().model()).isEqualTo("gpt-4o-mini-2024-07-18");
      assertThat(found.getFirst().timbreJob()).isPresent();
      var id = jobs.adopt(connection, Optional.empty(), found.getFirst());
      var job = awaitEnd(jobs, id);
      assertThat(job.state()).isEqualTo(RunState.FINISHED);
      assertThat(job.standing().providerJob()).contains(theirs);
      assertThat(job.standing().tunedModel()).isPresent();
      assertThat(jobs.events(id, 0)).anyMatch(event -> event instanceof JobEvent.Step);
      assertThat(jobs.elsewhere(connection)).isEmpty();
      assertThat(job.unneeded()).as("a file that others may use").isEmpty();
    }
    assertThat(server.state.jobs).hasSize(ordered);
    assertThat(server.state.files).isNotEmpty();
  }

  @Test
  void anAdoptedJobIsThereAfterARestart() throws Exception {
    server.state.neverEnds = true;
    begin();
    var home = new TimbreFolder(folder.resolve("here"));
    JobId id;
    try (var timbre = Timbre.startIn(home);
        var jobs = jobs(timbre)) {
      id = jobs.adopt(connection, Optional.empty(), jobs.elsewhere(connection).getFirst());
    }
    server.state.neverEnds = false;
    try (var timbre = Timbre.startIn(home);
        var jobs = jobs(timbre)) {
      jobs.attend(id);
      assertThat(awaitEnd(jobs, id).state()).isEqualTo(RunState.FINISHED);
    }
  }

  @Test
  void aRefusedKeyIsSaidAndChangesNothing() throws Exception {
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("here")));
        var jobs = timbre.apiJobs()) {
      jobs.use(connection, new ApiKey(KEY + "x"));
      assertThatThrownBy(() -> jobs.elsewhere(connection))
          .isInstanceOf(UserFacingException.class)
          .hasMessageContaining("could not be listed")
          .hasMessageNotContaining(KEY);
      assertThat(jobs.list()).isEmpty();
    }
  }
}
