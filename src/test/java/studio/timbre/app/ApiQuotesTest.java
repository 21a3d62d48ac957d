package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Provider;
import studio.timbre.pricing.Catalogue;

class ApiQuotesTest {
  private static final String LINE =
      """
      {"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Yes"}]}
      """;

  @TempDir Path folder;

  /** Together goes over the data once unless it is told otherwise; ten lines would be ten times by the cookbook's rule. */
  @Test
  void aProvidersOwnRuleSaysHowOftenItGoesOverTheData() throws Exception {
    assertThat(quote(Provider.TOGETHER, "meta-llama/Llama-3.1-8B-Instruct").epochs()).isEqualTo(1);
    assertThat(quote(Provider.NEBIUS, "meta-llama/Llama-3.1-8B-Instruct").epochs()).isEqualTo(3);
    assertThat(quote(Provider.OPENAI, "gpt-4o-mini-2024-07-18").epochs()).isEqualTo(10);
  }

  /** Its documentation names no minimum charge, public notes name $4: what a budget has to hold is the higher. */
  @Test
  void theUpperEndHoldsTheHighestMinimumThatASourceNames() throws Exception {
    var usd = quote(Provider.TOGETHER, "meta-llama/Llama-3.1-8B-Instruct").usd().orElseThrow();
    assertThat(usd.low()).isLessThan(0.01);
    assertThat(usd.high()).isEqualTo(4.00);
  }

  private ApiQuote quote(Provider provider, String model) throws Exception {
    var file = Files.writeString(folder.resolve("data.jsonl"), LINE.repeat(10));
    return new ApiQuotes(Catalogue.shipped(), new FileTraining(folder), FamilyCounters.NONE)
        .quote(provider, ApiRecipe.of(model), file);
  }
}
