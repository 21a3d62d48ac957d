package studio.timbre.ui.hear;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.timbre.app.Hearing;
import studio.timbre.model.JobId;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.Message;
import studio.timbre.model.RunState;
import studio.timbre.model.RunSummary;
import studio.timbre.model.Sampling;
import studio.timbre.model.TrainingSpec;

/** Voices that say what a test lets them say. */
final class ScriptedVoices implements HearSource {
  static final LibraryModel MODEL =
      new LibraryModel(
          "smollm2-135m-instruct",
          "SmolLM2-135M-Instruct",
          Path.of("small.gguf"),
          134_515_008,
          91_700_000,
          "GGUF");
  static final RunSummary RUN =
      new RunSummary(
          new JobId("one"),
          "Balanced, run 1",
          "SmolLM2-135M-Instruct",
          Path.of("small.gguf"),
          Instant.parse("2026-11-22T08:00:00Z"),
          RunState.FINISHED,
          TrainingSpec.DEFAULT,
          214,
          135,
          135,
          OptionalDouble.of(0.9),
          OptionalDouble.of(2.1),
          OptionalDouble.of(1.5),
          Optional.of(Path.of("adapter")),
          true);
  static final Question QUESTION =
      new Question(
          "You are the voice of Gull & Kettle.",
          "Can I get oat milk?",
          "You can. It costs nothing extra, and it foams better than it has any right to.");

  /** One question to a voice. */
  record Asked(
      Hearing.Voice voice, List<Message> conversation, Sampling sampling, Hearing.Listener told) {}

  final List<LibraryModel> models = new ArrayList<>();
  final List<RunSummary> runs = new ArrayList<>();
  final List<Question> questions = new ArrayList<>();
  final List<Asked> asked = new ArrayList<>();
  int stopped;

  @Override
  public List<LibraryModel> models() {
    return List.copyOf(models);
  }

  @Override
  public List<RunSummary> runs() {
    return List.copyOf(runs);
  }

  @Override
  public List<Question> questions() {
    return List.copyOf(questions);
  }

  @Override
  public String usualSystem() {
    return "You are the voice of Gull & Kettle.";
  }

  @Override
  public Hearing.Answer ask(
      Hearing.Voice voice, List<Message> conversation, Sampling sampling, Hearing.Listener told) {
    asked.add(new Asked(voice, conversation, sampling, told));
    return () -> {
      stopped++;
      told.finished(2, 0.5);
    };
  }
}
