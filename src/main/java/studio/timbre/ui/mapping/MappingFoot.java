package studio.timbre.ui.mapping;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Texts;

/** What stands below the mapping: what would come in, or why nothing would, and the acts. */
final class MappingFoot extends HBox {
  private final MappingViewModel model;
  private final Texts texts;
  private final Label obstacle = new Label();
  private final Label summary = new Label();
  private final Button countAll;
  private final Button accept = new Button();

  MappingFoot(MappingViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    summary.setId("mapping-summary");
    summary.setWrapText(true);
    obstacle.setId("mapping-obstacle");
    obstacle.setWrapText(true);
    obstacle.getStyleClass().add("mapping-obstacle");
    var words = new VBox(summary, obstacle);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    accept.setId("mapping-accept");
    accept.setMnemonicParsing(false);
    accept.getStyleClass().add("accent");
    accept.setMinWidth(Region.USE_PREF_SIZE);
    accept.setOnAction(event -> model.accept());
    var cancel = button(texts, "common.cancel", model::cancel, "mapping-cancel");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    countAll = button(texts, "mapping.count", model.previewing()::goThrough, "mapping-count");
    countAll.setMinWidth(Region.USE_PREF_SIZE);
    countAll.managedProperty().bind(countAll.visibleProperty());
    getChildren().addAll(words, countAll, cancel, accept);
    getStyleClass().addAll("row-8", "mapping-foot");
  }

  static Button button(Texts texts, String key, Runnable act, String id) {
    var button = new Button(texts.get(key));
    button.setId(id);
    button.setMnemonicParsing(false);
    button.setOnAction(event -> act.run());
    return button;
  }

  /** What would come in, or why nothing would. */
  void show(Step step) {
    var stands = Obstacle.of(step, model.previewing());
    obstacle.setVisible(stands.isPresent());
    obstacle.setManaged(stands.isPresent());
    obstacle.setText(stands.map(one -> texts.get("mapping.obstacle." + one)).orElse(""));
    summary.setVisible(stands.isEmpty());
    summary.setManaged(stands.isEmpty());
    countAll.setVisible(false);
    accept.setDisable(stands.isPresent());
    accept.setText(texts.get(step.isLast() ? "mapping.import" : "mapping.next"));
    summary.setText(texts.get("mapping.preview.reading"));
    if (model.previewing().state().get()
        instanceof Previewing.State.Shown(var preview, int rows, var share)) {
      boolean whole = preview.whole();
      String sum = texts.get("mapping.sum", preview.conversations(), preview.refusedRows());
      summary.setText(
          whole
              ? sum
              : share.isPresent()
                  ? texts.get("mapping.counting", texts.percent(share.getAsDouble()))
                  : texts.get("mapping.sum.rows", rows, sum));
      countAll.setVisible(!whole && share.isEmpty());
      if (whole
          && step.isLast()
          && model.isAll()
          && step.kinds() == 1
          && step.tables().files().size() == 1) {
        accept.setText(texts.get("mapping.import.count", preview.conversations()));
      }
    }
  }
}
