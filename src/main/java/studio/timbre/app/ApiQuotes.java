package studio.timbre.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import studio.timbre.json.PairJson;
import studio.timbre.model.ApiJob;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Conversation;
import studio.timbre.model.CostEstimate;
import studio.timbre.model.CountingWay;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.PriceRange;
import studio.timbre.model.Provider;
import studio.timbre.model.TokenRange;
import studio.timbre.model.UserFacingException;
import studio.timbre.pricing.Catalogue;
import studio.timbre.pricing.Estimates;
import studio.timbre.pricing.PriceLines;
import studio.timbre.pricing.TokenTotals;
import studio.timbre.pricing.TotalsRange;
import studio.timbre.tokens.ApiCounters;
import studio.timbre.tokens.RangeCounter;
import studio.timbre.tokens.RangeCounter.Counted;
import studio.timbre.tokens.TokenizerFamily;

/** Counts the data of a job at a provider and says what training on it costs there. */
final class ApiQuotes {
  private static final double MILLION = 1e6;

  private final Catalogue catalogue;
  private final FileTraining reading;
  private final FamilyCounters onThisComputer;

  ApiQuotes(Catalogue catalogue, FileTraining reading, FamilyCounters onThisComputer) {
    this.catalogue = catalogue;
    this.reading = reading;
    this.onThisComputer = onThisComputer;
  }

  /** Refuses a file with broken lines or without a conversation. */
  ApiQuote quote(Provider provider, ApiRecipe recipe, Path file) throws UserFacingException {
    var entry = entry(provider, recipe);
    var counter = counter(entry, recipe.model());
    var billed = billed(counter, recipe.method());
    var tally =
        new TotalsRange.Tally(
            entry.map(CatalogueEntry::contextLengthTraining).orElse(OptionalInt.empty()));
    var broken = new ArrayList<Refusal>();
    var conversations = new long[1];
    reading.each(
        file,
        conversation -> {
          conversations[0]++;
          var counted = billed.apply(conversation);
          tally.add(counted.low(), counted.high());
        },
        broken::add);
    if (!broken.isEmpty()) {
      var first = broken.getFirst();
      throw broken(file, "line %d: %s".formatted(first.line(), first.english()));
    }
    if (conversations[0] == 0) {
      throw broken(file, "there is no conversation in it");
    }
    return quote(entry, recipe, tally.totals(), counter.way());
  }

  /**
   * The same for data that is counted elsewhere.
   *
   * @param totals cut to the limit of the line
   */
  ApiQuote quote(
      Optional<CatalogueEntry> entry, ApiRecipe recipe, TotalsRange totals, CountingWay way) {
    var low = estimate(entry, recipe, totals.low());
    var high = estimate(entry, recipe, totals.high());
    Optional<PriceRange> usd =
        low.costUsd().isPresent() && high.costUsd().isPresent()
            ? Optional.of(new PriceRange(low.costUsd().getAsDouble(), most(entry, high)))
            : Optional.empty();
    return new ApiQuote(
        high.examples(),
        new TokenRange(low.billedTokens(), high.billedTokens()),
        way,
        high.epochs(),
        usd,
        entry);
  }

  /** Where sources differ on a price or on a minimum charge, a budget holds the highest. */
  private static double most(Optional<CatalogueEntry> entry, CostEstimate high) {
    double usd = high.costUsd().orElse(0);
    var terms = entry.map(CatalogueEntry::terms);
    double dearest =
        terms.map(known -> known.trainingUsdPerMillionTokensAtMost().orElse(0)).orElse(0.0);
    double minimum = terms.map(known -> known.minimumUsdAtMost().orElse(0)).orElse(0.0);
    double most = Math.max(usd, high.billedTokens() * dearest / MILLION);
    return most > 0 ? Math.max(most, minimum) : 0;
  }

  private static CostEstimate estimate(
      Optional<CatalogueEntry> entry, ApiRecipe recipe, TokenTotals totals) {
    var epochs = recipe.numbers().epochs();
    return entry
        .map(line -> Estimates.of(line, totals, epochs))
        .orElseGet(() -> Estimates.unpriced(recipe.model(), totals, epochs));
  }

  /**
   * Of a pair both answers are put through the model, so both are counted; whether a provider bills the rejected one is published
   * nowhere, and a budget must not be passed.
   */
  static Function<Conversation, Counted> billed(RangeCounter counter, ApiMethod method) {
    if (!(method instanceof ApiMethod.Preference)) {
      return counter::count;
    }
    return pair -> {
      var counted = counter.count(pair);
      return PairJson.rejected(pair)
          .map(answer -> counted.plus(counter.count(new Conversation(answer, Map.of()))))
          .orElse(counted);
    };
  }

  /** What the tokens that a provider says it trained on come to; empty where either they or their price are not known. */
  OptionalDouble trainedUsd(ApiJob job) {
    if (job.trainedTokens().isEmpty()) {
      return OptionalDouble.empty();
    }
    var order = job.order();
    return entry(order.connection().provider(), order.recipe())
        .map(line -> Estimates.cost(line, job.trainedTokens().getAsLong()))
        .orElse(OptionalDouble.empty());
  }

  /** What counts the tokens of a model: its own encoding, else a tokenizer of its family, else bounds. */
  RangeCounter counter(Optional<CatalogueEntry> entry, String model) {
    var encoding = entry.flatMap(CatalogueEntry::encoding).flatMap(ApiCounters::forEncoding);
    return encoding
        .or(() -> ApiCounters.forModel(model))
        .map(RangeCounter::exactly)
        .orElseGet(() -> familyCounter(TokenizerFamily.of(model)));
  }

  private RangeCounter familyCounter(TokenizerFamily family) {
    return onThisComputer.of(family).orElseGet(() -> RangeCounter.roughly(family));
  }

  /** The model's line at this very provider: the same model costs something else elsewhere. */
  Optional<CatalogueEntry> entry(Provider provider, ApiRecipe recipe) {
    return ProviderFacts.of(provider)
        .catalogue()
        .flatMap(
            name ->
                PriceLines.find(catalogue.entries(), name, recipe.model(), recipe.method().word()));
  }

  private static UserFacingException broken(Path file, String what) {
    return new UserFacingException(
        "error.api.brokenData",
        "%s has lines that cannot be trained on: %s. Nothing was sent; correct them first."
            .formatted(file, what.replaceAll("\\.$", "")),
        file.toString(),
        what);
  }
}
