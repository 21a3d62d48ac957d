package studio.timbre.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Conversation;
import studio.timbre.model.ImportReport;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Split;
import studio.timbre.tokens.TokenizerFamily;

/** Takes conversations one after the other and counts each once for every tokenizer that some model has. */
final class CostReckoning {
  static final String PAIRS = new ApiMethod.Preference(OptionalDouble.empty()).word();
  static final String ANSWERS = new ApiMethod.Supervised().word();

  /** What data of conversations can be for; a reinforcement is billed by the hour of its training. */
  private static final List<String> METHODS = List.of(ANSWERS, PAIRS);

  private final Supplier<LocalDate> today;
  private final List<CostForm.Model> models = new ArrayList<>();
  private final List<LocalCosts.Tally> local;
  private final CostForm given = new CostForm(UnaryOperator.identity());
  private final Optional<CostForm> shortened;
  private final Optional<CostForm> daily;
  private final PromptTally prompts = new PromptTally();
  private long conversations;
  private long pairs;
  private long heldOut;
  private final List<Refusal> refused = new ArrayList<>();
  private long refusedLines;

  /**
   * @param open lines of models that take new jobs
   * @param diet counts the data with other system prompts too
   */
  CostReckoning(
      List<CatalogueEntry> open,
      ApiQuotes quotes,
      List<LocalCosts.Tally> local,
      Optional<CostWish.Diet> diet,
      Supplier<LocalDate> today) {
    this.local = local;
    this.today = today;
    shortened = diet.map(wanted -> CostForm.with(wanted.shortPrompt()));
    daily = diet.flatMap(CostWish.Diet::longPrompt).map(CostForm::with);
    for (var line : open) {
      if (METHODS.stream().noneMatch(line.methods()::contains)) {
        continue;
      }
      for (var name : ModelOffers.names(line)) {
        var counter = quotes.counter(Optional.of(line), name);
        var key = new CostForm.Key(counter.way(), TokenizerFamily.of(name));
        var model = new CostForm.Model(name, line, key, counter);
        given.countFor(model);
        shortened.ifPresent(form -> form.countFor(model));
        models.add(model);
      }
    }
  }

  void add(Split split, Conversation conversation) {
    given.add(split, conversation);
    shortened.ifPresent(form -> form.add(split, conversation));
    daily.ifPresent(form -> form.add(split, conversation));
    if (split == Split.HELD_OUT) {
      heldOut++;
      return;
    }
    local.forEach(each -> each.add(conversation));
    prompts.add(conversation);
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

  /** All that was taken. */
  CountedCosts counted() {
    return new CountedCosts(
        today,
        List.copyOf(models),
        local,
        new CountedCosts.Forms(given, shortened, daily),
        prompts.prompts(),
        new CountedCosts.Sizes(conversations, pairs, heldOut),
        List.copyOf(refused),
        refusedLines);
  }
}
