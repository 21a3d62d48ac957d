package studio.timbre.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.TrainingSpec;
import studio.timbre.model.UserFacingException;
import studio.timbre.train.RunOutcome.End;

class TrainerTest {
  @TempDir Path folder;

  private final List<Example> training = MadeExamples.of(10, 12, 50, 1);
  private final List<Example> heldOut = MadeExamples.of(3, 12, 50, 2);
  private final CountingModel model = new CountingModel();
  private final RecordingListener told = new RecordingListener();

  @Test
  void tellsTheWholeCourse() throws Exception {
    var spec = Specs.of(s -> s.epochs(2).batchSize(4).evaluateEvery(2).checkpointEvery(4));

    var outcome = run(spec, () -> RunControl.CONTINUE);

    assertThat(told.events)
        .containsExactly(
            "started 0 of 6",
            "evaluated 0",
            "step 1",
            "step 2",
            "evaluated 2",
            "step 3",
            "step 4",
            "evaluated 4",
            "checkpoint 4",
            "step 5",
            "step 6",
            "evaluated 6",
            "checkpoint 6");
    assertThat(outcome.end()).isEqualTo(End.FINISHED);
    assertThat(outcome.step()).isEqualTo(6);
    assertThat(outcome.trainLoss()).hasValue(told.losses.get(6));
    assertThat(outcome.evalLoss()).hasValue(told.evaluations.get(6));
    assertThat(outcome.checkpoint()).contains(folder.resolve("step-6"));
  }

  @Test
  void lossOfAStepIsTheMeanOverAnswerTokensOfAllItsMicroBatches() throws Exception {
    var spec = Specs.of(s -> s.batchSize(2).accumulation(3).rate(0));

    run(spec, () -> RunControl.CONTINUE);

    // 10 conversations are 5 micro-batches: one step of three, one of two.
    assertThat(told.losses).hasSize(2);
    var batches = model.seen;
    double sum =
        model.loss(batches.get(0)) + model.loss(batches.get(1)) + model.loss(batches.get(2));
    long answers =
        batches.subList(0, 3).stream().flatMap(List::stream).mapToLong(Example::answerTokens).sum();
    assertThat(told.losses.get(1)).isCloseTo(sum / answers, within(1e-12));
  }

  @Test
  void gradientsAreThoseOfTheMeanLoss() throws Exception {
    var spec = Specs.of(s -> s.batchSize(5).accumulation(2).rate(1e-3));
    double before = model.number;

    run(spec, () -> RunControl.CONTINUE);

    // d loss / d number is the mean token, above the norm to which it is clipped.
    assertThat(model.number).isCloseTo(before - 1e-3, within(1e-12));
  }

  @Test
  void followsTheScheduleAndStopsAtTheLastStepAskedFor() throws Exception {
    var spec =
        Specs.of(
            s ->
                s.epochs(5)
                    .maxSteps(4)
                    .warmup(0.5)
                    .rate(0.1)
                    .schedule(TrainingSpec.Schedule.LINEAR));

    var outcome = run(spec, () -> RunControl.CONTINUE);

    assertThat(model.rates).containsExactly(0.0, 0.05, 0.1, 0.05);
    assertThat(outcome.step()).isEqualTo(4);
  }

  @Test
  void goesOnFromAPauseToTheSameLosses() throws Exception {
    var spec = Specs.of(s -> s.epochs(3).rate(0.01).evaluateEvery(4).checkpointEvery(100));
    var uninterrupted = new RecordingListener();
    new Trainer(new CountingModel(), spec, new Checkpoints(folder.resolve("whole")))
        .run(training, heldOut, uninterrupted, () -> RunControl.CONTINUE);

    var paused = run(spec, () -> told.losses.size() < 7 ? RunControl.CONTINUE : RunControl.PAUSE);
    assertThat(paused.end()).isEqualTo(End.PAUSED);
    assertThat(paused.step()).isEqualTo(7);
    assertThat(told.events).endsWith("step 7", "checkpoint 7");
    var finished =
        new Trainer(new CountingModel(), spec, new Checkpoints(folder))
            .run(training, heldOut, told, () -> RunControl.CONTINUE);

    assertThat(finished.end()).isEqualTo(End.FINISHED);
    assertThat(told.events).contains("started 7 of 15");
    assertThat(told.losses).isEqualTo(uninterrupted.losses);
    assertThat(told.evaluations).isEqualTo(uninterrupted.evaluations);
  }

  @Test
  void goesOnFromTheNewestCheckpointAfterACrash() throws Exception {
    var spec = Specs.of(s -> s.epochs(3).checkpointEvery(2));
    Supplier<RunControl> crash =
        () -> {
          if (told.losses.size() == 5) {
            throw new IllegalStateException("power cut");
          }
          return RunControl.CONTINUE;
        };
    assertThatThrownBy(() -> run(spec, crash)).hasMessage("power cut");

    run(spec, () -> RunControl.CONTINUE);

    assertThat(told.events).contains("started 4 of 15");
  }

  @Test
  void cancelStopsBeforeTheNextMicroBatch() throws Exception {
    var spec = Specs.of(s -> s.epochs(3).accumulation(3));

    var outcome = run(spec, () -> model.seen.size() < 4 ? RunControl.CONTINUE : RunControl.CANCEL);

    assertThat(outcome.end()).isEqualTo(End.CANCELLED);
    assertThat(outcome.step()).isEqualTo(1);
    assertThat(model.seen).hasSize(4);
    assertThat(told.events).doesNotContain("checkpoint 1");
  }

  @Test
  void aPauseDuringTheFirstEvaluationIsHeard() throws Exception {
    var outcome = run(Specs.of(s -> s), () -> RunControl.PAUSE);

    assertThat(outcome.end()).isEqualTo(End.PAUSED);
    assertThat(outcome.step()).isZero();
    assertThat(model.seen).isEmpty();
  }

  @Test
  void aLossThatIsNoNumberEndsTheRunWithAdvice() {
    model.number = Double.NaN;

    assertThatThrownBy(() -> run(Specs.of(s -> s), () -> RunControl.CONTINUE))
        .isInstanceOf(UserFacingException.class)
        .hasMessageContaining("learning rate")
        .extracting("key")
        .isEqualTo("error.training.lossIsNoNumber");
  }

  @Test
  void aCheckpointOfOtherDataIsRefused() throws Exception {
    var spec = Specs.of(s -> s);
    run(spec, () -> RunControl.CONTINUE);

    assertThatThrownBy(
            () ->
                new Trainer(model, spec, new Checkpoints(folder))
                    .run(heldOut, List.of(), told, () -> RunControl.CONTINUE))
        .isInstanceOf(UserFacingException.class)
        .extracting("key")
        .isEqualTo("error.training.otherRun");
  }

  @Test
  void withoutConversationsThereIsNothingToLearn() {
    assertThatThrownBy(
            () ->
                new Trainer(model, Specs.of(s -> s), new Checkpoints(folder))
                    .run(List.of(), heldOut, told, () -> RunControl.CONTINUE))
        .isInstanceOf(UserFacingException.class)
        .hasMessageContaining("nothing to learn");
  }

  @Test
  void keepsTheNewestThreeCheckpointsAndTheBest() throws Exception {
    // With a negative rate the number, and the held-out loss, rises: the first is the best.
    var spec = Specs.of(s -> s.epochs(2).rate(-0.1).evaluateEvery(1).checkpointEvery(1));

    run(spec, () -> RunControl.CONTINUE);

    try (var left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("step-1", "step-8", "step-9", "step-10");
    }
    assertThat(new Checkpoints(folder).best().orElseThrow().step()).isEqualTo(1);
    assertThat(new Checkpoints(folder).newest().orElseThrow().step()).isEqualTo(10);
  }

  @Test
  void anUnfinishedCheckpointIsNotTaken() throws Exception {
    Files.createDirectories(folder.resolve("step-9.part"));

    assertThat(new Checkpoints(folder).newest()).isEmpty();
  }

  private RunOutcome run(TrainingSpec spec, Supplier<RunControl> control) throws Exception {
    return new Trainer(model, spec, new Checkpoints(folder)).run(training, heldOut, told, control);
  }
}
