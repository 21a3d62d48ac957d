package studio.timbre.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Conversation;
import studio.timbre.model.CountingWay;
import studio.timbre.model.Split;
import studio.timbre.pricing.TotalsRange;
import studio.timbre.tokens.RangeCounter;
import studio.timbre.tokens.RangeCounter.Counted;
import studio.timbre.tokens.TokenizerFamily;

/** The sums of data in one of its forms, as it is or with another system prompt, for every model that is compared. */
final class CostForm {
  /** Of a pair both answers are counted; of anything else all there is. */
  private static final ApiMethod PAIRS = new ApiMethod.Preference(OptionalDouble.empty());

  /** A model at a provider, and how it is counted. */
  record Model(String name, CatalogueEntry line, Key key, RangeCounter counter) {
    OptionalInt limit() {
      return line.contextLengthTraining();
    }
  }

  /** What has the same tokenizer is counted once. */
  record Key(CountingWay way, TokenizerFamily family) {}

  /** Conversations of both splits, cut to one limit. */
  record Cut(TotalsRange.Tally training, TotalsRange.Tally heldOut) {
    static Cut to(OptionalInt limit) {
      return new Cut(new TotalsRange.Tally(limit), new TotalsRange.Tally(limit));
    }

    void add(Split split, Counted counted) {
      (split == Split.HELD_OUT ? heldOut : training).add(counted.low(), counted.high());
    }
  }

  /** Conversations as one tokenizer counts them, for each limit that some model has. */
  private static final class Sums {
    private final Function<Conversation, Counted> counter;
    private final Map<OptionalInt, Cut> byLimit = new LinkedHashMap<>();

    Sums(RangeCounter counter) {
      this.counter = ApiQuotes.billed(counter, PAIRS);
    }

    void add(Split split, Conversation conversation) {
      var counted = counter.apply(conversation);
      byLimit.values().forEach(cut -> cut.add(split, counted));
    }
  }

  private final UnaryOperator<Conversation> change;
  private final Map<Key, Sums> sums = new LinkedHashMap<>();
  private final CallTally calls = new CallTally();

  CostForm(UnaryOperator<Conversation> change) {
    this.change = change;
  }

  /** With this system prompt in place of its own; blank for none. */
  static CostForm with(String prompt) {
    return new CostForm(conversation -> SystemPrompts.with(conversation, prompt));
  }

  /** Counts for this model too. */
  void countFor(Model model) {
    sums.computeIfAbsent(model.key(), _ -> new Sums(model.counter()))
        .byLimit
        .computeIfAbsent(model.limit(), Cut::to);
  }

  Cut of(Model model) {
    return sums.get(model.key()).byLimit.get(model.limit());
  }

  void add(Split split, Conversation conversation) {
    var changed = change.apply(conversation);
    sums.values().forEach(each -> each.add(split, changed));
    if (split != Split.HELD_OUT) {
      calls.add(changed);
    }
  }

  /** What calls to a model are like. */
  CallTally calls() {
    return calls;
  }
}
