package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import studio.timbre.app.Finding.DataFile;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Connection;
import studio.timbre.model.JobId;
import studio.timbre.model.JobLimits;
import studio.timbre.model.PriceRange;
import studio.timbre.model.Provider;
import studio.timbre.model.Split;
import studio.timbre.model.UserFacingException;

/**
 * Sends the conversations of a project to a provider to be trained on: those that a run on this computer would take.
 */
public final class ApiTraining {

  /**
   * What a person has chosen.
   *
   * @param validate whether the held-out conversations go along, to be measured with
   * @param budgetUsd the job may cost no more
   * @param limits how many jobs the account may have with the model, where the provider said so
   */
  public record Choice(
      String name,
      Connection connection,
      ApiRecipe recipe,
      boolean validate,
      OptionalDouble budgetUsd,
      Optional<JobLimits> limits) {
    /** Where the provider said nothing about the account. */
    public Choice(
        String name,
        Connection connection,
        ApiRecipe recipe,
        boolean validate,
        OptionalDouble budgetUsd) {
      this(name, connection, recipe, validate, budgetUsd, Optional.empty());
    }
  }

  /**
   * What that comes to, before anything is sent.
   *
   * @param heldOut conversations that would go along to be measured with
   */
  public record Forecast(ApiQuote quote, long heldOut) {}

  private final Path folder;
  private final ApiJobs jobs;
  private final TrainingSource source;
  private final ProjectQuotes quotes;

  /**
   * @param folder takes what is about to be sent
   */
  ApiTraining(Path folder, ApiJobs jobs, TrainingSource source, ProjectQuotes quotes) {
    this.folder = folder;
    this.jobs = jobs;
    this.source = source;
    this.quotes = quotes;
  }

  /** Counts what is not counted yet, so not for the JavaFX thread. */
  public Forecast forecast(Choice choice) {
    return quotes.forecast(choice.connection().provider(), choice.recipe());
  }

  /** What the same conversations come to at any provider; empty where a token has no price there. Counts as well. */
  public Optional<PriceRange> price(Provider provider, ApiRecipe recipe) {
    return quotes.forecast(provider, recipe).quote().usd();
  }

  /** What the templates of a grader can reach, as {@code {{item.reference_answer}}}. Reads all of the data. */
  public List<String> graderFields() {
    return GraderFields.of(source);
  }

  /** What should be seen to before, worst first. Reads all of the data, so not for the JavaFX thread; sends nothing. */
  public List<Finding> preflight(Choice choice) throws UserFacingException {
    var data = TrainingData.read(source, source.filter());
    return named(withFiles(choice, data, jobs::preflight), data.journalPosition());
  }

  /** Says of lines which conversations they are, unless somebody edits meanwhile, after which it is looked anew. */
  private List<Finding> named(List<Finding> findings, long position) {
    if (findings.stream().allMatch(finding -> finding.lines().isEmpty())) {
      return findings;
    }
    var training = source.ids(Split.TRAINING, source.filter());
    var heldOut = source.ids(Split.HELD_OUT, source.filter());
    if (source.journalPosition() != position) {
      return findings;
    }
    return findings.stream()
        .map(
            finding ->
                finding
                    .file()
                    .map(file -> finding.of(file == DataFile.TRAINING ? training : heldOut))
                    .orElse(finding))
        .toList();
  }

  /**
   * Writes the data as it stands now into a new job's folder, the order into the project, and begins it in the background. Nothing
   * is sent where the order is refused or would cost more than its budget.
   */
  public JobId start(Choice choice) throws UserFacingException {
    var filter = source.filter();
    var data = TrainingData.read(source, filter);
    // Where a grader scores the answers that the model finds, questions are enough.
    if (choice.recipe().method() instanceof ApiMethod.Reinforcement) {
      data.checkNotEmpty();
    } else {
      data.check();
    }
    var job = withFiles(choice, data, jobs::start);
    source.seen(job, data.journalPosition(), filter);
    return job;
  }

  private interface Use<T> {
    T of(ApiJobs.Wanted wanted) throws UserFacingException;
  }

  private <T> T withFiles(Choice choice, TrainingData data, Use<T> use) throws UserFacingException {
    try (var files = SendingFolder.in(folder)) {
      var training = files.path().resolve("training.jsonl");
      RunFiles.write(training, data.training());
      Optional<Path> validation = Optional.empty();
      if (choice.validate() && !data.heldOut().isEmpty()) {
        validation = Optional.of(files.path().resolve("validation.jsonl"));
        RunFiles.write(validation.get(), data.heldOut());
      }
      return use.of(
          new ApiJobs.Wanted(
              choice.name(),
              choice.connection(),
              Optional.empty(),
              choice.recipe(),
              training,
              validation,
              choice.budgetUsd(),
              OptionalLong.of(data.journalPosition()),
              choice.limits()));
    } catch (IOException e) {
      throw RunFiles.failed(folder, e);
    }
  }
}
