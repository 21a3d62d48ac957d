package studio.timbre.cli;

import java.util.List;
import java.util.Locale;
import studio.timbre.app.CostReport.Offer;
import studio.timbre.cli.Columns.Side;
import studio.timbre.model.PriceRange;
import studio.timbre.model.PromptDiet;

/** What a shorter system prompt saves, for people: a line a model. */
final class DietTable {
  private final List<Offer> offers;

  DietTable(List<Offer> offers) {
    this.offers = offers;
  }

  List<String> lines() {
    var columns =
        new Columns(
                Side.LEFT,
                Side.RIGHT,
                Side.RIGHT,
                Side.RIGHT,
                Side.RIGHT,
                Side.RIGHT,
                Side.RIGHT,
                Side.LEFT)
            .row(
                "Shorter prompt",
                "Tokens before",
                "After",
                "Money before",
                "After",
                "Saved",
                "Training",
                "Paid back after");
    for (var offer : offers) {
      offer.diet().ifPresent(diet -> row(columns, diet));
    }
    return columns.lines();
  }

  private static void row(Columns columns, PromptDiet diet) {
    columns.row(
        diet.after().model(),
        Numbers.whole(Math.round(diet.tokensBefore())),
        Numbers.whole(Math.round(diet.tokensAfter())),
        diet.before().tokens().map(QuoteWords::amount).orElse("not known"),
        diet.after().tokens().map(QuoteWords::amount).orElse("not known"),
        diet.savedUsd().map(DietTable::signed).orElse("not known"),
        diet.after().training().usd().map(QuoteWords::amount).orElse("not known"),
        paidBack(diet));
  }

  /** A longer prompt saves less than nothing. */
  private static String signed(PriceRange saved) {
    return saved.low() < 0 ? "-" + QuoteWords.amount(minus(saved)) : QuoteWords.amount(saved);
  }

  private static PriceRange minus(PriceRange range) {
    return new PriceRange(-range.high(), -range.low());
  }

  private static String paidBack(PromptDiet diet) {
    if (diet.breakEvenCalls().isPresent()) {
      return "%s calls, %s months"
          .formatted(
              Numbers.whole(diet.breakEvenCalls().getAsLong()),
              String.format(Locale.ENGLISH, "%,.1f", diet.breakEvenMonths().orElseThrow()));
    }
    return diet.savedUsd().isEmpty() || diet.after().training().usd().isEmpty()
        ? "not known"
        : "never";
  }
}
