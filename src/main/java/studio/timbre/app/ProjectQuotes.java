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
import studio.timbre.store.Conversations;
import studio.timbre.store.TokenCounts;
import studio.timbre.tokens.ConversationCounter;

/** What training on a project's conversations comes to at a provider, from the counts that the project has. */
final class ProjectQuotes {
  private final ApiQuotes quotes;
  private final Conversations conversations;
  private final TokenCounts counts;
  private final TrainingSource source;

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
    var counted =
        quotes
            .counter(entry, recipe.model())
            .map(counter -> totals(counter, recipe.method(), limit));
    return new ApiTraining.Forecast(quotes.quote(entry, recipe, examples(), counted), heldOut());
  }

  /** For a model of the catalogue, from the counts alone: what is not counted yet is missing. */
  CostEstimate estimate(CatalogueEntry model, OptionalInt epochs) {
    return Estimates.of(
        model, sum(ChosenModel.counter(model).name(), model.contextLengthTraining()), epochs);
  }

  private long examples() {
    return sum("", OptionalInt.empty()).examples();
  }

  private long heldOut() {
    return conversations.totals(source.filter().query(Split.HELD_OUT), "").conversations();
  }

  private TokenTotals totals(ConversationCounter counter, ApiMethod method, OptionalInt limit) {
    // The counts that the project keeps are of one answer to each question.
    boolean isCounted =
        !(method instanceof ApiMethod.Preference)
            && conversations
                    .totals(source.filter().query(Split.TRAINING), counter.name())
                    .uncounted()
                == 0;
    if (isCounted) {
      return sum(counter.name(), limit);
    }
    var tally = new TokenTotals.Tally(limit);
    var billed = ApiQuotes.billed(counter, method);
    source.each(
        Split.TRAINING, source.filter(), conversation -> tally.add(billed.apply(conversation)));
    return tally.totals();
  }

  private TokenTotals sum(String counter, OptionalInt limit) {
    var sum = counts.trainingSum(source.filter(), counter, limit.orElse(Integer.MAX_VALUE));
    return new TokenTotals(
        sum.examples(), sum.tokens(), sum.answerTokens(), sum.cutTokens(), sum.overLimit());
  }
}
