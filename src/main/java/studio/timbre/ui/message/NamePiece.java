package studio.timbre.ui.message;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.ui.fx.Keyboard;

/** The name of the speaker, or of the function whose result this is. */
final class NamePiece implements Piece {
  private final Slot slot;
  private final TextField field = new TextField();
  private final HBox node;
  private String committed = "";

  NamePiece(Slot slot) {
    this.slot = slot;
    var texts = slot.texts();
    var label = new Label(texts.get("message.name"));
    label.getStyleClass().addAll("muted", "small-text", "piece-title");
    label.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    label.setLabelFor(field);
    field.setId(slot.id() + "-name");
    field.getStyleClass().add("small");
    field.setAccessibleText(texts.get("message.name.of", slot.index() + 1));
    field.setOnAction(event -> commit());
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(committed)) {
            field.setText(committed);
            event.consume();
          }
        });
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                commit();
              }
            });
    HBox.setHgrow(field, Priority.ALWAYS);
    var remove =
        PieceButton.remove(
            texts.get("message.name.remove"),
            () -> slot.edit(message -> message.withName(Optional.empty())));
    node = new HBox(label, field, remove);
    node.getStyleClass().add("row-4");
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void show(Conversation conversation, Message message) {
    boolean dirty = field.isFocused() && !field.getText().equals(committed);
    committed = message.name().orElse("");
    if (!dirty) {
      field.setText(committed);
    }
  }

  @Override
  public void commit() {
    String typed = field.getText();
    if (!typed.equals(committed)) {
      committed = typed;
      slot.edit(message -> message.withName(Optional.of(typed)));
    }
  }

  @Override
  public boolean focusText() {
    Keyboard.give(field);
    return true;
  }
}
