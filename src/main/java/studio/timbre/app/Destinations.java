package studio.timbre.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import studio.timbre.app.Finding.DataFile;
import studio.timbre.dataset.SentLine;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Progress;
import studio.timbre.model.Provider;
import studio.timbre.model.Split;
import studio.timbre.pricing.PriceLines;

/**
 * Where the data of a project can be trained on: for each provider and model that takes new jobs today, what would stop it. Nothing is
 * sent. All of them are looked at in one pass over the data.
 */
public final class Destinations {
  private static final long TELL_EVERY = 500;

  /** The one sentence that names a model. */
  private static final String NAMES = "preflight.picturesNotOffered";

  private final TrainingSource source;
  private final ApiQuotes quotes;
  private final List<CatalogueEntry> catalogue;

  /**
   * Models of one provider to which the data means the same.
   *
   * @param models at least one
   * @param takesMethod whether they are trained by what the data holds: answers, or pairs of them
   * @param findings worst first; those that are about conversations name them
   */
  public record Destination(
      Provider provider, List<CatalogueEntry> models, boolean takesMethod, List<Finding> findings) {
    public Destination {
      models = List.copyOf(models);
      findings = List.copyOf(findings);
    }

    public boolean isReady() {
      return takesMethod && findings.stream().noneMatch(Finding::isBlocking);
    }
  }

  /**
   * What a look came to.
   *
   * @param pairs whether all of the data is pairs of answers, and would be trained on as such
   * @param all ready ones first within a provider; empty where there is nothing to train on
   */
  public record Outlook(boolean pairs, List<Destination> all) {
    public Outlook {
      all = List.copyOf(all);
    }
  }

  private record Model(Provider provider, CatalogueEntry entry, Optional<DataLook.Limit> limit) {}

  private record Verdict(Provider provider, boolean takesMethod, List<Finding> findings) {}

  /** @param catalogue every line that is known */
  Destinations(TrainingSource source, ApiQuotes quotes, List<CatalogueEntry> catalogue) {
    this.source = source;
    this.quotes = quotes;
    this.catalogue = List.copyOf(catalogue);
  }

  /**
   * Reads all of the data, so not for the JavaFX thread.
   *
   * @throws CancellationException where the progress is cancelled
   */
  public Outlook look(LocalDate today, Progress progress) {
    var filter = source.filter();
    long[] training = source.ids(Split.TRAINING, filter);
    if (training.length == 0) {
      return new Outlook(false, List.of());
    }
    long[] heldOut = source.ids(Split.HELD_OUT, filter);
    long all = (long) training.length + heldOut.length;
    ApiMethod method = new ApiMethod.Supervised();
    var models = models(today, method);
    var count = new Count(progress, all);
    var learned = look(Split.TRAINING, method, limits(models), count);
    boolean pairs = learned.pairs() == learned.good.count();
    if (pairs) {
      method = new ApiMethod.Preference(OptionalDouble.empty());
      models = models(today, method);
      count = new Count(progress, all);
      learned = look(Split.TRAINING, method, limits(models), count);
    }
    var measured = look(Split.HELD_OUT, method, limits(models), count);
    var grouped = new LinkedHashMap<Verdict, List<CatalogueEntry>>();
    for (var model : models) {
      grouped
          .computeIfAbsent(verdict(model, method, learned, measured), _ -> new ArrayList<>())
          .add(model.entry());
    }
    return new Outlook(pairs, destinations(grouped, training, heldOut));
  }

  private static List<Destination> destinations(
      Map<Verdict, List<CatalogueEntry>> grouped, long[] training, long[] heldOut) {
    return grouped.entrySet().stream()
        .map(
            group ->
                new Destination(
                    group.getKey().provider(),
                    group.getValue(),
                    group.getKey().takesMethod(),
                    named(group.getKey().findings(), training, heldOut)))
        .sorted(
            Comparator.comparing(Destination::provider)
                .thenComparing(destination -> !destination.isReady()))
        .toList();
  }

  private static List<Finding> named(List<Finding> findings, long[] training, long[] heldOut) {
    return findings.stream()
        .map(
            finding ->
                finding
                    .file()
                    .map(file -> finding.of(file == DataFile.TRAINING ? training : heldOut))
                    .orElse(finding))
        .sorted(Comparator.comparing(Finding::severity))
        .toList();
  }

  private static List<DataLook.Limit> limits(List<Model> models) {
    return models.stream().flatMap(model -> model.limit().stream()).distinct().toList();
  }

  /** Models that take new jobs, at providers that Timbre can speak to. */
  private List<Model> models(LocalDate today, ApiMethod method) {
    var models = new ArrayList<Model>();
    for (var provider : Provider.values()) {
      var name = ProviderFacts.of(provider).catalogue();
      var names = new HashSet<String>();
      catalogue.stream()
          .filter(entry -> name.filter(entry.provider()::equals).isPresent())
          .filter(entry -> entry.isOpenForJobs(today) && names.add(entry.model()))
          // A way of training has a price class of its own: the others say nothing about a model.
          .filter(entry -> !PriceLines.isOfSizes(entry) || entry.methods().contains(method.word()))
          .map(
              entry ->
                  new Model(
                      provider, entry, Preflight.limit(quotes, Optional.of(entry), entry.model())))
          .forEach(models::add);
    }
    return models;
  }

  private Verdict verdict(Model model, ApiMethod method, DataLook learned, DataLook measured) {
    var provider = model.provider();
    if (!takes(model, method)) {
      return new Verdict(provider, false, List.of());
    }
    var checks =
        new DataFindings(
            provider,
            ApiRecipe.of(model.entry().model()).withMethod(method),
            Optional.of(model.entry()),
            model.limit());
    var findings = new ArrayList<>(checks.of(learned, DataFile.TRAINING));
    if (measured.good.count() > 0 && ApiDialects.of(provider).measuresOnOtherData(method)) {
      findings.addAll(checks.of(measured, DataFile.VALIDATION));
      Preflight.overlap(learned, measured).ifPresent(findings::add);
    }
    return new Verdict(provider, true, findings.stream().map(Destinations::ofAll).toList());
  }

  /** What is the same of several models does not name one of them. */
  private static Finding ofAll(Finding finding) {
    return finding.key().equals(NAMES) ? finding.saying("where.pictures") : finding;
  }

  /** One model may have several lines, each with some of the methods. */
  private boolean takes(Model model, ApiMethod method) {
    return ProviderAbilities.of(model.provider()).methods().contains(method.word())
        && catalogue.stream()
            .filter(
                line ->
                    line.provider().equals(model.entry().provider())
                        && line.model().equals(model.entry().model()))
            .anyMatch(line -> line.methods().contains(method.word()));
  }

  private DataLook look(Split split, ApiMethod method, List<DataLook.Limit> limits, Count count) {
    var look = new DataLook(SentLine.of(method), limits);
    var line = new long[1];
    source.each(
        split,
        source.filter(),
        conversation -> {
          count.one();
          look.take(++line[0], conversation);
        });
    return look;
  }

  /** How many conversations were looked at. */
  private static final class Count {
    private final Progress progress;
    private final long all;
    private long done;

    Count(Progress progress, long all) {
      this.progress = progress;
      this.all = all;
    }

    void one() {
      if (done % TELL_EVERY == 0) {
        if (progress.isCancelled()) {
          throw new CancellationException("looking where data can be trained on was cancelled");
        }
        progress.report(Math.min(done, all), all);
      }
      done++;
    }
  }
}
