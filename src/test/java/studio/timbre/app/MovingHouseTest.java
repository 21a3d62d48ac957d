package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import studio.timbre.app.MovingHouse.Change;
import studio.timbre.app.MovingHouse.Change.Kind;
import studio.timbre.app.MovingHouse.Moved;
import studio.timbre.app.ProviderAbilities.Serving;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Provider;
import studio.timbre.pricing.Catalogue;

class MovingHouseTest {
  private static final ModelOffers OFFERS = new ModelOffers(Catalogue.shipped().entries());
  private static final String MINI = "gpt-4.1-mini-2025-04-14";
  private static final String LLAMA = "meta-llama/Llama-3.1-8B-Instruct";

  private static final ApiRecipe FULL =
      new ApiRecipe(
          MINI,
          new ApiMethod.Supervised(),
          new ApiNumbers(OptionalInt.of(3), OptionalInt.of(8), OptionalDouble.of(2.0)),
          Optional.of("Café da Gaivota, nossa voz de marca 2026"),
          OptionalInt.of(7),
          Map.of("team", "brand"),
          Optional.empty());

  private static Moved move(ApiRecipe recipe, Provider from, Provider to, String model) {
    return MovingHouse.move(
        recipe, from, OFFERS.line(from, recipe.model()), to, model, OFFERS.line(to, model));
  }

  private static List<Kind> kinds(Moved moved) {
    return moved.changes().stream().map(Change::kind).toList();
  }

  @Test
  void aFactorOfOpenAiNeverBecomesARateAtNebius() {
    var moved = move(FULL, Provider.OPENAI, Provider.NEBIUS, LLAMA);
    assertThat(moved.recipe().numbers().learningRate()).isEmpty();
    assertThat(moved.recipe().numbers().epochs()).hasValue(3);
    assertThat(moved.recipe().numbers().batchSize()).hasValue(8);
    assertThat(kinds(moved))
        .containsExactly(
            Kind.MODEL,
            Kind.LEARNING_RATE_LEFT,
            Kind.METADATA_LEFT_OUT,
            Kind.TOKENS_COUNTED_ANEW,
            Kind.LINES_CUT_EARLIER,
            Kind.SERVING,
            Kind.WEIGHTS_BECOME_YOURS);
    assertThat(moved.changes()).contains(new Change(Kind.SERVING, List.of(Serving.ADAPTER)));
  }

  @Test
  void theSameModelAtAzureKeepsItsNumbersAndSaysWhatItsDeploymentCosts() {
    var moved = move(FULL, Provider.OPENAI, Provider.AZURE, MINI);
    assertThat(moved.recipe().numbers()).isEqualTo(FULL.numbers());
    assertThat(moved.recipe().suffix()).contains("Caf-da-Gaivota-nossa-voz-de-marca-2026");
    assertThat(kinds(moved))
        .contains(Kind.SUFFIX_SHORTENED, Kind.SERVING)
        .doesNotContain(Kind.MODEL, Kind.LEARNING_RATE_LEFT, Kind.WEIGHTS_BECOME_YOURS);
  }

  @Test
  void theSizeOfAnAdapterStaysWhereItCanBeChosenAndIsLeftToTheOthers() {
    var sized =
        ApiRecipe.of(LLAMA)
            .withNumbers(
                new ApiNumbers(
                    OptionalInt.of(3),
                    OptionalInt.empty(),
                    OptionalDouble.empty(),
                    OptionalInt.of(16),
                    OptionalInt.of(32)));
    var within = move(sized, Provider.NEBIUS, Provider.NEBIUS, "meta-llama/Llama-3.3-70B-Instruct");
    assertThat(within.recipe().numbers()).isEqualTo(sized.numbers());
    assertThat(kinds(within)).doesNotContain(Kind.ADAPTER_LEFT);
    var moved = move(sized, Provider.NEBIUS, Provider.TOGETHER, "meta-llama/Llama-3.3-70B");
    assertThat(moved.recipe().numbers().hasAdapter()).isFalse();
    assertThat(moved.recipe().numbers().epochs()).hasValue(3);
    assertThat(moved.changes())
        .filteredOn(change -> change.kind() == Kind.ADAPTER_LEFT)
        .singleElement()
        .satisfies(change -> assertThat(change.english()).contains("rank and alpha"));
  }

  @Test
  void pairsCannotGoWhereOnlyAnswersAreLearned() {
    var pairs =
        new ApiRecipe(
            MINI,
            new ApiMethod.Preference(OptionalDouble.of(0.1)),
            ApiNumbers.LEFT_TO_PROVIDER,
            Optional.empty(),
            OptionalInt.empty(),
            Map.of(),
            Optional.empty());
    var moved = move(pairs, Provider.OPENAI, Provider.NEBIUS, LLAMA);
    assertThat(moved.changes().getFirst().isBlocking()).isTrue();
    var allowed = move(pairs, Provider.OPENAI, Provider.AZURE, MINI);
    assertThat(allowed.changes()).noneMatch(Change::isBlocking);
  }

  @Test
  void whatAProviderDoesNotTakeIsLeftOutAndSaid() {
    var moved = move(FULL, Provider.OPENAI, Provider.CRUSOE, "Llama 3.1 8B Instruct");
    assertThat(moved.recipe().seed()).isEmpty();
    assertThat(moved.recipe().numbers().batchSize()).isEmpty();
    assertThat(kinds(moved)).contains(Kind.SEED_LEFT_OUT, Kind.BATCH_SIZE_LEFT);
  }

  @Test
  void tiersAreEachProvidersOwn() {
    var tiered =
        new ApiRecipe(
            MINI,
            new ApiMethod.Supervised(),
            ApiNumbers.LEFT_TO_PROVIDER,
            Optional.empty(),
            OptionalInt.empty(),
            Map.of(),
            Optional.of("developerTier"));
    assertThat(kinds(move(tiered, Provider.AZURE, Provider.OPENAI, MINI)))
        .contains(Kind.TIER_LEFT_OUT);
    var within = move(tiered, Provider.AZURE, Provider.AZURE, "gpt-4o-2024-08-06");
    assertThat(within.recipe().tier()).contains("developerTier");
  }

  @Test
  void everyProviderHasItsAbilities() {
    for (var provider : Provider.values()) {
      assertThat(ProviderAbilities.of(provider)).as(provider.name()).isNotNull();
    }
  }
}
