package studio.timbre.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.timbre.pricing.Catalogue;
import studio.timbre.pricing.PriceLines;

class ModelWordsTest {
  private final Texts portuguese = Texts.of(Locale.of("pt", "BR"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          size class up to 16B, LoRA SFT | modelos de até 16B (LoRA, respostas)
          size class 16.1B-80B, full DPO | modelos de 16,1B a 80B (todos os pesos, pares)
          meta-llama/Llama-3.1-8B-Instruct (class: under 20B parameters) | meta-llama/Llama-3.1-8B-Instruct (modelos abaixo de 20B)
          models of 20B parameters and more (e.g. a/B-70B, c/d) | modelos a partir de 20B, como a/B-70B, c/d
          size class over 300B, LoRA DPO | modelos acima de 300B (LoRA, pares)
          gpt-4.1-mini-2025-04-14 | gpt-4.1-mini-2025-04-14
          """)
  void classesOfSizesAreSaidInTheLanguageOfTheWindow(String model, String words) {
    assertThat(ModelWords.name(portuguese, model)).isEqualTo(words);
  }

  @Test
  void noClassOfTheCatalogueStaysInEnglish() {
    assertThat(Catalogue.shipped().entries())
        .filteredOn(line -> PriceLines.isOfSizes(line) || line.model().startsWith("models of"))
        .isNotEmpty()
        .allSatisfy(
            line -> assertThat(ModelWords.name(portuguese, line.model())).startsWith("modelos "));
  }

  @Test
  void noNameOfTheCatalogueHasEnglishWordsLeft() {
    assertThat(Catalogue.shipped().entries())
        .extracting(line -> ModelWords.name(portuguese, line.model()))
        .noneMatch(name -> name.contains("e.g.") || name.contains("class:"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22,22 de nov. de 2026",
    "2026-07 (re-check),jul. 2026",
    "2026-07,jul. 2026",
    "last spring,last spring"
  })
  void whenAPriceWasReadIsADayOrAMonth(String asOf, String words) {
    assertThat(ModelWords.read(portuguese, asOf)).isEqualTo(words);
  }
}
