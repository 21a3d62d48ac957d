package studio.timbre.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.MonthlyUse;
import studio.timbre.model.PriceRange;
import studio.timbre.model.TrainingPrice.EpochsFrom;
import studio.timbre.model.UseRange;
import studio.timbre.model.UseTime;
import studio.timbre.model.WholePrice;
import studio.timbre.pricing.WholePrices.Data;

/** Every figure here is worked out beside it. */
class WholePricesTest {
  private static final Offset<Double> ROUNDING = within(1e-9);
  private static final TotalsRange NONE = exactly(0);

  private final Catalogue catalogue = Catalogue.shipped();

  /**
   * gpt-4o-mini: 3.00 a million trained, 0.30 asked, 0.15 cached, 1.20 answered; nothing for the hours. 100,000 tokens, 3 passes:
   * 300,000 x 3.00 = 0.90. A call: 300 x 0.30 + 200 x 0.15 + 100 x 1.20 = 240 millionths; 100,000 of them: 24.00. Two months: 48.90.
   */
  @Test
  void trainingAndUseByTheToken() {
    var price =
        WholePrices.of(
            "gpt-4o-mini",
            catalogue.find("gpt-4o-mini").orElseThrow(),
            new Data(exactly(100_000), NONE, OptionalInt.of(3)),
            UseRange.exactly(new MonthlyUse(100_000, 500, 200, 100, 730)),
            UseTime.months(2));
    assertUsd(price.training().usd(), 0.90, 0.90);
    assertUsd(price.tokens(), 24.00, 24.00);
    assertUsd(price.hosting(), 0, 0);
    assertUsd(price.running(), 24.00, 24.00);
    assertUsd(price.whole(), 48.90, 48.90);
    assertThat(price.training().epochsFrom()).isEqualTo(EpochsFrom.CHOSEN);
  }

  /** The toy data set of the cookbook: 8,233 tokens, 5 lines, so 20 passes; derived cost $0.49398 (see the reference file). */
  @Test
  void theCookbooksDataSet() {
    var price =
        price(
            catalogue.find("gpt-4o-mini").orElseThrow(),
            new Data(totals(5, 8_233), NONE, OptionalInt.empty()),
            new MonthlyUse(0, 0, 0, 0, 730));
    assertThat(price.training().epochs()).isEqualTo(20);
    assertThat(price.training().epochsFrom()).isEqualTo(EpochsFrom.ESTIMATE);
    assertThat(price.training().billed().high()).isEqualTo(164_660);
    assertUsd(price.whole(), 0.49398, 0.49398);
  }

  /** Crusoe: 5.50 an hour, 730 hours: 4,015.00, however much is asked. */
  @Test
  void useByTheHour() {
    var line = catalogue.find("Llama 3.1 8B Instruct").orElseThrow();
    var price =
        price(
            line,
            new Data(exactly(1_000_000), NONE, OptionalInt.of(1)),
            new MonthlyUse(1_000_000, 500, 0, 100, 730));
    assertUsd(price.tokens(), 0, 0);
    assertUsd(price.hosting(), 4_015.00, 4_015.00);
    assertUsd(price.whole(), 4_015.40, 4_015.40);
  }

  /** Azure names $1.70 an hour, and no price of a token: 730 x 1.70 = 1,241 is known, the whole is not. */
  @Test
  void whatIsNotKnownIsNotCountedAsNothing() {
    var line = catalogue.find("gpt-4.1 (2025-04-14)").orElseThrow();
    var price =
        price(
            line,
            new Data(exactly(1_000_000), NONE, OptionalInt.of(1)),
            new MonthlyUse(1_000, 500, 0, 100, 730));
    assertThat(price.training().usd()).isEmpty();
    assertThat(price.tokens()).isEmpty();
    assertUsd(price.hosting(), 1_241.00, 1_241.00);
    assertThat(price.running()).isEmpty();
    assertThat(price.whole()).isEmpty();
    assertThat(price.known()).isCloseTo(1_241.00, ROUNDING);
  }

  @Test
  void pricesOfUseAreAllNeededWhereNobodySaysWhatIsBilled() {
    var withoutHosting = line("\"input_usd_per_million\": 1, \"output_usd_per_million\": 2");
    var use = new MonthlyUse(1_000_000, 1, 0, 1, 100);
    assertThat(price(withoutHosting, data(1), use).running()).isEmpty();
    var withHosting =
        line(
            "\"input_usd_per_million\": 1, \"output_usd_per_million\": 2, \"hosting_usd_per_hour\": 0.5");
    // A million calls: 1 x 1.00 + 1 x 2.00 = 3.00; 100 hours: 50.00.
    assertUsd(price(withHosting, data(1), use).running(), 53.00, 53.00);
  }

  /**
   * Together: one pass unless chosen, at $0.48 a million, held-out data billed once a pass. 2 million and 0.5 million: 1.20. Its
   * documentation names no minimum, public notes name $4.
   */
  @Test
  void whereSourcesDifferOnTheMinimumThePriceHasTwoEnds() {
    var line = together();
    var price =
        price(
            line,
            new Data(exactly(2_000_000), exactly(500_000), OptionalInt.empty()),
            new MonthlyUse(0, 0, 0, 0, 0));
    assertThat(price.training().epochs()).isEqualTo(1);
    assertThat(price.training().epochsFrom()).isEqualTo(EpochsFrom.PROVIDER);
    assertThat(price.training().billed().low()).isEqualTo(2_500_000);
    assertUsd(price.training().usd(), 1.20, 4.00);
  }

  /** Above the minimum both ends meet: 10 million x 0.48 = 4.80. */
  @Test
  void aLargeJobIsAboveTheMinimum() {
    var price = price(together(), data(10_000_000), new MonthlyUse(0, 0, 0, 0, 0));
    assertUsd(price.training().usd(), 4.80, 4.80);
  }

  /** Whether OpenAI bills the validation file is published nowhere: 3 x 1 million, or 3 x 1.2 million, at $3.00. */
  @Test
  void heldOutDataThatIsPerhapsBilledMakesTwoEnds() {
    var price =
        price(
            catalogue.find("gpt-4o-mini").orElseThrow(),
            new Data(exactly(1_000_000), exactly(200_000), OptionalInt.of(3)),
            new MonthlyUse(0, 0, 0, 0, 0));
    assertUsd(price.training().usd(), 9.00, 10.80);
  }

  /** 2 x 1 million at $3.00 is 6.00; with 500,000 tokens free this month 4.50. */
  @Test
  void aFreeAllowanceIsTheLowerEnd() {
    var line =
        line(
            "\"training_usd_per_million_tokens\": 3, \"free_training_tokens_a_month\": 500000,"
                + " \"default_epochs\": 2");
    assertUsd(price(line, data(1_000_000), new MonthlyUse(0, 0, 0, 0, 0)).training().usd(), 4.5, 6);
    // Wholly free: not even the minimum.
    var small =
        line(
            "\"training_usd_per_million_tokens\": 3, \"free_training_tokens_a_month\": 500000,"
                + " \"default_epochs\": 1, \"training_minimum_usd\": 2");
    assertUsd(price(small, data(400_000), new MonthlyUse(0, 0, 0, 0, 0)).training().usd(), 0, 2);
  }

  /** 1,000 to 2,000 tokens at $3.00 a million. */
  @Test
  void roughlyCountedTokensMakeTwoEnds() {
    var rough = new TotalsRange(tokens(10, 1_000), tokens(10, 2_000));
    var price =
        WholePrices.of(
            "m",
            line(
                "\"training_usd_per_million_tokens\": 3, \"hosting_usd_per_hour\": 0,"
                    + " \"input_usd_per_million\": 1, \"output_usd_per_million\": 1"),
            new Data(rough, NONE, OptionalInt.of(1)),
            new UseRange(
                new MonthlyUse(1_000, 10, 0, 10, 730), new MonthlyUse(1_000, 20, 0, 20, 730)),
            UseTime.months(1));
    assertUsd(price.training().usd(), 0.003, 0.006);
    assertUsd(price.tokens(), 0.02, 0.04);
    assertUsd(price.whole(), 0.023, 0.046);
  }

  /** 1,000,000 tokens at $1.65 by one source and at $3.75 by another. */
  @Test
  void whereSourcesDifferOnThePriceTheUpperEndHasTheHigher() {
    var line =
        line(
            "\"training_usd_per_million_tokens\": 1.65, \"default_epochs\": 1,"
                + " \"training_usd_per_million_tokens_at_most\": 3.75");
    assertUsd(
        price(line, data(1_000_000), new MonthlyUse(0, 0, 0, 0, 0)).training().usd(), 1.65, 3.75);
    assertThat(
            catalogue
                .find("size class 17B-69B, full SFT")
                .orElseThrow()
                .terms()
                .trainingUsdPerMillionTokensAtMost())
        .hasValue(3.75);
  }

  @Test
  void theCheapestStandsFirstAndTheUnknownLast() {
    var use = new MonthlyUse(1_000, 500, 0, 100, 730);
    var sorted =
        List.of("gpt-4.1 (2025-04-14)", "Ministral-3B (2411)", "gpt-4.1", "gpt-4o-mini").stream()
            .map(name -> price(catalogue.find(name).orElseThrow(), data(1_000), use))
            .sorted(WholePrice.CHEAPEST_FIRST)
            .map(price -> price.line().model())
            .toList();
    assertThat(sorted)
        .containsExactly(
            "gpt-4o-mini-2024-07-18",
            "gpt-4.1-2025-04-14",
            "gpt-4.1 (2025-04-14)",
            "Ministral-3B (2411)");
  }

  @Test
  void aPromiseNotToCloseIsNoDateOfClosing() {
    var line = catalogue.find("gpt-4.1 (2025-04-14)").orElseThrow();
    assertThat(line.newJobsCloseOn()).isEmpty();
    assertThat(line.terms().openAtLeastUntil()).contains(java.time.LocalDate.of(2027, 4, 14));
  }

  @Test
  void aWordThatTheCatalogueDoesNotKnowIsRefused() {
    assertThatThrownBy(() -> line("\"served_by\": \"moons\""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("served_by of m");
  }

  private CatalogueEntry together() {
    return PriceLines.find(
            catalogue.entries(), "Together AI", "meta-llama/Llama-3.1-8B-Instruct", "supervised")
        .orElseThrow();
  }

  private static WholePrice price(CatalogueEntry line, Data data, MonthlyUse use) {
    return WholePrices.of(line.model(), line, data, UseRange.exactly(use), UseTime.months(1));
  }

  private static Data data(long tokens) {
    return new Data(exactly(tokens), NONE, OptionalInt.empty());
  }

  private static CatalogueEntry line(String more) {
    return CatalogueJson.entry(
        CatalogueJson.lines("[{\"provider\": \"P\", \"model\": \"m\", " + more + "}]").getFirst());
  }

  private static TotalsRange exactly(long tokens) {
    return totals(100, tokens);
  }

  private static TotalsRange totals(long examples, long tokens) {
    return TotalsRange.exactly(tokens(examples, tokens));
  }

  private static TokenTotals tokens(long examples, long tokens) {
    return new TokenTotals(examples, tokens, tokens / 2, tokens, 0);
  }

  private static void assertUsd(Optional<PriceRange> usd, double low, double high) {
    assertThat(usd).isPresent();
    assertThat(usd.get().low()).isCloseTo(low, ROUNDING);
    assertThat(usd.get().high()).isCloseTo(high, ROUNDING);
  }
}
