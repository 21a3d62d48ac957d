package studio.timbre.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.PriceRange;
import studio.timbre.model.Provider;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Texts;

class MoveTest {
  private static final String MINI = "gpt-4.1-mini-2025-04-14";

  private ScriptedApiTrainer trainer;
  private ApiTrainViewModel there;
  private WhereViewModel where;
  private MoveViewModel model;

  @BeforeEach
  void aJobAtOpenAi() {
    trainer = new ScriptedApiTrainer();
    trainer.elsewhere = provider -> Optional.of(new PriceRange(0.41, 0.63));
    trainer.connections.addAll(List.of(ScriptedApiTrainer.OPENAI, ScriptedApiTrainer.NEBIUS));
    there = ScriptedApiTrainer.model(trainer, Texts.of(Locale.ENGLISH));
    where = ScriptedApiTrainer.where(trainer);
    where.refresh();
    model = ScriptedApiTrainer.move(where, there);
    where.chosen().set(new Where.There(ScriptedApiTrainer.OPENAI));
    there.use(ScriptedApiTrainer.OPENAI);
    there.form().model().set(MINI);
    there.form().text(ApiNumber.EPOCHS).set("3");
    there.form().text(ApiNumber.FACTOR).set("2");
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
    model.lookAtThis();
    choose(Provider.NEBIUS);
    assertThat(model.canMove()).isTrue();
    model.move();
    assertThat(where.chosen().get()).isEqualTo(new Where.There(ScriptedApiTrainer.NEBIUS));
    assertThat(there.connection().get()).contains(ScriptedApiTrainer.NEBIUS);
    var recipe = there.form().recipe().get().orElseThrow();
    assertThat(recipe.model()).isEqualTo("meta-llama/Llama-3.1-8B-Instruct");
    assertThat(recipe.numbers().learningRate()).isEmpty();
    assertThat(recipe.numbers().epochs()).isEqualTo(OptionalInt.of(3));
    assertThat(model.isOpen().get()).isFalse();
  }

  @Test
  void whatItCostsElsewhereIsCountedForTheModelThere() {
    trainer.elsewhere =
        provider ->
            provider == Provider.NEBIUS
                ? Optional.of(new PriceRange(0.41, 0.63))
                : Optional.empty();
    model.lookAtThis();
    choose(Provider.NEBIUS);
    var texts = Texts.of(Locale.ENGLISH);
    assertThat(MoveTexts.facts(texts, model.chosen().get().orElseThrow()))
        .isEqualTo("about $0.41 to $0.63");
    choose(Provider.AZURE);
    assertThat(MoveTexts.facts(texts, model.chosen().get().orElseThrow()))
        .startsWith("Price not known");
  }

  @Test
  void withoutAnAccountNothingMoves() {
    model.lookAtThis();
    choose(Provider.AZURE);
    assertThat(model.outcome().get()).isPresent();
    assertThat(model.canMove()).isFalse();
    model.move();
    assertThat(there.connection().get()).contains(ScriptedApiTrainer.OPENAI);
    assertThat(model.isOpen().get()).isTrue();
  }

  @Test
  void anotherLookBeginsWithNothingChosen() {
    model.lookAtThis();
    choose(Provider.NEBIUS);
    there.form().model().set("gpt-4o-mini-2024-07-18");
    model.lookAtThis();
    assertThat(model.chosen().get()).isEmpty();
    assertThat(model.outcome().get()).isEqualTo(Optional.empty());
  }

  @Test
  void aJobWithoutAModelIsNotLookedAt() {
    there.form().fill(ApiRecipe.of(""));
    model.lookAtThis();
    assertThat(model.isOpen().get()).isFalse();
  }

  @Test
  void pictures() throws Exception {
    Snapshots.take(
        "train-move",
        texts -> {
          var pane = new MovePane(model, texts, () -> {});
          model.lookAtThis();
          choose(Provider.NEBIUS);
          var root = new StackPane(pane);
          root.getStyleClass().add("screen");
          return root;
        },
        () -> true);
    assertThat(Path.of("target/snapshots/train-move-dark-pt.png")).exists();
  }
}
