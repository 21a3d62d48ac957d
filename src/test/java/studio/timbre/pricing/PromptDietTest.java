package studio.timbre.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import studio.timbre.model.MonthlyUse;
import studio.timbre.model.PromptDiet;
import studio.timbre.model.UseRange;
import studio.timbre.model.UseTime;
import studio.timbre.model.WholePrice;

/** gpt-4.1: 25.00 a million trained, 3.00 asked, 12.00 answered. */
class PromptDietTest {
  private final Catalogue catalogue = Catalogue.shipped();

  /**
   * 20,000 calls a month with 2,100 tokens: 42 million, at 3.00: 126.00. With 300: 6 million, 18.00. Answers of 50 tokens: a million,
   * 12.00 on both sides. Saved: 108.00. Training on 100,000 tokens, 3 passes: 7.50. Paid back after 7.50 / 108.00 months = 0.0694,
   * or 7.50 / 0.0054 a call = 1,388.9, so 1,389 calls.
   */
  @Test
  void aPromptOf2000TokensCutToTenPercent() {
    var diet = new PromptDiet(price(2_100, 20_000, 400_000), price(300, 20_000, 100_000));
    assertThat(diet.tokensBefore()).isEqualTo(42_000_000);
    assertThat(diet.tokensAfter()).isEqualTo(6_000_000);
    assertThat(diet.before().tokens().orElseThrow().high()).isCloseTo(138.00, within(1e-9));
    assertThat(diet.after().tokens().orElseThrow().high()).isCloseTo(30.00, within(1e-9));
    assertThat(diet.savedUsd().orElseThrow().low()).isCloseTo(108.00, within(1e-9));
    assertThat(diet.savedUsd().orElseThrow().high()).isCloseTo(108.00, within(1e-9));
    assertThat(diet.breakEvenMonths().orElseThrow()).isCloseTo(0.069444, within(1e-6));
    assertThat(diet.breakEvenCalls()).hasValue(1_389);
  }

  /** 1.25 of training, 1,000 calls that save 0.00125 each: exactly 1,000. */
  @Test
  void aWholeNumberOfCallsIsNotRoundedUp() {
    // 50,000 tokens trained once at 25.00: 1.25. 1,250 tokens less a call: 3.75 in 1,000 calls;
    // paid back after a third.
    var diet = new PromptDiet(price(1_250, 1_000, 1), price(0, 1_000, 50_000, 1));
    assertThat(diet.breakEvenCalls()).hasValue(334);
    var even = new PromptDiet(price(1_250, 1_000, 1), price(0, 1_000, 150_000, 1));
    assertThat(even.breakEvenCalls()).hasValue(1_000);
  }

  @Test
  void aLongerPromptIsNeverPaidBack() {
    var diet = new PromptDiet(price(100, 1_000, 1_000), price(200, 1_000, 1_000));
    assertThat(diet.savedUsd().orElseThrow().high()).isCloseTo(-0.30, within(1e-9));
    assertThat(diet.breakEvenCalls()).isEmpty();
    assertThat(diet.breakEvenMonths()).isEmpty();
  }

  @Test
  void withoutAPriceNothingIsKnownToBeSaved() {
    var line = catalogue.find("Ministral-3B (2411)").orElseThrow();
    var data = new WholePrices.Data(tokens(10), tokens(0), OptionalInt.of(1));
    var price =
        WholePrices.of(
            "m", line, data, UseRange.exactly(new MonthlyUse(1, 1, 0, 1, 1)), UseTime.months(1));
    assertThat(new PromptDiet(price, price).savedUsd()).isEmpty();
    assertThat(new PromptDiet(price, price).breakEvenCalls()).isEmpty();
  }

  private WholePrice price(double prompt, long calls, long trained) {
    return price(prompt, calls, trained, 3);
  }

  private WholePrice price(double prompt, long calls, long trained, int epochs) {
    return WholePrices.of(
        "gpt-4.1",
        catalogue.find("gpt-4.1").orElseThrow(),
        new WholePrices.Data(tokens(trained), tokens(0), OptionalInt.of(epochs)),
        UseRange.exactly(new MonthlyUse(calls, prompt, 0, 50, 730)),
        UseTime.months(1));
  }

  private static TotalsRange tokens(long tokens) {
    return TotalsRange.exactly(new TokenTotals(100, tokens, tokens, tokens, 0));
  }
}
