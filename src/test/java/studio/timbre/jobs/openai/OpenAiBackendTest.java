package studio.timbre.jobs.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.jobs.openai.ProviderState.Flavour;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.JobEvent;
import studio.timbre.model.RunState;

/** A job from the upload to the tuned model, with each provider's way of telling it. */
class OpenAiBackendTest {
  @TempDir Path folder;
  private ProviderBench bench;

  @AfterEach
  void everyRequestKeptToThePublishedInterface() {
    assertThat(bench.server.violations).isEmpty();
    bench.close();
  }

  @Test
  void aJobRunsFromUploadToTunedModel() throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI);

    assertThat(ProviderBench.end(bench.submit(true))).isEqualTo(RunState.FINISHED);

    var events = bench.events();
    assertThat(events.getFirst()).isInstanceOf(JobEvent.Queued.class);
    assertThat(events.stream().map(JobEvent::sequence))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, events.size()).mapToObj(i -> (long) i).toList());
    assertThat(losses()).containsExactlyElementsOf(everyLoss());
    assertThat(bench.events(JobEvent.Step.class)).allMatch(step -> step.machine().isEmpty());
    assertThat(bench.events(JobEvent.Evaluated.class))
        .extracting(JobEvent.Evaluated::evalLoss)
        .containsExactly(0.2 + 1, 0.2 + 0.5, 0.2 + 3.0 / 9);
    var finished = (JobEvent.Finished) events.getLast();
    assertThat(finished.result()).startsWith("ft:gpt-4o-mini:org:");
    assertThat(finished.seconds()).isEqualTo(600);
    assertThat(bench.standing().tunedModel()).contains(finished.result());
    assertThat(bench.server.state.files).hasSize(3);
  }

  @Test
  void azureGetsItsHeaderItsAddressAndItsByteOrderMark() throws Exception {
    bench = new ProviderBench(folder, Flavour.AZURE);
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
    var sent = bench.server.state.files.values().iterator().next().bytes();
    assertThat(sent).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(losses()).containsExactlyElementsOf(everyLoss());
  }

  @Test
  void theOthersGetTheDataAsItIs() throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI);
    ProviderBench.end(bench.submit());
    assertThat(bench.server.state.files.values().iterator().next().text())
        .isEqualTo(ProviderBench.LINE.repeat(12));
  }

  @Test
  void nebiusTellsItsFiguresByCheckpointsAndNamesNoModel() throws Exception {
    bench = new ProviderBench(folder, Flavour.NEBIUS);
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
    assertThat(bench.events(JobEvent.Step.class))
        .extracting(JobEvent.Step::step)
        .containsExactly(3, 6, 9);
    assertThat(bench.events(JobEvent.Started.class).getFirst().totalSteps())
        .isEqualTo(ProviderState.STEPS);
    assertThat(((JobEvent.Finished) bench.events().getLast()).result()).startsWith("ftckpt-");
    assertThat(bench.standing().tunedModel()).isEmpty();
  }

  @Test
  void nebiusIsToldToTrainAnAdapterAndNoLearningRate() throws Exception {
    bench = new ProviderBench(folder, Flavour.NEBIUS);
    ProviderBench.end(bench.submit());
    var numbers = request().at("/method/supervised/hyperparameters");
    assertThat(numbers.path("lora").asBoolean()).isTrue();
    assertThat(numbers.has("learning_rate_multiplier")).isFalse();
  }

  @Test
  void openAiGetsNothingThatItDoesNotKnow() throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI);
    ProviderBench.end(bench.submit());
    assertThat(request().at("/method/supervised/hyperparameters").toString())
        .isEqualTo("{\"n_epochs\":3}");
    assertThat(request().at("/metadata/timbre_job").asText()).isEqualTo(bench.job.value());
    assertThat(bench.ledger.trainedTokens(bench.job)).isEqualTo(ProviderState.TRAINED_TOKENS);
  }

  @Test
  void everythingOfARecipeIsAskedFor() throws Exception {
    bench = new ProviderBench(folder, Flavour.AZURE);
    bench.order(
        new ApiRecipe(
            "gpt-4.1",
            new ApiMethod.Preference(OptionalDouble.of(0.2)),
            Recipes.NUMBERS,
            Optional.of("brand"),
            OptionalInt.of(7),
            Map.of("team", "words"),
            Optional.of("globalstandard")));
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
    assertThat(request().path("seed").asInt()).isEqualTo(7);
    assertThat(request().path("suffix").asText()).isEqualTo("brand");
    assertThat(request().path("trainingType").asText()).isEqualTo("globalstandard");
    assertThat(request().path("metadata").toString())
        .isEqualTo("{\"team\":\"words\",\"timbre_job\":\"%s\"}".formatted(bench.job));
    assertThat(request().at("/method/dpo/hyperparameters/beta").asDouble()).isEqualTo(0.2);
    assertThat(request().has("hyperparameters")).isFalse();
  }

  @Test
  void gradesOfReinforcementAreTold() throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI);
    bench.server.state.doubledEvents = true;
    bench.order(Recipes.of(Recipes.graded(Recipes.several())));
    assertThat(ProviderBench.end(bench.submit(true))).isEqualTo(RunState.FINISHED);
    var rewards = bench.events(JobEvent.Rewarded.class);
    assertThat(rewards)
        .extracting(JobEvent.Rewarded::step)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(rewards.getFirst().train()).hasValue(-0.4);
    assertThat(rewards.getFirst().heldOut()).isEmpty();
    assertThat(rewards.get(2).heldOut().getAsDouble()).isEqualTo(-0.3, within(1e-9));
    assertThat(bench.events(JobEvent.Started.class).getLast().totalSteps())
        .isEqualTo(ProviderState.STEPS);
  }

  private com.fasterxml.jackson.databind.JsonNode request() {
    return bench.server.state.jobs.values().iterator().next().request;
  }

  @Test
  void listsThatNeverEndAreLeft() throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI);
    bench.server.state.ignoresAfter = true;
    bench.server.state.endlessPages = true;
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
    assertThat(bench.server.calls).hasSizeLessThan(60);
    assertThat(losses()).containsExactlyElementsOf(everyLoss());
  }

  @Test
  void eventsThatComeTwiceOrInAnyOrderAreToldOnceAndInOrder() throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI);
    bench.server.state.doubledEvents = true;
    bench.server.state.shuffledEvents = true;
    ProviderBench.end(bench.submit());
    assertThat(losses()).containsExactlyElementsOf(everyLoss());
  }

  @Test
  void stepsWhoseEventsNeverCameAreReadFromTheResultFile() throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI);
    bench.server.state.missesEvents = true;
    bench.server.state.base64Results = true;
    ProviderBench.end(bench.submit());
    assertThat(losses()).containsExactlyInAnyOrderElementsOf(everyLoss());
  }

  @Test
  void unknownStatesAndEventsAreTaken() throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI);
    bench.server.state.oddStates = true;
    bench.server.state.oddEvents = true;
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
    assertThat(bench.events(JobEvent.Log.class))
        .extracting(JobEvent.Log::message)
        .contains("Checked in 13 categories")
        .anyMatch(message -> message.contains("warming_up"));
  }

  @Test
  void aGatewayWithoutListsOfEventsTellsTheStateAlone() throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI);
    bench.server.scripted =
        call ->
            call.path().endsWith("/events") || call.path().endsWith("/checkpoints")
                ? Optional.of(ProviderServer.error(404, "not_found", "No such route"))
                : Optional.empty();
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
    assertThat(losses()).containsExactlyElementsOf(everyLoss());
  }

  @Test
  void aFailureAtTheProviderIsToldInItsWords() throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI);
    bench.server.state.fails = true;
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FAILED);
    var failed = (JobEvent.Failed) bench.events().getLast();
    assertThat(failed.code()).isEqualTo("provider_failed");
    assertThat(failed.detail()).contains("invalid_training_file Unexpected file format");
  }

  @Test
  void aPausedJobRestsAndGoesOn() throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI);
    bench.server.state.keepsPausing = true;
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.PAUSED);
    assertThat(bench.events().getLast()).isInstanceOf(JobEvent.Paused.class);
    assertThat(ProviderBench.end(bench.goOn())).isEqualTo(RunState.FINISHED);
    assertThat(losses()).containsExactlyElementsOf(everyLoss());
    assertThat(bench.events(JobEvent.Started.class).getLast().fromStep()).isEqualTo(3);
  }

  @Test
  void aJobIsCancelledAtTheProvider() throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI);
    bench.server.state.neverEnds = true;
    var handle = bench.submit();
    while (bench.standing().providerJob().isEmpty()) {
      Thread.sleep(5);
    }
    handle.cancel();
    assertThat(ProviderBench.end(handle)).isEqualTo(RunState.CANCELLED);
    assertThat(bench.server.state.jobs.values()).allMatch(job -> job.cancelled);
  }

  @Test
  void whatWasToldIsNotToldAgainAfterARestart() throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI);
    bench.server.state.neverEnds = true;
    bench.server.state.oddEvents = true;
    var handle = bench.submit();
    while (bench.events(JobEvent.Step.class).size() < 3) {
      Thread.sleep(5);
    }
    handle.close();
    bench.server.state.neverEnds = false;
    bench.server.state.oddEvents = false;
    assertThat(ProviderBench.end(bench.lookAgain())).isEqualTo(RunState.FINISHED);
    assertThat(losses()).containsExactlyElementsOf(everyLoss());
    assertThat(bench.events()).extracting(JobEvent::sequence).doesNotHaveDuplicates().isSorted();
    assertThat(bench.server.creates()).isEqualTo(1);
  }

  @Test
  void limitsOfTheProviderAreKept() throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI);
    bench.server.extraHeaders =
        Map.of("x-ratelimit-remaining-requests", "0", "x-ratelimit-reset-requests", "1m30s");
    ProviderBench.end(bench.submit());
    assertThat(bench.pace.rests).contains(Duration.ofSeconds(90));
  }

  @Test
  void aLineThatIsDownForHoursLosesNothing() throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI);
    bench.server.faults =
        call ->
            call.path().contains("ftjob-") && call.number() < 60 ? Fault.DIES_BEFORE : Fault.NONE;
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
    assertThat(losses()).containsExactlyElementsOf(everyLoss());
  }

  private List<Double> losses() {
    return bench.events(JobEvent.Step.class).stream().map(JobEvent.Step::trainLoss).toList();
  }

  private static List<Double> everyLoss() {
    return IntStream.rangeClosed(1, ProviderState.STEPS).mapToObj(ProviderState::loss).toList();
  }
}
