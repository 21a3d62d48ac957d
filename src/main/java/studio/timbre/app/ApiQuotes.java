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
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Provider;
import studio.timbre.model.TokenCount;
import studio.timbre.model.UserFacingException;
import studio.timbre.pricing.Catalogue;
import studio.timbre.pricing.Estimates;
import studio.timbre.pricing.PriceLines;
import studio.timbre.pricing.TokenTotals;
import studio.timbre.tokens.ApiCounters;
import studio.timbre.tokens.ConversationCounter;

/** Counts the data of a job at a provider and says what training on it costs there. */
final class ApiQuotes {
  private final Catalogue catalogue;
  private final FileTraining reading;

  ApiQuotes(Catalogue catalogue, FileTraining reading) {
    this.catalogue = catalogue;
    this.reading = reading;
  }

  /** Refuses a file with broken lines or without a conversation. */
  ApiQuote quote(Provider provider, ApiRecipe recipe, Path file) throws UserFacingException {
    var model = recipe.model();
    var entry = entry(provider, recipe);
    var counter = counter(entry, model).map(counting -> billed(counting, recipe.method()));
    var tally =
        new TokenTotals.Tally(
            entry.map(CatalogueEntry::contextLengthTraining).orElse(OptionalInt.empty()));
    var broken = new ArrayList<Refusal>();
    var conversations = new long[1];
    reading.each(
        file,
        conversation -> {
          conversations[0]++;
          counter.ifPresent(counting -> tally.add(counting.apply(conversation)));
        },
        broken::add);
    if (!broken.isEmpty()) {
      var first = broken.getFirst();
      throw broken(file, "line %d: %s".formatted(first.line(), first.english()));
    }
    if (conversations[0] == 0) {
      throw broken(file, "there is no conversation in it");
    }
    return quote(entry, recipe, conversations[0], counter.map(_ -> tally.totals()));
  }

  /**
   * The same for data that is counted elsewhere.
   *
   * @param counted cut to the limit of the line; empty where the tokens cannot be counted for this model
   */
  ApiQuote quote(
      Optional<CatalogueEntry> entry,
      ApiRecipe recipe,
      long conversations,
      Optional<TokenTotals> counted) {
    var epochs = recipe.numbers().epochs();
    if (counted.isEmpty()) {
      return new ApiQuote(conversations, Optional.empty(), epochs, OptionalDouble.empty(), entry);
    }
    var totals = counted.get();
    var estimate =
        entry
            .map(line -> Estimates.of(line, totals, epochs))
            .orElseGet(() -> Estimates.unpriced(recipe.model(), totals, epochs));
    return new ApiQuote(
        conversations,
        Optional.of(estimate.billedTokens()),
        OptionalInt.of(estimate.epochs()),
        estimate.costUsd(),
        entry);
  }

  /**
   * Of a pair both answers are put through the model, so both are counted; whether a provider bills the rejected one is published
   * nowhere, and a budget must not be passed.
   */
  static Function<Conversation, TokenCount> billed(ConversationCounter counter, ApiMethod method) {
    if (!(method instanceof ApiMethod.Preference)) {
      return counter::count;
    }
    return pair -> {
      var count = counter.count(pair);
      int rejected =
          PairJson.rejected(pair)
              .map(answer -> counter.count(new Conversation(answer, Map.of())).total())
              .orElse(0);
      return new TokenCount(count.total() + rejected, count.answers(), count.messages());
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

  /** What counts the tokens of a model; empty where it has a tokenizer that is not at hand. */
  Optional<ConversationCounter> counter(Optional<CatalogueEntry> entry, String model) {
    var encoding = entry.flatMap(CatalogueEntry::encoding).flatMap(ApiCounters::forEncoding);
    return encoding.isPresent() ? encoding : ApiCounters.forModel(model);
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
