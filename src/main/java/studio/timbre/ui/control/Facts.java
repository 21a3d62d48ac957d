package studio.timbre.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Names and values in two columns. */
public final class Facts extends GridPane {
  public Facts() {
    getStyleClass().add("facts");
    var names = new ColumnConstraints();
    names.setHgrow(Priority.SOMETIMES);
    names.setMinWidth(0);
    var values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(names, values);
  }

  public void clear() {
    getChildren().clear();
  }

  public void add(String name, String value) {
    var nameLabel = new Label(name);
    nameLabel.getStyleClass().add("muted");
    nameLabel.setWrapText(true);
    var valueLabel = new Label(value);
    valueLabel.getStyleClass().add("fact-value");
    valueLabel.setWrapText(true);
    nameLabel.setLabelFor(valueLabel);
    addRow(getRowCount(), nameLabel, valueLabel);
  }
}
