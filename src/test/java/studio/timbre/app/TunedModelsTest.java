package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.timbre.app.Serving.State;
import studio.timbre.jobs.openai.ProviderServer;
import studio.timbre.jobs.openai.ProviderState.Flavour;
import studio.timbre.model.ApiKey;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Connection;
import studio.timbre.model.Conversation;
import studio.timbre.model.JobId;
import studio.timbre.model.Message;
import studio.timbre.model.Provider;
import studio.timbre.model.Role;
import studio.timbre.model.RunState;
import studio.timbre.model.Split;
import studio.timbre.model.TunedModel;

@Timeout(30)
class TunedModelsTest {
  private static final String KEY = "sk-canary-1f3870be274f6c49b3e31a0c6728957f";
  private static final String MODEL = "gpt-4o-mini-2024-07-18";

  @TempDir Path home;

  /** Nebius names no tuned model: its last checkpoint stands for it. */
  @ParameterizedTest
  @CsvSource({"OPENAI, OPENAI, ft:gpt-4o-mini:", "NEBIUS, NEBIUS, ft"})
  void whatAFinishedJobHasTunedCanBeHeard(Flavour flavour, Provider provider, String begin)
      throws Exception {
    try (var server = new ProviderServer(KEY, flavour);
        var timbre = Timbre.startIn(new TimbreFolder(home));
        var project = timbre.create(home.resolve("voice.timbre"))) {
      server.state.isQuick = true;
      var connection = new Connection("c-1", "Our account", provider, server.address());
      var jobs = project.apiJobs();
      var job = start(project, connection);
      assertThat(TunedModels.of(jobs)).isEmpty();
      assertThat(TunedModels.of(jobs, job)).isEmpty();
      while (jobs.job(job).state() != RunState.FINISHED) {
        Thread.sleep(20);
      }
      var tuned = TunedModels.of(jobs);
      assertThat(tuned).hasSize(1);
      assertThat(TunedModels.of(jobs, job)).contains(tuned.getFirst());
      assertThat(tuned.getFirst().name()).isEqualTo("Brand voice");
      assertThat(tuned.getFirst().base()).isEqualTo(MODEL);
      assertThat(tuned.getFirst().connection()).isEqualTo(connection);
      assertThat(tuned.getFirst().job()).isEqualTo(jobs.job(job).standing().providerJob());
      assertThat(tuned.getFirst().model()).startsWith(begin);
    }
  }

  private static JobId start(ProjectSession project, Connection connection) throws Exception {
    for (int i = 0; i < 12; i++) {
      project.add(
          Conversation.of(
              Message.of(Role.USER, "Where is order " + i + "?"),
              Message.of(Role.ASSISTANT, "It left us on Monday.")),
          Split.TRAINING,
          Optional.empty());
    }
    project.apiJobs().use(connection, new ApiKey(KEY));
    return project
        .apiTraining()
        .start(
            new ApiTraining.Choice(
                "Brand voice",
                connection,
                ApiRecipe.of(MODEL)
                    .withNumbers(ApiNumbers.LEFT_TO_PROVIDER.withEpochs(OptionalInt.of(2))),
                false,
                OptionalDouble.empty()));
  }

  /** In whichever room the person is. */
  @Test
  @Timeout(60)
  void aDeploymentThatWasLeftIsFollowedOnceItsProjectIsOpen() throws Exception {
    try (var server = new ProviderServer(KEY, Flavour.NEBIUS);
        var adapters = new AdapterServer(KEY)) {
      server.beside("/v0/", adapters::answer);
      server.state.isQuick = true;
      adapters.looks = Integer.MAX_VALUE;
      var connection = new Connection("c-1", "Nebius", Provider.NEBIUS, server.address());
      var file = home.resolve("voice.timbre");
      TunedModel tuned;
      try (var timbre = Timbre.startIn(new TimbreFolder(home));
          var project = timbre.create(file)) {
        var job = start(project, connection);
        while (TunedModels.of(project.apiJobs(), job).isEmpty()) {
          Thread.sleep(20);
        }
        tuned = TunedModels.of(project.apiJobs(), job).orElseThrow();
        timbre.serving().use(connection, new ApiKey(KEY));
        timbre.serving().deploy(tuned, "meta-llama/Llama-3.3-70B-Instruct");
        while (adapters.calls.stream().noneMatch(call -> call.startsWith("GET /v0/models/"))) {
          Thread.sleep(5);
        }
      }
      adapters.looks = 0;
      try (var timbre = Timbre.startIn(new TimbreFolder(home))) {
        timbre.serving().use(connection, new ApiKey(KEY));
        assertThat(timbre.serving().state(tuned)).isInstanceOf(State.Deploying.class);
        try (var _ = timbre.open(file)) {
          while (!(timbre.serving().state(tuned) instanceof State.Answers)) {
            Thread.sleep(20);
          }
        }
      }
      assertThat(adapters.creations()).isEqualTo(1);
    }
  }
}
