package studio.timbre.ui.train;

import atlantafx.base.controls.Popover;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import studio.timbre.ui.fx.Texts;

/** Says which conversations are trained on, and lets the choice be changed. */
public final class TrainsOnBar extends HBox {
  private final TrainsOnViewModel model;
  private final Texts texts;
  private final Label line = new Label();

  public TrainsOnBar(TrainsOnViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("trains-on");
    setId("trains-on");
    line.setId("trains-on-words");
    line.setWrapText(true);
    var change = new Hyperlink(texts.get("training.change"));
    change.setId("trains-on-change");
    change.setAccessibleText(texts.get("training.change.spoken"));
    change.setOnAction(event -> open(change));
    getChildren().addAll(line, change);
    // A line that is too long for the window wraps.
    line.setMinHeight(USE_PREF_SIZE);
    change.setMinWidth(USE_PREF_SIZE);
    model
        .state()
        .subscribe(
            state ->
                line.setText(state.map(known -> TrainsOnWords.sentence(texts, known)).orElse("")));
  }

  private void open(Hyperlink change) {
    var popover = new Popover(new TrainsOnPane(model, texts));
    popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
    popover.setDetachable(false);
    popover.setAnimated(false);
    popover.show(change);
  }
}
