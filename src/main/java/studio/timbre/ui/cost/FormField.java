package studio.timbre.ui.cost;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** A number with its name above it, marked while it makes no sense. */
final class FormField extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final TextField field = new TextField();
  private final Label label = new Label();

  FormField(String id, String name, UseForm.Field value) {
    this(id, name);
    field.textProperty().bindBidirectional(value.text());
    field.textProperty().subscribe(text -> setWrong(value.isWrong()));
  }

  FormField(String id, String name) {
    field.setId(id);
    field.setPrefColumnCount(7);
    setName(name);
    label.setLabelFor(field);
    label.getStyleClass().add("small-text");
    getStyleClass().add("column-4");
    getChildren().addAll(label, field);
  }

  void setName(String name) {
    label.setText(name);
    field.setAccessibleText(name);
  }

  TextField field() {
    return field;
  }

  String name() {
    return label.getText();
  }

  void setWrong(boolean isWrong) {
    field.pseudoClassStateChanged(WRONG, isWrong);
  }

  boolean isWrong() {
    return field.getPseudoClassStates().contains(WRONG);
  }

  /** What holds while nothing is typed. */
  void setUsual(String words) {
    field.setPromptText(words);
  }
}
