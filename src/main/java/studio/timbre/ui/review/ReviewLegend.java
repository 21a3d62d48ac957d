package studio.timbre.ui.review;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** Says while a queue is gone through which key does what. */
public final class ReviewLegend extends FlowPane {

  public ReviewLegend(ReviewModeViewModel mode, Texts texts) {
    setId("review-legend");
    getStyleClass().add("review-legend");
    visibleProperty().bind(mode.active());
    managedProperty().bind(mode.active());
    var left = new Label();
    left.setId("review-left");
    left.getStyleClass().addAll("small-text", "strong");
    left.textProperty().bind(mode.left());
    left.visibleProperty().bind(mode.left().isNotEmpty());
    left.managedProperty().bind(left.visibleProperty());
    getChildren()
        .addAll(
            left,
            key("A", texts.get("review.key.approve")),
            key("R", texts.get("review.key.reject")),
            key("1–5", texts.get("review.key.rate")),
            key("T", texts.get("review.key.tag")),
            key("N", texts.get("review.key.note")),
            key("E", texts.get("review.key.edit")),
            key("J", texts.get("review.key.next")),
            key("K", texts.get("review.key.previous")),
            key("U", texts.get("review.key.undo")));
    var leave = new Button(texts.get("review.leave"), Icon.CLOSE.node());
    leave.setId("review-leave");
    leave.getStyleClass().addAll("small", "flat");
    leave.setOnAction(event -> mode.end());
    getChildren().add(leave);
  }

  private static HBox key(String key, String meaning) {
    var cap = new Label(key);
    cap.getStyleClass().add("key-cap");
    var words = new Label(meaning);
    words.getStyleClass().add("small-text");
    var both = new HBox(cap, words);
    both.getStyleClass().add("row-4");
    return both;
  }
}
