package studio.timbre.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import studio.timbre.model.Review;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** A rating as a row of stars, each of them a button. */
final class Stars extends HBox {
  private final Texts texts;
  private final List<Button> buttons = new ArrayList<>();

  /** @param rated told the number of the star that was pressed */
  Stars(Texts texts, IntConsumer rated) {
    this.texts = texts;
    setId("review-stars");
    getStyleClass().add("stars");
    for (int number = 1; number <= Review.MOST_STARS; number++) {
      int stars = number;
      var button = new Button("", Icon.STAR.node());
      button.setId("review-star-" + stars);
      button.getStyleClass().addAll("button-icon", "flat", "star");
      button.setTooltip(new Tooltip(texts.get("review.rate", stars)));
      button.setOnAction(event -> rated.accept(stars));
      buttons.add(button);
    }
    getChildren().setAll(buttons);
    show(0);
  }

  void show(int rating) {
    for (int i = 0; i < buttons.size(); i++) {
      var button = buttons.get(i);
      button.getStyleClass().remove("given");
      if (i < rating) {
        button.getStyleClass().add("given");
      }
      button.setAccessibleText(
          texts.get("review.rate", i + 1) + ", " + texts.get("review.rating", rating));
    }
  }
}
