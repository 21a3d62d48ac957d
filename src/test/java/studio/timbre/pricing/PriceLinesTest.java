package studio.timbre.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.timbre.model.CatalogueEntry;

class PriceLinesTest {
  private static final Catalogue CATALOGUE = Catalogue.shipped();

  private static Optional<CatalogueEntry> find(String provider, String model, String method) {
    return PriceLines.find(CATALOGUE.entries(), provider, model, method);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OpenAI | gpt-4.1-mini-2025-04-14 | supervised | gpt-4.1-mini-2025-04-14",
        "OpenAI | ft:gpt-4.1-mini-2025-04-14:acme::abc | supervised | gpt-4.1-mini-2025-04-14",
        "Azure OpenAI / Microsoft Foundry | gpt-4o-2024-08-06 | dpo | gpt-4o (2024-08-06)",
        "Azure OpenAI / Microsoft Foundry | gpt-oss-20b | supervised | gpt-oss-20b",
        "Crusoe Intelligence Foundry | meta-llama/Llama-3.1-8B-Instruct | supervised | Llama 3.1 8B Instruct",
        "Together AI | meta-llama/Meta-Llama-3.1-8B-Instruct-Reference | supervised | size class up to 16B, LoRA SFT",
        "Together AI | meta-llama/Meta-Llama-3.1-8B-Instruct-Reference | dpo | size class up to 16B, LoRA DPO",
        "Together AI | Qwen/Qwen2.5-72B-Instruct | supervised | size class 70B-100B, LoRA SFT",
        "Fireworks AI | accounts/fireworks/models/qwen3-30B-a3B | supervised | size class 16.1B-80B, LoRA SFT",
        "Fireworks AI | llama-v3p1-8b-instruct | dpo | size class up to 16B, LoRA DPO",
        "Fireworks AI | deepseek-671B | supervised | size class over 300B, LoRA SFT"
      })
  void aModelHasThePriceOfItsLineAtItsProvider(
      String provider, String model, String method, String line) {
    assertThat(find(provider, model, method).map(CatalogueEntry::model)).contains(line);
  }

  @Test
  void aSizeClassIsNamedByItsBounds() {
    var small = find("Nebius Token Factory", "Qwen/Qwen3-14B", "supervised").orElseThrow();
    assertThat(small.trainingUsdPerMillionTokens()).hasValue(0.4);
    var large = find("Nebius Token Factory", "Qwen/Qwen3-32B", "supervised").orElseThrow();
    assertThat(large.model()).startsWith("models of 20B parameters and more");
    assertThat(large.trainingUsdPerMillionTokens()).isEmpty();
  }

  @Test
  void nothingIsGuessed() {
    assertThat(find("Together AI", "mistralai/Mixtral-8x7B-Instruct", "supervised")).isEmpty();
    assertThat(find("Together AI", "some-model", "supervised")).isEmpty();
    assertThat(find("Together AI", "some-16.5B", "supervised")).isEmpty();
    assertThat(find("Nobody", "gpt-4.1-mini-2025-04-14", "supervised")).isEmpty();
    assertThat(find("Together AI", "llama-8B", "reinforcement")).isEmpty();
  }
}
