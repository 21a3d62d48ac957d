package studio.timbre.app;

import java.util.OptionalInt;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.CostEstimate;
import studio.timbre.model.Provider;
import studio.timbre.model.Split;
import studio.timbre.pricing.Estimates;
import studio.timbre.pricing.TokenTotals;
import studio.timbre.pricing.TotalsRange;
import studio.timbre.store.Conversations;
import studio.timbre.store.TokenCounts;
import studio.timbre.tokens.ConversationCounter;
import studio.timbre.tokens.RangeCounter;

/** What training on a project's conversations comes to at a provider, from the counts that the project has. */
final class ProjectQuotes {
  private final ApiQuotes quotes;
  private final Conversations conversations;
  private final TokenCounts counts;
  private final TrainingSource source;
  private final CountedTotals counted = new CountedTotals();

  ProjectQuotes(
      ApiQuotes quotes, Conversations conversations, TokenCounts counts, TrainingSource source) {
    this.quotes = quotes;
    this.conversations = conversations;
    this.counts = counts;
    this.source = source;
  }

  ApiTraining.Forecast forecast(Provider provider, ApiRecipe recipe) {
    var entry = quotes.entry(provider, recipe);
    var limit = entry.map(CatalogueEntry::contextLengthTraining).orElse(OptionalInt.empty());
    var counter = quotes.counter(entry, recipe.model());
    var totals = totals(counter, recipe.method(), limit);
    return new ApiTraining.Forecast(quotes.quote(entry, recipe, totals, counter.way()), heldOut());
  }

  /** For a model of the catalogue, from the counts alone: what is not counted yet is missing. */
  CostEstimate estimate(CatalogueEntry model, OptionalInt epochs) {
    return Estimates.of(
        model, sum(ChosenModel.counter(model).name(), model.contextLengthTraining()), epochs);
  }

  private long heldOut() {
    return conversations.totals(source.filter().query(Split.HELD_OUT), "").conversations();
  }

  private TotalsRange totals(RangeCounter counter, ApiMethod method, OptionalInt limit) {
    // The counts that the project keeps are of one answer to each question.
    if (!(method instanceof ApiMethod.Preference)) {
      var kept = counter.exact().map(ConversationCounter::name).filter(this::isCounted);
      if (kept.isPresent()) {
        return TotalsRange.exactly(sum(kept.get(), limit));
      }
    }
    return counted.of(
        new CountedTotals.Asked(
            counter,
            method instanceof ApiMethod.Preference,
            limit,
            source.filter(),
            source.journalPosition()),
        () -> tally(counter, method, limit));
  }

  private TotalsRange tally(RangeCounter counter, ApiMethod method, OptionalInt limit) {
    var tally = new TotalsRange.Tally(limit);
    var billed = ApiQuotes.billed(counter, method);
    source.each(
        Split.TRAINING,
        source.filter(),
        conversation -> {
          var ends = billed.apply(conversation);
          tally.add(ends.low(), ends.high());
        });
    return tally.totals();
  }

  private boolean isCounted(String counter) {
    return conversations.totals(source.filter().query(Split.TRAINING), counter).uncounted() == 0;
  }

  private TokenTotals sum(String counter, OptionalInt limit) {
    var sum = counts.trainingSum(source.filter(), counter, limit.orElse(Integer.MAX_VALUE));
    return new TokenTotals(
        sum.examples(), sum.tokens(), sum.answerTokens(), sum.cutTokens(), sum.overLimit());
  }
}
