package studio.timbre.app;

import static studio.timbre.app.Finding.Severity.BLOCKING;
import static studio.timbre.app.Finding.Severity.WARNING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.timbre.app.ApiJobs.Wanted;
import studio.timbre.app.Finding.DataFile;
import studio.timbre.dataset.SentLine;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.JobLimits;
import studio.timbre.model.UserFacingException;

/** Looks a job over before it is sent: the data, what the provider takes, and how long the model stays. Sends nothing. */
final class Preflight {
  private static final double SMALLEST_FACTOR = 0.001;

  private final ApiQuotes quotes;
  private final LocalDate today;

  Preflight(ApiQuotes quotes, LocalDate today) {
    this.quotes = quotes;
    this.today = today;
  }

  /** Worst first. */
  List<Finding> of(Wanted wanted) throws UserFacingException {
    var entry = quotes.entry(wanted.connection().provider(), wanted.recipe());
    var findings = new ArrayList<>(ofModel(wanted, entry));
    if (looksAbsolute(wanted)) {
      findings.add(Finding.of(WARNING, "preflight.rateLooksAbsolute"));
    }
    wanted
        .limits()
        .filter(JobLimits::isReached)
        .ifPresent(limits -> findings.add(accountFull(wanted, limits)));
    var form = SentLine.of(wanted.recipe().method());
    var limit = limit(quotes, entry, wanted.recipe().model());
    var limits = limit.stream().toList();
    var checks = new DataFindings(wanted.connection().provider(), wanted.recipe(), entry, limit);
    var training = DataLook.at(wanted.training(), form, limits);
    findings.addAll(checks.of(training, DataFile.TRAINING));
    if (wanted.validation().isPresent()) {
      findings.addAll(unmeasured(wanted));
      var validation = DataLook.at(wanted.validation().get(), form, limits);
      findings.addAll(checks.of(validation, DataFile.VALIDATION));
      overlap(training, validation).ifPresent(findings::add);
    } else if (wanted.recipe().method() instanceof ApiMethod.Reinforcement) {
      findings.add(Finding.of(BLOCKING, "preflight.validationMissing"));
    }
    findings.sort(Comparator.comparing(Finding::severity));
    return List.copyOf(findings);
  }

  /** The longest line that a model learns whole, where both that and its way of counting are known. */
  static Optional<DataLook.Limit> limit(
      ApiQuotes quotes, Optional<CatalogueEntry> entry, String model) {
    var tokens = entry.map(CatalogueEntry::contextLengthTraining).orElse(OptionalInt.empty());
    return tokens.isEmpty()
        ? Optional.empty()
        : quotes
            .counter(entry, model)
            .exact()
            .map(counter -> new DataLook.Limit(counter, tokens.getAsInt()));
  }

  /** What two files have in common. */
  static Optional<Finding> overlap(DataLook training, DataLook validation) {
    long shared = validation.shared(training);
    return shared == 0
        ? Optional.empty()
        : Optional.of(Finding.of(WARNING, "preflight.overlap", shared).in(DataFile.VALIDATION));
  }

  private static Finding accountFull(Wanted wanted, JobLimits limits) {
    return Finding.of(
        WARNING,
        "preflight.accountFull",
        limits.active().getAsInt(),
        limits.atOnce().getAsInt(),
        wanted.recipe().model());
  }

  /** Where a factor is meant, one so small trains nothing; it was probably taken from a provider that takes the rate itself. */
  private static boolean looksAbsolute(Wanted wanted) {
    var meaning = ProviderAbilities.of(wanted.connection().provider()).learningRate();
    return meaning == ProviderAbilities.LearningRate.FACTOR
        && wanted.recipe().numbers().learningRate().orElse(1) < SMALLEST_FACTOR;
  }

  private static List<Finding> unmeasured(Wanted wanted) {
    var provider = wanted.connection().provider();
    return ApiDialects.of(provider).measuresOnOtherData(wanted.recipe().method())
        ? List.of()
        : List.of(Finding.of(WARNING, "preflight.notMeasured").in(DataFile.VALIDATION));
  }

  private List<Finding> ofModel(Wanted wanted, Optional<CatalogueEntry> entry) {
    var findings = new ArrayList<Finding>();
    if (entry.isEmpty()) {
      return findings;
    }
    var model = entry.get();
    String name = wanted.recipe().model();
    if (!model.methods().contains(wanted.recipe().method().word())) {
      findings.add(Finding.of(BLOCKING, "preflight.method", name, model.asOf()));
    }
    if (!model.isOpenForJobs(today)) {
      findings.add(Finding.of(WARNING, "preflight.closed", name));
    } else {
      model
          .lastNewJobDate()
          .ifPresent(day -> findings.add(Finding.of(WARNING, "preflight.lastJobs", name, day)));
    }
    model
        .shutdownDate()
        .ifPresent(day -> findings.add(Finding.of(WARNING, "preflight.answersUntil", day)));
    return findings;
  }
}
