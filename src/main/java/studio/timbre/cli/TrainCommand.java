package studio.timbre.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.FileRun;
import studio.timbre.app.FileTraining;
import studio.timbre.app.FileTraining.Stored;
import studio.timbre.app.ProgramEnd;
import studio.timbre.app.Timbre;
import studio.timbre.model.Conversation;
import studio.timbre.model.JobEvent;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.RunState;
import studio.timbre.model.TrainingPlan;
import studio.timbre.model.TrainingSpec;
import studio.timbre.model.UserFacingException;

/** {@code timbre train}: tunes a model on a file. */
@Command(
    name = "train",
    description = "Tunes a model to the conversations of a file, on this computer.",
    footer = {
      "",
      "DIR holds all there is to the training: its settings (spec.json), what happened (events.jsonl), checkpoints, and at the end"
          + " the adapter itself (adapter_config.json, adapter_model.safetensors), a PEFT folder.",
      "Ctrl+C saves a checkpoint and stops; the same command with --resume goes on.",
      "With --json: what happens, one object a line."
    })
final class TrainCommand extends TimbreCommand {
  @Parameters(paramLabel = "FILE", description = "A chat training file: one JSON object a line.")
  private Path file;

  @Option(
      names = "--base",
      required = true,
      paramLabel = "MODEL",
      description = "The model to tune: a library name, a GGUF file or a Hugging Face folder.")
  private String base;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the adapter goes.")
  private Path out;

  @Option(
      names = "--validation",
      paramLabel = "FILE",
      description = "Conversations to measure with; they are not learned.")
  private @Nullable Path validation;

  @Option(
      names = "--resume",
      description =
          "Goes on with the training in DIR from its last checkpoint; begins it where there is none.")
  private boolean resume;

  @Mixin private final TrainingOptions options = new TrainingOptions();

  TrainCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws Exception {
    checkUsage();
    var training = timbre.fileTraining();
    var stored = training.stored(out);
    if (resume && stored.isPresent()) {
      return goOn(training, stored.get(), output);
    }
    var model = timbre.models().find(base);
    var learned = TrainingFiles.read(training, file, output);
    var heldOut =
        validation == null
            ? Optional.of(List.<Conversation>of())
            : TrainingFiles.read(training, validation, output);
    if (learned.isEmpty() || heldOut.isEmpty()) {
      return TimbreCommandLine.FAILED;
    }
    return begin(training, model, learned.get(), heldOut.get(), output);
  }

  private void checkUsage() {
    options
        .problem()
        .ifPresent(
            sentence -> {
              throw wrongUsage(sentence);
            });
    for (var needed : validation == null ? List.of(file) : List.of(file, validation)) {
      needFile(needed);
    }
    if (Files.isRegularFile(out)) {
      throw wrongUsage(out + " is a file; --out takes a folder.");
    }
  }

  private int begin(
      FileTraining training,
      LibraryModel model,
      List<Conversation> learned,
      List<Conversation> heldOut,
      Output output)
      throws UserFacingException, InterruptedException {
    var spec = options.over(TrainingSpec.DEFAULT);
    var plan = training.plan(model, spec, learned, heldOut);
    if (plan.refusal().isPresent()) {
      throw plan.refusal().get();
    }
    tell(plan, model, output);
    var report = new TrainingReport(output);
    try (var run = training.start(out, model, spec, learned, heldOut, report::take)) {
      return follow(run, report, output);
    }
  }

  private int goOn(FileTraining training, Stored stored, Output output)
      throws UserFacingException, InterruptedException {
    if (!options.over(stored.spec()).equals(stored.spec())) {
      throw new UserFacingException(
          "error.resume.otherSettings",
          "The training in %s was begun with other settings, and cannot change them on the way. Leave the options out, or train"
                  .formatted(out)
              + " into another folder.",
          out.toString());
    }
    if (stored.last().orElse(null) instanceof JobEvent.Finished done) {
      var report = new TrainingReport(output);
      report.take(done);
      end(report, RunState.FINISHED, output);
      return 0;
    }
    var report = new TrainingReport(output);
    try (var run = training.resume(out, report::take)) {
      return follow(run, report, output);
    }
  }

  private int follow(FileRun run, TrainingReport report, Output output)
      throws InterruptedException {
    try (var _ = ProgramEnd.with(run::pauseAndAwait)) {
      var state = run.await();
      end(report, state, output);
      return state == RunState.FINISHED ? 0 : TimbreCommandLine.FAILED;
    }
  }

  private void end(TrainingReport report, RunState state, Output output) {
    report.end(state, "The same command with --resume goes on from the last checkpoint.");
    if (state == RunState.FINISHED) {
      output.say("The adapter lies in " + out.toAbsolutePath());
    }
  }

  private static void tell(TrainingPlan plan, LibraryModel model, Output output) {
    output.say(
        "%s: %s, %s steps, about %s%s, about %s of memory"
            .formatted(
                model.title(),
                Numbers.conversations(plan.examples()),
                Numbers.whole(plan.steps()),
                Durations.inWords(plan.seconds().orElse(0)),
                plan.measured() ? "" : " (a first guess)",
                Numbers.bytes(plan.peakMemoryBytes())));
    if (plan.withoutAnswer() > 0) {
      output.remark(
          "%d conversations are left out: nothing in them is learned."
              .formatted(plan.withoutAnswer()));
    }
    if (plan.overLength() > 0) {
      output.remark(
          "%d conversations are cut off at the longest length.".formatted(plan.overLength()));
    }
    if (plan.hasFewExamples()) {
      output.remark(
          "Too few conversations to learn from: %d. A voice needs at least some dozens."
              .formatted(plan.examples()));
    }
  }
}
