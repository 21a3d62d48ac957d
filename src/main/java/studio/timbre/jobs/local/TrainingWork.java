package studio.timbre.jobs.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import studio.timbre.jobs.JobSpec;
import studio.timbre.model.Conversation;
import studio.timbre.model.UserFacingException;
import studio.timbre.train.Checkpoints;
import studio.timbre.train.Examples;
import studio.timbre.train.RunControl;
import studio.timbre.train.RunOutcome;
import studio.timbre.train.TrainableModel;
import studio.timbre.train.Trainer;
import studio.timbre.train.torch.TorchEngine;
import studio.timbre.weights.BaseModels;

/** Trains: opens the base model, makes the conversations ready, and lets the loop tell what happens. */
final class TrainingWork implements WorkerProcess.Work {

  @Override
  public void run(
      JobSpec.Local job, WorkerFolder folder, EventWriter events, WorkerProcess.Control control)
      throws IOException, UserFacingException {
    try (var base = BaseModels.open(job.base())) {
      var texts = ModelTexts.of(base);
      var training = examples(Optional.of(job.training()), texts, job);
      var heldOut = examples(job.heldOut(), texts, job);
      var told =
          new TrainingEvents(
              job.id(), training.examples().size(), heldOut.examples().size(), folder, events);
      remarkOn(training, told);
      try (var model = TorchEngine.train(base, job.spec().lora(), job.spec().seed())) {
        var trainer = new Trainer(model, job.spec(), new Checkpoints(folder.checkpoints()));
        var outcome =
            trainer.run(training.examples(), heldOut.examples(), told, () -> wanted(control));
        end(outcome, model, job, folder, told);
      }
    }
  }

  private static Examples examples(Optional<Path> file, ModelTexts texts, JobSpec.Local job)
      throws IOException, UserFacingException {
    List<Conversation> conversations =
        file.isPresent() ? ConversationFile.read(file.get()) : List.of();
    return texts.examples(conversations, job.spec().maxLength());
  }

  private static void remarkOn(Examples training, TrainingEvents told) {
    if (training.withoutAnswer() > 0) {
      told.remark(
          training.withoutAnswer() + " conversations were left out: nothing in them is learned.");
    }
    if (training.cut() > 0) {
      told.remark(training.cut() + " conversations were cut off at the longest length.");
    }
  }

  private static RunControl wanted(WorkerProcess.Control control) {
    try {
      return control.wanted();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(
      RunOutcome outcome,
      TrainableModel model,
      JobSpec.Local job,
      WorkerFolder folder,
      TrainingEvents told)
      throws IOException {
    switch (outcome.end()) {
      case FINISHED -> {
        publish(model, folder.root().resolve("result.new"), job.result());
        told.finished(outcome, job.result());
      }
      case PAUSED -> told.paused(outcome.step());
      case CANCELLED -> told.cancelled(outcome.step());
    }
  }

  /** Puts the adapter in its place, its configuration last: where that stands, the rest is whole. */
  private static void publish(TrainableModel model, Path draft, Path result) throws IOException {
    Files.createDirectories(draft);
    model.saveAdapter(draft);
    Files.createDirectories(result);
    for (String name : List.of("adapter_model.safetensors", "adapter_config.json")) {
      Files.move(draft.resolve(name), result.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.delete(draft);
  }
}
