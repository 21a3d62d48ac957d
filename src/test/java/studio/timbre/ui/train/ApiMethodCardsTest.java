package studio.timbre.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import studio.timbre.model.Connection;
import studio.timbre.model.Provider;
import studio.timbre.ui.Snapshots;

class ApiMethodCardsTest {
  private static final Connection FIREWORKS =
      new Connection(
          "c-fireworks",
          "Fireworks",
          Provider.FIREWORKS,
          URI.create("https://api.fireworks.ai/v1/accounts/gull"));

  /** Answers it for each picture. */
  private static List<Boolean> shown(String name, Connection connection) throws Exception {
    var shown = new ArrayList<Boolean>();
    Snapshots.take(
        name,
        texts -> {
          var model = ScriptedApiTrainer.model(new ScriptedApiTrainer(), texts);
          var cards = new ApiMethodCards(model, texts);
          model.use(connection);
          shown.add(cards.lookup("#own-evaluators").isVisible());
          Parent root = new StackPane(cards);
          return root;
        },
        () -> true);
    return shown;
  }

  @Test
  void whyGradedAnswersAreNotOfferedIsSaidWhereTheProviderHasThem() throws Exception {
    assertThat(shown("train-api-methods-fireworks", FIREWORKS)).isNotEmpty().containsOnly(true);
    assertThat(shown("train-api-methods-openai", ScriptedApiTrainer.OPENAI))
        .isNotEmpty()
        .containsOnly(false);
  }
}
