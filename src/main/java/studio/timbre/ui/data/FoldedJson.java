package studio.timbre.ui.data;

import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** A part of the file that Timbre keeps as it is: its name, and its text to unfold and read. */
final class FoldedJson extends VBox {

  FoldedJson(Texts texts, String key, String json) {
    getStyleClass().add("column-4");
    var fold = new ToggleButton(texts.get("message.untouched", key), Icon.UNFOLD.node());
    fold.setMnemonicParsing(false);
    fold.getStyleClass().addAll("flat", "fold-button");
    getChildren().add(fold);
    fold.selectedProperty()
        .subscribe(
            open -> {
              if (open && getChildren().size() == 1) {
                getChildren().add(area(key, json));
              }
              if (getChildren().size() > 1) {
                getChildren().get(1).setVisible(open);
                getChildren().get(1).setManaged(open);
              }
            });
  }

  private static TextArea area(String key, String json) {
    var area = new TextArea(json);
    area.setEditable(false);
    area.setWrapText(true);
    area.getStyleClass().addAll("mono", "raw-json");
    area.setAccessibleText(key);
    return area;
  }
}
