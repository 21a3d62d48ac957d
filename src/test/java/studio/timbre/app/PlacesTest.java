package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import studio.timbre.app.Places.Place;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Connection;
import studio.timbre.model.PriceRange;
import studio.timbre.model.Provider;
import studio.timbre.pricing.Catalogue;

class PlacesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Connection NEBIUS =
      new Connection(
          "n", "Ours", Provider.NEBIUS, URI.create("https://api.tokenfactory.nebius.com/v1"));
  private static final ApiRecipe RECIPE = ApiRecipe.of("gpt-4.1-mini-2025-04-14");

  private final Places places = new Places(Catalogue.shipped().entries());

  private List<Place> elsewhere(ApiRecipe recipe, LocalDate day) {
    return places.elsewhere(Provider.OPENAI, recipe, 2_000_000, List.of(NEBIUS), day);
  }

  @Test
  void placesWithAnAccountComeFirstWithTheirPrice() {
    var first = elsewhere(RECIPE, TODAY).getFirst();
    assertThat(first.connection()).contains(NEBIUS);
    assertThat(first.offer().orElseThrow().model()).isEqualTo("meta-llama/Llama-3.1-8B-Instruct");
    // 2 million tokens at $0.40 a million.
    assertThat(first.usd()).contains(PriceRange.exactly(0.8));
  }

  @Test
  void theProviderItselfIsNoOtherPlace() {
    assertThat(elsewhere(RECIPE, TODAY))
        .extracting(Place::provider)
        .contains(Provider.AZURE, Provider.CRUSOE)
        .doesNotContain(Provider.OPENAI);
  }

  @Test
  void pairsAreOfferedOnlyWhereTheyAreLearned() {
    var pairs =
        new ApiRecipe(
            "gpt-4.1-2025-04-14",
            new ApiMethod.Preference(OptionalDouble.empty()),
            ApiNumbers.LEFT_TO_PROVIDER,
            Optional.empty(),
            OptionalInt.empty(),
            Map.of(),
            Optional.empty());
    var found = elsewhere(pairs, TODAY);
    assertThat(found)
        .extracting(Place::provider)
        .contains(Provider.AZURE)
        .doesNotContain(Provider.NEBIUS, Provider.CRUSOE);
    assertThat(found)
        .filteredOn(place -> place.provider() == Provider.AZURE)
        .noneMatch(place -> place.offer().orElseThrow().model().startsWith("gpt-4o-mini"));
  }

  @Test
  void anUnknownPriceStaysUnknown() {
    assertThat(elsewhere(RECIPE, TODAY))
        .filteredOn(place -> place.provider() == Provider.AZURE)
        .isNotEmpty()
        .allMatch(place -> place.usd().isEmpty());
  }
}
