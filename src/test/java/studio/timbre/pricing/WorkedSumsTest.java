package studio.timbre.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.MonthlyUse;
import studio.timbre.model.PriceRange;
import studio.timbre.model.UseRange;
import studio.timbre.model.UseTime;
import studio.timbre.model.WholePrice;

/** Whole sums worked out by hand from the providers' own lines, which are written down beside each. */
class WorkedSumsTest {
  private static final Offset<Double> ROUNDING = within(1e-9);
  private static final TotalsRange NONE = tokens(0);

  private final Catalogue catalogue = Catalogue.shipped();

  /**
   * OpenAI's own example, in "GPT-3.5 Turbo fine-tuning and API updates" of 2023-08-22: "Training: $0.008 / 1K Tokens, Usage input: $0.012
   * / 1K Tokens, Usage output: $0.016 / 1K Tokens. For example, a gpt-3.5-turbo fine-tuning job with a training file of 100,000 tokens
   * that is trained for 3 epochs would have an expected cost of $2.40." A thousand calls of 1,000 and 500 tokens: 12.00 + 8.00.
   */
  @Test
  void theExampleThatOpenAiPublished() {
    var line = line("gpt-3.5-turbo (launch price 2023-08-22)");
    assertThat(line.trainingUsdPerMillionTokens()).hasValue(8);
    assertThat(line.inputUsdPerMillion()).hasValue(12);
    assertThat(line.outputUsdPerMillion()).hasValue(16);
    var price = price(line, tokens(100_000), NONE, 3, new MonthlyUse(1_000, 1_000, 0, 500, 0), 1);
    assertUsd(price.training().usd(), 2.40);
    assertUsd(price.tokens(), 20.00);
  }

  /**
   * gpt-4.1, OpenAI's price page: training $25.00, input $3.00, cached input $0.75, output $12.00, each a million tokens; nothing an hour.
   * 250,000 tokens 4 times: 25.00. A call of 1,200 tokens, 1,000 of them cached, and 150 of answer: 200 x 3 + 1,000 x 0.75 + 150 x 12
   * = 3,150 millionths; 50,000 of them a month: 157.50. The first month: 182.50. The first year: 25 + 12 x 157.50 = 1,915.00.
   */
  @Test
  void aMonthAndAYearByTheToken() {
    var line = line("gpt-4.1-2025-04-14");
    assertThat(line.trainingUsdPerMillionTokens()).hasValue(25);
    assertThat(line.inputUsdPerMillion()).hasValue(3);
    assertThat(line.cachedInputUsdPerMillion()).hasValue(0.75);
    assertThat(line.outputUsdPerMillion()).hasValue(12);
    var use = new MonthlyUse(50_000, 1_200, 1_000, 150, 730);
    assertUsd(price(line, tokens(250_000), NONE, 4, use, 1).whole(), 182.50);
    assertUsd(price(line, tokens(250_000), NONE, 4, use, 12).whole(), 1_915.00);
  }

  /**
   * Together AI, models up to 16B, LoRA SFT: $0.48 a million; billed are "epochs x training tokens + evaluations x validation tokens",
   * with an evaluation an epoch: 3 x 4,000,000 + 3 x 500,000 = 13,500,000, so 6.48, above the minimum of $4 that public notes name.
   */
  @Test
  void heldOutConversationsAreBilledAtTogether() {
    var line = line("size class up to 16B, LoRA SFT", "Together AI");
    assertThat(line.trainingUsdPerMillionTokens()).hasValue(0.48);
    var price =
        price(line, tokens(4_000_000), tokens(500_000), 3, new MonthlyUse(0, 0, 0, 0, 0), 1);
    assertThat(price.training().billed().high()).isEqualTo(13_500_000);
    assertUsd(price.training().usd(), 6.48);
  }

  /**
   * Crusoe, Llama 3.1 8B: training $0.40 a million; serving on one H100, $5.50 an hour. 1,000,000 tokens once: 0.40. Office hours, 160 a
   * month: 880.00. The first year: 0.40 + 12 x 880 = 10,560.40.
   */
  @Test
  void aYearByTheHour() {
    var line = line("Llama 3.1 8B Instruct");
    assertThat(line.trainingUsdPerMillionTokens()).hasValue(0.40);
    assertThat(line.hostingUsdPerHour()).hasValue(5.50);
    var price =
        price(line, tokens(1_000_000), NONE, 1, new MonthlyUse(9_999, 500, 0, 100, 160), 12);
    assertUsd(price.hosting(), 880.00);
    assertUsd(price.whole(), 10_560.40);
  }

  /**
   * The same, were it to end on 23 June 2027 and used from 23 November 2026 on: seven months. 0.40 + 7 x 880 = 6,160.40.
   */
  @Test
  void aModelThatEndsWithinTheYearIsPaidForUntilThen() {
    var line = line("Llama 3.1 8B Instruct");
    var data = new WholePrices.Data(tokens(1_000_000), NONE, OptionalInt.of(1));
    var price =
        WholePrices.of(
            line.model(),
            line,
            data,
            UseRange.exactly(new MonthlyUse(9_999, 500, 0, 100, 160)),
            UseTime.from(LocalDate.of(2026, 11, 23), 12, Optional.of(LocalDate.of(2027, 6, 23))));
    assertUsd(price.whole(), 6_160.40);
    assertThat(price.known()).isCloseTo(6_160.40, ROUNDING);
    assertThat(price.time().endsEarly()).isTrue();
  }

  private CatalogueEntry line(String model) {
    return catalogue.find(model).orElseThrow();
  }

  private CatalogueEntry line(String model, String provider) {
    return catalogue.entries().stream()
        .filter(line -> line.provider().equals(provider) && line.model().equals(model))
        .findFirst()
        .orElseThrow();
  }

  private static WholePrice price(
      CatalogueEntry line,
      TotalsRange training,
      TotalsRange heldOut,
      int epochs,
      MonthlyUse use,
      int months) {
    var data = new WholePrices.Data(training, heldOut, OptionalInt.of(epochs));
    return WholePrices.of(line.model(), line, data, UseRange.exactly(use), UseTime.months(months));
  }

  private static TotalsRange tokens(long tokens) {
    return TotalsRange.exactly(new TokenTotals(100, tokens, tokens / 2, tokens, 0));
  }

  private static void assertUsd(Optional<PriceRange> usd, double expected) {
    assertThat(usd).isPresent();
    assertThat(usd.get().low()).isCloseTo(expected, ROUNDING);
    assertThat(usd.get().high()).isCloseTo(expected, ROUNDING);
  }
}
