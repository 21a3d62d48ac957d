package studio.timbre.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import studio.timbre.app.ModelOffers;
import studio.timbre.app.Places;
import studio.timbre.app.Places.Place;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Connection;
import studio.timbre.model.Provider;
import studio.timbre.pricing.Catalogue;
import studio.timbre.ui.Snapshots;

class MoveTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final List<CatalogueEntry> CATALOGUE = Catalogue.shipped().entries();
  private static final Connection NEBIUS =
      new Connection(
          "n",
          "Our Nebius account",
          Provider.NEBIUS,
          URI.create("https://api.tokenfactory.nebius.com/v1"));
  private static final ApiRecipe RECIPE =
      new ApiRecipe(
          "gpt-4.1-mini-2025-04-14",
          new ApiMethod.Supervised(),
          new ApiNumbers(OptionalInt.of(3), OptionalInt.empty(), OptionalDouble.of(2.0)),
          Optional.of("gull"),
          OptionalInt.empty(),
          Map.of("team", "brand"),
          Optional.empty());

  private final List<ApiRecipe> moved = new ArrayList<>();
  private final MoveViewModel model =
      new MoveViewModel(new Places(CATALOGUE), (connection, recipe) -> moved.add(recipe));

  private void look(ApiRecipe recipe) {
    model.lookAt(
        new MoveViewModel.Job(
            Provider.OPENAI,
            recipe,
            new ModelOffers(CATALOGUE).line(Provider.OPENAI, recipe.model()),
            640_000),
        List.of(NEBIUS),
        TODAY);
  }

  private void choose(Provider provider) {
    model
        .chosen()
        .set(
            model.places().get().stream()
                .filter(place -> place.provider() == provider)
                .findFirst());
  }

  @Test
  void theJobArrivesWithoutWhatMeansSomethingElseThere() {
    look(RECIPE);
    choose(Provider.NEBIUS);
    assertThat(model.canMove()).isTrue();
    model.move();
    assertThat(moved).hasSize(1);
    assertThat(moved.getFirst().model()).isEqualTo("meta-llama/Llama-3.1-8B-Instruct");
    assertThat(moved.getFirst().numbers().learningRate()).isEmpty();
    assertThat(moved.getFirst().numbers().epochs()).hasValue(3);
  }

  @Test
  void withoutAnAccountNothingMoves() {
    look(RECIPE);
    choose(Provider.AZURE);
    assertThat(model.outcome().get()).isPresent();
    assertThat(model.canMove()).isFalse();
    model.move();
    assertThat(moved).isEmpty();
  }

  @Test
  void anotherJobBeginsWithNothingChosen() {
    look(RECIPE);
    choose(Provider.NEBIUS);
    look(ApiRecipe.of("gpt-4o-mini-2024-07-18"));
    assertThat(model.chosen().get()).isEmpty();
    assertThat(model.outcome().get()).isEmpty();
  }

  @Test
  void pictures() throws Exception {
    Snapshots.take(
        "train-move",
        texts -> {
          look(RECIPE);
          var pane = new MovePane(model, texts, () -> {}, () -> {});
          choose(Provider.NEBIUS);
          var root = new StackPane(pane);
          root.getStyleClass().add("screen");
          return root;
        },
        () -> true);
    assertThat(Path.of("target/snapshots/train-move-dark-pt.png")).exists();
    assertThat(model.places().get())
        .extracting(Place::provider)
        .contains(Provider.NEBIUS, Provider.AZURE);
  }
}
