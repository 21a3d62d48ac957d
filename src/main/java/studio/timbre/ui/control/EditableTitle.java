package studio.timbre.ui.control;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Keyboard;

/** A name that is changed where it stands: the pencil opens it, Enter keeps, Escape drops. */
public final class EditableTitle extends HBox {
  private final Label label = new Label();
  private final TextField field = new TextField();
  private final Button pencil = new Button("", Icon.EDIT.node());
  private final Consumer<String> rename;

  /**
   * @param act names the pencil, as "Rename"
   * @param rename called with what was typed
   */
  public EditableTitle(String act, Consumer<String> rename) {
    this.rename = rename;
    getStyleClass().addAll("editable-title", "row-8");
    label.getStyleClass().add("screen-title");
    label.setMinWidth(0);
    field.setId("title-field");
    field.setAccessibleText(act);
    HBox.setHgrow(field, Priority.ALWAYS);
    pencil.setId("title-edit");
    pencil.getStyleClass().addAll("button-icon", "flat");
    pencil.setAccessibleText(act);
    pencil.setTooltip(new Tooltip(act));
    pencil.setOnAction(event -> edit());
    field.setOnAction(event -> end(true));
    field
        .focusedProperty()
        .addListener(
            (source, before, now) -> {
              if (!now && getChildren().contains(field)) {
                end(true);
              }
            });
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            end(false);
            event.consume();
          }
        });
    getChildren().setAll(label, pencil);
  }

  public void setTitle(String title) {
    label.setText(title);
  }

  /** Opens the name for typing. */
  public void edit() {
    field.setText(label.getText());
    getChildren().setAll(field);
    Keyboard.give(field);
    field.selectAll();
  }

  private void end(boolean keep) {
    String typed = field.getText();
    getChildren().setAll(label, pencil);
    pencil.requestFocus();
    if (keep) {
      rename.accept(typed);
    }
  }
}
