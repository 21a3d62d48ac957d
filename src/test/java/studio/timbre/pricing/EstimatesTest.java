package studio.timbre.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EstimatesTest {
  private final Catalogue catalogue = Catalogue.shipped();

  /** OpenAI's example of 2023-08-22: a file of 100,000 tokens, trained for 3 epochs, costs $2.40. */
  @Test
  void theExampleOfTheAnnouncement() {
    var model = catalogue.find("gpt-3.5-turbo (launch price 2023-08-22)").orElseThrow();
    var estimate = Estimates.of(model, tokens(100_000), OptionalInt.of(3));
    assertThat(estimate.billedTokens()).isEqualTo(300_000);
    assertThat(estimate.costUsd()).hasValue(2.40);
    assertThat(Estimates.cost(model, 300_000)).hasValue(2.40);
  }

  @Test
  void anUnknownPriceGivesNoCost() {
    var azure = catalogue.find("gpt-4.1 (2025-04-14)").orElseThrow();
    assertThat(Estimates.of(azure, tokens(100_000), OptionalInt.of(3)).costUsd()).isEmpty();
  }

  @Test
  void aPriceByTheHourGivesNoCost() {
    var reasoning = catalogue.find("o4-mini-2025-04-16").orElseThrow();
    assertThat(Estimates.of(reasoning, tokens(100_000), OptionalInt.of(3)).costUsd()).isEmpty();
  }

  @Test
  void aSmallJobCostsTheProvidersMinimum() {
    var line =
        CatalogueJson.lines(
                """
                [{"provider": "P", "model": "m", "training_usd_per_million_tokens": 2,
                  "training_minimum_usd": 4}]""")
            .getFirst();
    var model = CatalogueJson.entry(line);
    assertThat(Estimates.of(model, tokens(100_000), OptionalInt.of(1)).costUsd()).hasValue(4.0);
    assertThat(Estimates.of(model, tokens(3_000_000), OptionalInt.of(1)).costUsd()).hasValue(6.0);
  }

  private static TokenTotals tokens(long tokens) {
    return new TokenTotals(100, tokens, tokens / 2, tokens, 0);
  }
}
