package studio.timbre.ui.train;

import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.FileQuestions;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** Everything that is chosen for a run on this computer. */
final class HerePane extends VBox {
  HerePane(TrainViewModel model, Texts texts, FileQuestions files) {
    getStyleClass().add("train-sections");
    var promise = new Label(texts.get("train.here"));
    promise.setWrapText(true);
    promise.getStyleClass().add("muted");
    var numbers = new NumbersPane(model.numbers(), texts);
    var fold = new ToggleButton(texts.get("train.numbers.show"), Icon.UNFOLD.node());
    fold.setId("train-numbers");
    fold.getStyleClass().add("fold-toggle");
    fold.selectedProperty()
        .subscribe(
            open -> {
              fold.setText(texts.get(open ? "train.numbers.hide" : "train.numbers.show"));
              fold.setGraphic((open ? Icon.EXPAND : Icon.UNFOLD).node());
            });
    numbers.visibleProperty().bind(fold.selectedProperty());
    numbers.managedProperty().bind(fold.selectedProperty());
    getChildren()
        .addAll(
            promise,
            new BaseCards(model, texts, files),
            new PresetCards(model, texts),
            fold,
            numbers);
  }
}
