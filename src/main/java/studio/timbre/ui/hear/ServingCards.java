package studio.timbre.ui.hear;

import javafx.beans.Observable;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Texts;

/** Below the answers: the tuned models at providers that were chosen and do not answer yet. */
final class ServingCards extends VBox {
  private final ServingModel model;
  private final Texts texts;

  ServingCards(ServingModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("serving-cards");
    model.cards().addListener((Observable change) -> show());
    show();
  }

  private void show() {
    getChildren().clear();
    model.cards().forEach(card -> getChildren().add(new ServingCard(model, card, texts)));
    setVisible(!getChildren().isEmpty());
    setManaged(isVisible());
  }
}
