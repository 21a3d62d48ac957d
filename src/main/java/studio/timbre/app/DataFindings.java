package studio.timbre.app;

import static studio.timbre.app.Finding.Severity.BLOCKING;
import static studio.timbre.app.Finding.Severity.WARNING;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.timbre.app.Finding.DataFile;
import studio.timbre.dataset.FormatProblem;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Problem;
import studio.timbre.model.Provider;

/** What one file of a job means for the provider and the method that it is for. */
final class DataFindings {
  /** Lines with pictures that a file may have. */
  private static final int PICTURE_LINES = 50_000;

  /** Lines of reinforcement fine-tuning. */
  private static final int MOST_QUESTIONS = 50_000;

  private static final int MOST_VALIDATION_QUESTIONS = 1_000;
  private static final int BYTE_ORDER_MARK = 3;

  /** Some services take it. */
  private static final Set<FormatProblem> LENIENT =
      EnumSet.of(FormatProblem.MESSAGE_UNRECOGNIZED_KEY);

  /** Warnings that matter to a provider; the others are for the room in which data is checked. */
  private static final Set<FormatProblem> TOLD =
      EnumSet.of(
          FormatProblem.EMPTY_ANSWER,
          FormatProblem.WEIGHT_ON_NON_ASSISTANT,
          FormatProblem.DEVELOPER_ROLE,
          FormatProblem.PAIR_OF_THE_SAME);

  private static final Set<FormatProblem> OF_PAIRS =
      EnumSet.of(
          FormatProblem.PAIR_NOT_TWO_ANSWERS,
          FormatProblem.PAIR_NOT_TEXT,
          FormatProblem.PAIR_OF_THE_SAME);

  /** A question that is left without an answer has none to be wrong. */
  private static final Set<FormatProblem> OF_ANSWERS =
      EnumSet.of(
          FormatProblem.EXAMPLE_MISSING_ASSISTANT_MESSAGE,
          FormatProblem.LAST_MESSAGE_NOT_ASSISTANT,
          FormatProblem.EMPTY_ANSWER,
          FormatProblem.DEVELOPER_ROLE,
          FormatProblem.INVALID_WEIGHT,
          FormatProblem.WEIGHT_ON_NON_ASSISTANT);

  private final Provider provider;
  private final ApiMethod method;
  private final String model;
  private final Optional<CatalogueEntry> entry;
  private final Optional<DataLook.Limit> longest;
  private final ProviderLimits limits;

  /** @param longest where it is known: among the limits of every look that is handed over */
  DataFindings(
      Provider provider,
      ApiRecipe recipe,
      Optional<CatalogueEntry> entry,
      Optional<DataLook.Limit> longest) {
    this.provider = provider;
    this.method = recipe.method();
    this.model = recipe.model();
    this.entry = entry;
    this.longest = longest;
    this.limits = ProviderLimits.of(provider);
  }

  List<Finding> of(DataLook look, DataFile file) {
    var findings = new ArrayList<Finding>();
    addIf(look.broken, BLOCKING, "preflight.brokenLines", findings);
    addNumber(look, file, findings);
    addSize(look, findings);
    addFit(look, findings);
    addFormat(look, findings);
    addPictures(look, findings);
    longest
        .filter(limit -> look.cut(limit).count() > 0)
        .ifPresent(
            limit ->
                findings.add(
                    look.cut(limit).finding(WARNING, "preflight.overTokens", limit.tokens())));
    return findings.stream().map(finding -> finding.in(file)).toList();
  }

  private static void addIf(
      DataLook.Lines lines, Finding.Severity severity, String key, List<Finding> findings) {
    if (lines.count() > 0) {
      findings.add(lines.finding(severity, key));
    }
  }

  private void addNumber(DataLook look, DataFile file, List<Finding> findings) {
    long lines = look.good.count();
    if (lines == 0) {
      findings.add(Finding.of(BLOCKING, "preflight.empty"));
    } else if (file == DataFile.TRAINING && lines < limits.leastLines()) {
      findings.add(Finding.of(BLOCKING, "preflight.tooFew", lines, limits.leastLines()));
    } else if (file == DataFile.TRAINING && lines < ProviderLimits.FEW_LINES) {
      findings.add(Finding.of(WARNING, "preflight.few", lines, ProviderLimits.FEW_LINES));
    }
    int most = file == DataFile.TRAINING ? MOST_QUESTIONS : MOST_VALIDATION_QUESTIONS;
    if (method instanceof ApiMethod.Reinforcement && lines > most) {
      findings.add(Finding.of(BLOCKING, "preflight.tooManyLines", lines, most));
    }
  }

  private void addSize(DataLook look, List<Finding> findings) {
    if (limits.largestFile().isEmpty()) {
      return;
    }
    var largest = limits.largestFile().get();
    long bytes = look.bytes() + (provider == Provider.AZURE ? BYTE_ORDER_MARK : 0);
    if (bytes > largest.sure()) {
      boolean certain = bytes > largest.most();
      findings.add(
          Finding.of(
              certain ? BLOCKING : WARNING,
              certain ? "preflight.tooLarge" : "preflight.large",
              bytes / 1_000_000,
              largest.sure() / 1_000_000));
    }
  }

  private void addFit(DataLook look, List<Finding> findings) {
    switch (method) {
      case ApiMethod.Supervised _ -> {}
      case ApiMethod.Preference _ -> addIf(look.unfit, BLOCKING, "preflight.noPairs", findings);
      case ApiMethod.Reinforcement _ ->
          addIf(look.unfit, BLOCKING, "preflight.noQuestion", findings);
    }
  }

  private void addFormat(DataLook look, List<Finding> findings) {
    look.problems.forEach(
        (problem, lines) -> {
          boolean error = problem.severity() == Problem.Severity.ERROR;
          if (isOfThisMethod(problem) && (error || TOLD.contains(problem))) {
            var severity = error && !LENIENT.contains(problem) ? BLOCKING : WARNING;
            findings.add(lines.finding(severity, "problem." + problem.kind() + ".text"));
          }
        });
  }

  private boolean isOfThisMethod(FormatProblem problem) {
    return switch (method) {
      case ApiMethod.Supervised _ -> !OF_PAIRS.contains(problem);
      case ApiMethod.Preference _ -> true;
      case ApiMethod.Reinforcement _ ->
          !OF_PAIRS.contains(problem) && !OF_ANSWERS.contains(problem);
    };
  }

  private void addPictures(DataLook look, List<Finding> findings) {
    if (look.withPictures.count() == 0) {
      return;
    }
    addIf(look.manyPictures, BLOCKING, "preflight.picturesInALine", findings);
    addIf(look.skippedPictures, WARNING, "preflight.picturesSkipped", findings);
    if (look.withPictures.count() > PICTURE_LINES) {
      findings.add(Finding.of(BLOCKING, "preflight.pictureLines", PICTURE_LINES));
    }
    if (entry.filter(line -> !line.methods().contains("vision")).isPresent()) {
      findings.add(look.withPictures.finding(WARNING, "preflight.picturesNotOffered", model));
    }
  }
}
