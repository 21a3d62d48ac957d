package studio.timbre.ui.hear;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.timbre.app.Bill;
import studio.timbre.app.BudgetedHearing.Asking;
import studio.timbre.app.Hearing;
import studio.timbre.app.ProjectBudget;
import studio.timbre.app.Serving;
import studio.timbre.model.Connection;
import studio.timbre.model.JobId;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.Message;
import studio.timbre.model.Provider;
import studio.timbre.model.RunState;
import studio.timbre.model.RunSummary;
import studio.timbre.model.Sampling;
import studio.timbre.model.TrainingSpec;
import studio.timbre.model.TunedModel;
import studio.timbre.model.UserFacingException;

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
  static final Connection OPENAI =
      new Connection("c1", "Our OpenAI", Provider.OPENAI, URI.create("https://api.openai.com/v1"));
  static final Connection NEBIUS =
      new Connection(
          "c2", "Nebius", Provider.NEBIUS, URI.create("https://api.tokenfactory.nebius.com/v1"));
  static final TunedModel TUNED =
      new TunedModel(
          "Gull & Kettle, second try",
          OPENAI,
          "gpt-4.1-mini-2025-04-14",
          "ft:gpt-4.1-mini-2025-04-14:gull-and-kettle:brand:Ab12Cd34",
          Optional.of("ftjob-abc123"));
  static final TunedModel ADAPTER =
      new TunedModel(
          "Gull & Kettle at Nebius",
          NEBIUS,
          "meta-llama/Llama-3.1-8B-Instruct",
          "ftckpt_2",
          Optional.of("ftjob-1"));
  static final TunedModel DEPLOYMENT =
      new TunedModel(
          "Gull & Kettle at Azure",
          new Connection(
              "c3",
              "Our Azure",
              Provider.AZURE,
              URI.create("https://gulls.openai.azure.com/openai/v1")),
          "gpt-4o-mini-2024-07-18",
          "gpt-4o-mini-2024-07-18.ft-0123456789abcdef0123456789abcdef",
          Optional.of("ftjob-2"));
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
  final List<Connection> connections = new ArrayList<>();
  final List<TunedModel> tuned = new ArrayList<>();
  final List<String> names = new ArrayList<>();
  Optional<UserFacingException> problem = Optional.empty();
  Optional<UserFacingException> pressProblem = Optional.empty();
  ProjectBudget.Standing budget = ProjectBudget.Standing.NONE;
  final ScriptedServing serving = new ScriptedServing();
  int stopped;

  @Override
  public Serving serving() {
    return serving;
  }

  @Override
  public List<Connection> connections() throws UserFacingException {
    return List.copyOf(connections);
  }

  @Override
  public List<TunedModel> tunedAtProviders() {
    return List.copyOf(tuned);
  }

  @Override
  public List<String> modelsAt(Connection connection) throws UserFacingException {
    if (problem.isPresent()) {
      throw problem.get();
    }
    return List.copyOf(names);
  }

  @Override
  public Bill forecast(Hearing.Voice.Api voice, List<Message> conversation, Sampling sampling) {
    return new Bill(
        20,
        sampling.maxTokens(),
        false,
        voice.model().startsWith("ft:") ? OptionalDouble.of(0.0004) : OptionalDouble.empty());
  }

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
  public List<Asking> press(List<Hearing.Voice> all, List<Message> conversation, Sampling sampling)
      throws UserFacingException {
    if (pressProblem.isPresent()) {
      throw pressProblem.get();
    }
    return all.stream().map(voice -> asking(voice, conversation, sampling)).toList();
  }

  private Asking asking(Hearing.Voice voice, List<Message> conversation, Sampling sampling) {
    return told -> {
      asked.add(new Asked(voice, conversation, sampling, told));
      return () -> {
        stopped++;
        told.finished(2, 0.5);
      };
    };
  }

  @Override
  public ProjectBudget.Standing budget() {
    return budget;
  }

  @Override
  public void setBudget(OptionalDouble usd) {
    budget = new ProjectBudget.Standing(usd, budget.jobs(), budget.answers());
  }
}
