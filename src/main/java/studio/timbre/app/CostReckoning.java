package studio.timbre.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import studio.timbre.app.CostReport.Offer;
import studio.timbre.app.CostReport.Usual;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Conversation;
import studio.timbre.model.ImportReport;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.MonthlyUse;
import studio.timbre.model.PromptDiet;
import studio.timbre.model.Split;
import studio.timbre.model.UseRange;
import studio.timbre.model.WholePrice;
import studio.timbre.pricing.TokenTotals;
import studio.timbre.pricing.WholePrices;
import studio.timbre.tokens.TokenizerFamily;

/** Takes conversations one after the other, counts each once for every tokenizer that some model has, and makes prices of it at the end. */
final class CostReckoning {
  private static final ApiMethod.Preference PAIRS =
      new ApiMethod.Preference(OptionalDouble.empty());
  private static final ApiMethod ANSWERS = new ApiMethod.Supervised();

  /** What data of conversations can be for; a reinforcement is billed by the hour of its training. */
  private static final List<String> METHODS = List.of(ANSWERS.word(), PAIRS.word());

  private final CostWish wish;
  private final List<CostForm.Model> models = new ArrayList<>();
  private final List<LocalCosts.Tally> local;
  private final CostForm given = new CostForm(UnaryOperator.identity());
  private final Optional<CostForm> shortened;
  private final Optional<CostForm> today;
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
      if (METHODS.stream().noneMatch(line.methods()::contains)) {
        continue;
      }
      for (var name : ModelOffers.names(line)) {
        var counter = quotes.counter(Optional.of(line), name);
        var model =
            new CostForm.Model(
                name, line, new CostForm.Key(counter.way(), TokenizerFamily.of(name)));
        given.countFor(model, counter);
        shortened.ifPresent(form -> form.countFor(model, counter));
        models.add(model);
      }
    }
  }

  private static CostForm form(String prompt) {
    return new CostForm(conversation -> SystemPrompts.with(conversation, prompt));
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
    String method = conversations > 0 && pairs == conversations ? PAIRS.word() : ANSWERS.word();
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
        given.calls().usual(),
        offers,
        local.stream().map(each -> each.local(wish)).toList(),
        refused,
        refusedLines);
  }

  private Offer offer(CostForm.Model model) {
    var usual = given.calls().usual();
    var price = price(model, given, use(model, usual.promptTokens(), usual));
    return new Offer(price, model.key().way(), shortened.map(form -> diet(model, form, usual)));
  }

  private PromptDiet diet(CostForm.Model model, CostForm shorter, Usual usual) {
    double before = today.orElse(given).calls().usual().promptTokens();
    double after = shorter.calls().usual().promptTokens();
    return new PromptDiet(
        price(model, given, use(model, before, usual)),
        price(model, shorter, cut(model, before, before - after, usual)));
  }

  private WholePrice price(CostForm.Model model, CostForm form, UseRange use) {
    var sums = form.of(model);
    var data =
        new WholePrices.Data(sums.training().totals(), sums.heldOut().totals(), wish.epochs());
    return WholePrices.of(model.name(), model.line(), data, use, wish.months());
  }

  private UseRange use(CostForm.Model model, double prompt, Usual usual) {
    return cut(model, prompt, 0, usual);
  }

  /**
   * What is used, in the model's own tokens: as many for one of o200k as the data has.
   *
   * @param prompt of a call in the data
   * @param less by so much is a prompt shorter, and so is what is cached of it
   */
  private UseRange cut(CostForm.Model model, double prompt, double less, Usual usual) {
    var totals = given.of(model).training().totals();
    return new UseRange(
        use(ratio(totals.low()), prompt, less, usual),
        use(ratio(totals.high()), prompt, less, usual));
  }

  private double ratio(TokenTotals totals) {
    long o200k = given.calls().tokens();
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
