package studio.timbre.ui.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OfferNameTest {
  private static OfferName name(String head, String rest) {
    return new OfferName(head, rest);
  }

  @Test
  void whatTellsAModelFromOthersComesFirst() {
    assertThat(OfferName.of("gpt-4o-mini-2024-07-18"))
        .isEqualTo(name("gpt-4o-mini-2024-07-18", ""));
    assertThat(OfferName.of("models up to 16B (LoRA, pairs)"))
        .isEqualTo(name("models up to 16B", "LoRA, pairs"));
    assertThat(OfferName.of("meta-llama/Llama-3.1-8B-Instruct (models under 20B)"))
        .isEqualTo(name("Llama-3.1-8B-Instruct", "meta-llama, models under 20B"));
    assertThat(OfferName.of("models of 20B and more, as meta-llama/Llama-3.3-70B-Instruct, Qwen/Q"))
        .isEqualTo(name("models of 20B and more", "as meta-llama/Llama-3.3-70B-Instruct, Qwen/Q"));
    assertThat(OfferName.of("gpt-4o (2024-08-06)")).isEqualTo(name("gpt-4o", "2024-08-06"));
  }

  @Test
  void nothingOfTheNameIsLost() {
    assertThat(name("gpt-4o", "2024-08-06").below("Azure")).isEqualTo("Azure · 2024-08-06");
    assertThat(name("gpt-4o", "").below("OpenAI")).isEqualTo("OpenAI");
  }
}
