package studio.timbre.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.tokens.ApiEncoding;
import studio.timbre.tokens.ApiEncodings;

class CatalogueTest {
  private final Catalogue shipped = Catalogue.shipped();

  @TempDir Path folder;

  @Test
  void everyLineTellsWhereItComesFromAndWhen() {
    assertThat(shipped.entries()).hasSize(59);
    assertThat(shipped.entries())
        .allSatisfy(
            entry -> {
              assertThat(entry.source()).isNotBlank();
              assertThat(entry.asOf()).isNotBlank();
              assertThat(entry.status()).isNotBlank();
              assertThat(entry.methods()).isNotEmpty();
            });
    assertThat(shipped.entries()).extracting(CatalogueEntry::provider).doesNotContain("");
  }

  @Test
  void whatIsNotKnownStaysUnknown() {
    var azure = shipped.find("gpt-4o (2024-08-06)").orElseThrow();
    assertThat(azure.trainingUsdPerMillionTokens()).isEmpty();
    assertThat(azure.contextLengthTraining()).isEmpty();
    assertThat(azure.hostingUsdPerHour()).hasValue(1.7);
    assertThat(shipped.find("Qwen-32B").orElseThrow().encoding()).isEmpty();
  }

  @Test
  void aPromiseNotToCloseBeforeADayIsNoClosingDate() {
    var azure = shipped.find("gpt-4o (2024-08-06)").orElseThrow();
    assertThat(azure.newJobsCloseOn()).isEmpty();
    assertThat(azure.notes()).startsWith("New jobs: closed not before 2027-04-01.");
  }

  @Test
  void encodingsAgreeWithTheTableByName() {
    for (var entry : shipped.entries()) {
      var byName = ApiEncodings.of(entry.model()).map(ApiEncoding::publicName);
      assertThat(byName).as(entry.model()).isEqualTo(entry.encoding());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4o-mini-2024-07-18, OpenAI, gpt-4o-mini-2024-07-18",
    "gpt-4o-mini, OpenAI, gpt-4o-mini-2024-07-18",
    "GPT-4o, OpenAI, gpt-4o-2024-08-06",
    "gpt-4.1, OpenAI, gpt-4.1-2025-04-14",
    "o4-mini, OpenAI, o4-mini-2025-04-16",
    "gpt-4, OpenAI, gpt-4 (gpt-4-0613)",
    "gpt-3.5-turbo, OpenAI, gpt-3.5-turbo",
    "ft:gpt-4.1-mini-2025-04-14:acme:voice:9AbC, OpenAI, gpt-4.1-mini-2025-04-14",
    "ft:gpt-4o-mini:acme::9AbC, OpenAI, gpt-4o-mini-2024-07-18",
    "azure openai / microsoft foundry/gpt-4o, Azure OpenAI / Microsoft Foundry, gpt-4o (2024-08-06)",
    "llama 3.1, Crusoe Intelligence Foundry, Llama 3.1 8B Instruct",
    "babb, OpenAI, babbage-002",
    "llama, , ",
    "gpt-4.1-m, , ",
  })
  void namesAreFound(String name, String provider, String model) {
    if (model == null) {
      assertThat(shipped.find(name)).isEmpty();
    } else {
      var found = shipped.find(name).orElseThrow();
      assertThat(found.provider()).isEqualTo(provider);
      assertThat(found.model()).isEqualTo(model);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "gpt", "gpt-6-luna", "size class up to 16B, LoRA SFT", "ft:"})
  void namesThatMeanNothingOrTooMuchAreNotFound(String name) {
    assertThat(shipped.find(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4o-2024-08-06, 2027-01-05, true",
    "gpt-4o-2024-08-06, 2027-01-06, false",
    "gpt-3.5-turbo, 2026-11-22, false",
    "babbage-002, 2024-10-27, false",
    "gpt-4.1 (2025-04-14), 2027-10-13, true",
    "gpt-4.1 (2025-04-14), 2027-10-14, false",
    "La Plateforme fine-tuning (all models), 2026-11-22, false",
    "gpt-3.5-turbo (launch price 2023-08-22), 2026-01-01, false",
  })
  void jobsAreTakenUntilTheLastDay(String model, LocalDate today, boolean open) {
    assertThat(shipped.find(model).orElseThrow().isOpenForJobs(today)).isEqualTo(open);
  }

  @Test
  void onAFreshDayOfThisYearFourOpenAiModelsTakeJobs() {
    assertThat(shipped.entries())
        .filteredOn(entry -> entry.provider().equals("OpenAI"))
        .filteredOn(entry -> entry.isOpenForJobs(LocalDate.of(2026, 11, 22)))
        .extracting(CatalogueEntry::model)
        .containsExactly(
            "gpt-4o-2024-08-06",
            "gpt-4o-mini-2024-07-18",
            "gpt-4.1-2025-04-14",
            "gpt-4.1-mini-2025-04-14");
  }

  @Test
  void thePersonsOwnLineReplacesWhatItNamesAndKeepsTheRest() throws Exception {
    var own =
        write(
            """
            [{"provider": "OpenAI", "model": "gpt-4o-mini-2024-07-18",
              "training_usd_per_million_tokens": 2.5, "shutdown_date": null},
             {"provider": "Our cluster", "model": "house-8b", "training_usd_per_million_tokens": 0.1}]""");
    var catalogue = Catalogue.with(own);
    assertThat(catalogue.ownFileProblem()).isEmpty();
    assertThat(catalogue.entries()).hasSize(60);
    var changed = catalogue.find("gpt-4o-mini").orElseThrow();
    assertThat(changed.trainingUsdPerMillionTokens()).hasValue(2.5);
    assertThat(changed.shutdownDate()).isEmpty();
    assertThat(changed.contextLengthTraining()).hasValue(65536);
    assertThat(catalogue.find("house-8b").orElseThrow().provider()).isEqualTo("Our cluster");
    assertThat(catalogue.entries().indexOf(changed)).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[{]",
        "[1]",
        "[{\"model\": \"m\"}]",
        "[{\"provider\": \"p\", \"model\": \"m\", \"training_usd_per_million_tokens\": \"3\"}]",
        "[{\"provider\": \"p\", \"model\": \"m\", \"training_usd_per_million_tokens\": -3}]",
        "[{\"provider\": \"p\", \"model\": \"m\", \"shutdown_date\": \"next year\"}]",
        "[{\"provider\": \"p\", \"model\": \"m\", \"context_length_training\": 0.5}]",
        "[{\"provider\": \"p\", \"model\": \"m\", \"source\": 7}]",
      })
  void anOwnFileThatCannotBeUsedIsReportedAndLeftAside(String content) throws Exception {
    var catalogue = Catalogue.with(write(content));
    assertThat(catalogue.entries()).isEqualTo(shipped.entries());
    var problem = catalogue.ownFileProblem().orElseThrow();
    assertThat(problem.key()).isEqualTo("error.catalogue.unusable");
    assertThat(problem).hasMessageContaining("catalogue.json").hasMessageNotContaining("null");
  }

  @Test
  void anOwnFileThatIsNotTextIsReported() throws Exception {
    var file = folder.resolve("catalogue.json");
    Files.write(file, "[\"é\"]".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(Catalogue.with(file).ownFileProblem().orElseThrow())
        .hasMessageContaining("not a text in UTF-8");
  }

  @Test
  void withoutAnOwnFileTheShippedCatalogueHolds() {
    assertThat(Catalogue.with(folder.resolve("none.json"))).isEqualTo(shipped);
  }

  private Path write(String content) throws Exception {
    return Files.writeString(folder.resolve("catalogue.json"), content);
  }
}
