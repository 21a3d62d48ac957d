package studio.timbre.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import studio.timbre.app.CostReport.Offer;
import studio.timbre.app.CostReport.Usual;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Conversation;
import studio.timbre.model.CountingWay;
import studio.timbre.model.ImportReport;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.MonthlyUse;
import studio.timbre.model.PromptDiet;
import studio.timbre.model.Split;
import studio.timbre.model.UseRange;
import studio.timbre.model.WholePrice;
import studio.timbre.pricing.TokenTotals;
import studio.timbre.pricing.TotalsRange;
import studio.timbre.pricing.WholePrices;
import studio.timbre.tokens.RangeCounter;
import studio.timbre.tokens.RangeCounter.Counted;
import studio.timbre.tokens.TokenizerFamily;

/**
 * Takes conversations one after the other, counts each once for every tokenizer and limit that some model has, and makes prices of it
 * at the end.
 */
final class CostReckoning {
  private static final ApiMethod.Preference PAIRS =
      new ApiMethod.Preference(OptionalDouble.empty());

  /** A model at a provider, and how it is counted. */
  private record Model(String name, CatalogueEntry line, Key key, CountingWay way) {}

  /** What has the same tokenizer and limit has the same sums. */
  private record Key(CountingWay way, TokenizerFamily family, OptionalInt limit) {}

  /** Conversations of both splits, as they are trained on. */
  private static final class Sums {
    private final Function<Conversation, Counted> counter;
    private final TotalsRange.Tally training;
    private final TotalsRange.Tally heldOut;

    Sums(RangeCounter counter, OptionalInt limit) {
      this.counter = ApiQuotes.billed(counter, PAIRS);
      training = new TotalsRange.Tally(limit);
      heldOut = new TotalsRange.Tally(limit);
    }

    void add(Split split, Conversation conversation) {
      var counted = counter.apply(conversation);
      (split == Split.HELD_OUT ? heldOut : training).add(counted.low(), counted.high());
    }
  }

  /** All sums of the data in one of its forms. */
  private static final class Form {
    private final UnaryOperator<Conversation> change;
    private final Map<Key, Sums> sums = new LinkedHashMap<>();
    private final CallTally calls = new CallTally();

    Form(UnaryOperator<Conversation> change) {
      this.change = change;
    }

    void add(Split split, Conversation conversation) {
      var changed = change.apply(conversation);
      sums.values().forEach(each -> each.add(split, changed));
      if (split != Split.HELD_OUT) {
        calls.add(changed);
      }
    }
  }

  private final CostWish wish;
  private final List<Model> models = new ArrayList<>();
  private final List<LocalCosts.Tally> local;
  private final Form given = new Form(UnaryOperator.identity());
  private final Optional<Form> shortened;
  private final Optional<Form> today;
  private long conversations;
  private long pairs;
  private long heldOut;
  private final List<Refusal> refused = new ArrayList<>();
  private long refusedLines;

  /**
   * @param open lines of models that take new jobs
   */
  CostReckoning(
      List<CatalogueEntry> open, ApiQuotes quotes, List<LocalCosts.Tally> local, CostWish wish) {
    this.wish = wish;
    this.local = local;
    shortened = wish.diet().map(diet -> form(diet.shortPrompt()));
    today = wish.diet().flatMap(CostWish.Diet::longPrompt).map(CostReckoning::form);
    for (var line : open) {
      for (var name : ModelOffers.names(line)) {
        var counter = quotes.counter(Optional.of(line), name);
        var family = TokenizerFamily.of(name);
        var limit = line.contextLengthTraining();
        var key = new Key(counter.way(), family, limit);
        given.sums.computeIfAbsent(key, _ -> new Sums(counter, limit));
        shortened.ifPresent(form -> form.sums.computeIfAbsent(key, _ -> new Sums(counter, limit)));
        models.add(new Model(name, line, key, counter.way()));
      }
    }
  }

  private static Form form(String prompt) {
    return new Form(conversation -> SystemPrompts.with(conversation, prompt));
  }

  void add(Split split, Conversation conversation) {
    given.add(split, conversation);
    shortened.ifPresent(form -> form.add(split, conversation));
    today.ifPresent(form -> form.add(split, conversation));
    if (split == Split.HELD_OUT) {
      heldOut++;
      return;
    }
    local.forEach(each -> each.add(conversation));
    conversations++;
    if (conversation.isPair()) {
      pairs++;
    }
  }

  /** What of the data could not be read. */
  void leaveAside(ImportReport read) {
    refused.addAll(read.refused());
    refusedLines += read.refusedLines();
  }

  CostReport report(LocalDate day) {
    String method = conversations > 0 && pairs == conversations ? PAIRS.word() : "supervised";
    var offers =
        models.stream()
            .filter(model -> model.line().methods().contains(method))
            .map(this::offer)
            .sorted((one, other) -> WholePrice.CHEAPEST_FIRST.compare(one.price(), other.price()))
            .toList();
    return new CostReport(
        day,
        method,
        conversations,
        heldOut,
        given.calls.usual(),
        offers,
        local.stream().map(each -> each.local(wish)).toList(),
        refused,
        refusedLines);
  }

  private Offer offer(Model model) {
    var usual = given.calls.usual();
    var price = price(model, given, use(model, usual.promptTokens(), usual));
    return new Offer(price, model.way(), shortened.map(form -> diet(model, form, usual)));
  }

  private PromptDiet diet(Model model, Form shorter, Usual usual) {
    double before = today.orElse(given).calls.usual().promptTokens();
    double after = shorter.calls.usual().promptTokens();
    return new PromptDiet(
        price(model, given, use(model, before, usual)),
        price(model, shorter, cut(model, before, before - after, usual)));
  }

  private WholePrice price(Model model, Form form, UseRange use) {
    var sums = form.sums.get(model.key());
    var data = new WholePrices.Data(sums.training.totals(), sums.heldOut.totals(), wish.epochs());
    return WholePrices.of(model.name(), model.line(), data, use, wish.months());
  }

  private UseRange use(Model model, double prompt, Usual usual) {
    return cut(model, prompt, 0, usual);
  }

  /**
   * What is used, in the model's own tokens: as many for one of o200k as the data has.
   *
   * @param prompt of a call in the data
   * @param less by so much is a prompt shorter, and so is what is cached of it
   */
  private UseRange cut(Model model, double prompt, double less, Usual usual) {
    var totals = given.sums.get(model.key()).training.totals();
    return new UseRange(
        use(ratio(totals.low()), prompt, less, usual),
        use(ratio(totals.high()), prompt, less, usual));
  }

  private double ratio(TokenTotals totals) {
    long o200k = given.calls.tokens();
    return o200k == 0 || pairs > 0 ? 1 : (double) totals.tokens() / o200k;
  }

  private MonthlyUse use(double ratio, double prompt, double less, Usual usual) {
    return new MonthlyUse(
        wish.calls(),
        Math.max(0, wish.promptTokens().orElse(prompt * ratio) - less * ratio),
        Math.max(0, wish.cachedTokens() - less * ratio),
        wish.answerTokens().orElse(usual.answerTokens() * ratio),
        wish.hours());
  }
}
