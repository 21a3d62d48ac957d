package studio.timbre.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import studio.timbre.app.CostReport.Offer;
import studio.timbre.model.Conversation;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Split;
import studio.timbre.model.UsedPrompt;
import studio.timbre.model.WholePrice;

/**
 * Data that was counted for every model once. Prices for whatever use of it are then a matter of a moment, so they can follow what
 * somebody types.
 */
public final class CountedCosts {

  /** The data as it is, and with other system prompts where those were asked for. */
  record Forms(CostForm given, Optional<CostForm> shortened, Optional<CostForm> daily) {}

  /** Conversations; pairs are among those to train on. */
  record Sizes(long training, long pairs, long heldOut) {}

  private final Supplier<LocalDate> today;
  private final List<CostForm.Model> models;
  private final List<LocalCosts.Tally> local;
  private final Forms forms;
  private final List<UsedPrompt> prompts;
  private final Sizes sizes;
  private final List<Refusal> refused;
  private final long refusedLines;

  CountedCosts(
      Supplier<LocalDate> today,
      List<CostForm.Model> models,
      List<LocalCosts.Tally> local,
      Forms forms,
      List<UsedPrompt> prompts,
      Sizes sizes,
      List<Refusal> refused,
      long refusedLines) {
    this.today = today;
    this.models = models;
    this.local = local;
    this.forms = forms;
    this.prompts = prompts;
    this.sizes = sizes;
    this.refused = refused;
    this.refusedLines = refusedLines;
  }

  /**
   * The same with other system prompts: only those are to be counted.
   *
   * @param conversations hands over all that was counted
   */
  CountedCosts withDiet(
      CostWish.Diet diet, Consumer<BiConsumer<Split, Conversation>> conversations) {
    var shortened = CostForm.with(diet.shortPrompt());
    models.forEach(shortened::countFor);
    var daily = diet.longPrompt().map(CostForm::with);
    conversations.accept(
        (split, conversation) -> {
          shortened.add(split, conversation);
          daily.ifPresent(form -> form.add(split, conversation));
        });
    return new CountedCosts(
        today,
        models,
        local,
        new Forms(forms.given(), Optional.of(shortened), daily),
        prompts,
        sizes,
        refused,
        refusedLines);
  }

  /** The system prompts that the conversations to train on begin with, the most used first. */
  public List<UsedPrompt> prompts() {
    return prompts;
  }

  /**
   * What models cost that take new jobs today.
   *
   * @param wish its diet is the one that was counted, whatever it says
   */
  public CostReport report(CostWish wish) {
    var day = today.get();
    String method =
        sizes.training() > 0 && sizes.pairs() == sizes.training()
            ? CostReckoning.PAIRS
            : CostReckoning.ANSWERS;
    var fitting = models.stream().filter(model -> model.line().methods().contains(method)).toList();
    var pricing = new OfferPrices(forms, sizes.pairs() == 0, wish, day);
    return new CostReport(
        day,
        method,
        sizes.training(),
        sizes.heldOut(),
        forms.given().calls().usual(),
        offers(fitting, pricing, wish),
        fitting.stream()
            .map(CostForm.Model::line)
            .filter(line -> !wish.customer().mayTrain(line))
            .distinct()
            .toList(),
        local.stream().map(each -> each.local(wish)).toList(),
        refused,
        refusedLines);
  }

  private static List<Offer> offers(
      List<CostForm.Model> fitting, OfferPrices pricing, CostWish wish) {
    return fitting.stream()
        .filter(model -> wish.customer().mayTrain(model.line()))
        .map(pricing::offer)
        .sorted((one, other) -> WholePrice.CHEAPEST_FIRST.compare(one.price(), other.price()))
        .toList();
  }
}
