package studio.timbre.ui.message;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Texts;

/** Asks for the address of a picture, where the picture will stand. */
final class AddressLine extends HBox {
  private final TextField field = new TextField();
  private final Consumer<String> add;

  AddressLine(Texts texts, Consumer<String> add) {
    this.add = add;
    getStyleClass().addAll("row-4", "address-line");
    field.getStyleClass().add("small");
    field.setPromptText("https://…");
    field.setAccessibleText(texts.get("message.picture.typeAddress"));
    HBox.setHgrow(field, Priority.ALWAYS);
    field.setOnAction(event -> done());
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            put(false);
            event.consume();
          }
        });
    var ok = new Button(texts.get("message.picture.add"));
    ok.setMnemonicParsing(false);
    ok.getStyleClass().add("small");
    ok.setMinWidth(Region.USE_PREF_SIZE);
    ok.disableProperty().bind(field.textProperty().map(String::isBlank));
    ok.setOnAction(event -> done());
    var drop = PieceButton.remove(texts.get("common.cancel"), () -> put(false));
    getChildren().addAll(field, ok, drop);
    put(false);
  }

  void ask() {
    field.clear();
    put(true);
    Keyboard.give(field);
  }

  private void done() {
    String address = field.getText().strip();
    if (!address.isEmpty()) {
      put(false);
      add.accept(address);
    }
  }

  private void put(boolean shown) {
    setVisible(shown);
    setManaged(shown);
  }
}
