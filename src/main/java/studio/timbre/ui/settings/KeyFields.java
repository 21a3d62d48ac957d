package studio.timbre.ui.settings;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import studio.timbre.app.KeyPlace;
import studio.timbre.app.Keys;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Texts;

/** The key of a connection: a masked field, the offer of a variable, and where the key will be kept. */
final class KeyFields extends VBox {
  private final KeyEntry entry;
  private final Texts texts;
  private final CheckBox variable = new CheckBox();
  private final Label variableNote;

  KeyFields(ConnectionFormViewModel model, Texts texts) {
    entry = model.keyEntry();
    this.texts = texts;
    getStyleClass().add("column-16");
    variable.setId("connection-variable");
    variable.setWrapText(true);
    variable.setMnemonicParsing(false);
    variable.selectedProperty().bindBidirectional(entry.fromEnvironment());
    variableNote = note(texts.get("connections.form.variable.note"));
    var offer = new VBox(variable, variableNote);
    offer.getStyleClass().add("column-4");
    var typed = new VBox(kept(), field(), place());
    typed.getStyleClass().add("column-8");
    shownWhile(typed, entry.fromEnvironment().map(taken -> !taken));
    getChildren().addAll(offer, typed, passphrase());
    model.provider().subscribe(provider -> showOffer());
  }

  private void showOffer() {
    var offered = entry.offeredVariable();
    offered.ifPresent(name -> variable.setText(texts.get("connections.form.variable", name)));
    variable.getParent().setVisible(offered.isPresent());
    variable.getParent().setManaged(offered.isPresent());
  }

  /** In the place of the field, while a key is there that stays. */
  private Node kept() {
    var replace = new Button(texts.get("connections.form.key.replace"));
    replace.setId("connection-replace-key");
    replace.setOnAction(event -> entry.replacing().set(true));
    var kept = new VBox(note(texts.get("connections.form.key.kept")), replace);
    kept.getStyleClass().add("column-8");
    shownWhile(kept, entry.replacing().map(typing -> !typing));
    return kept;
  }

  private Node field() {
    var key = new PasswordField();
    key.setId("connection-key");
    key.setPromptText(texts.get("connections.form.key.prompt"));
    key.textProperty().bindBidirectional(entry.key());
    entry
        .replacing()
        .subscribe(
            replacing -> {
              if (replacing && key.getScene() != null) {
                Keyboard.give(key);
              }
            });
    var field = Section.field(texts.get("connections.form.key"), key, key);
    shownWhile(field, entry.replacing());
    return field;
  }

  private Node place() {
    var place =
        note(
            switch (entry.place()) {
              case KeyPlace.InSystem system -> texts.get("connections.place.system", system.name());
              case KeyPlace.InFile file ->
                  texts.get("connections.place.file", file.file().toString());
            });
    place.setId("connection-place");
    shownWhile(place, entry.replacing());
    return place;
  }

  private Node passphrase() {
    var fields = new VBox();
    fields.getStyleClass().add("column-8");
    fields
        .getChildren()
        .add(secret("connection-passphrase", "connections.passphrase", entry.passphrase()));
    if (entry.isPassphraseNew()) {
      fields
          .getChildren()
          .add(
              secret(
                  "connection-passphrase-again",
                  "connections.passphrase.again",
                  entry.passphraseAgain()));
      fields
          .getChildren()
          .add(note(texts.get("connections.passphrase.new", Keys.LEAST_PASSPHRASE)));
    } else {
      fields.getChildren().add(note(texts.get("connections.passphrase.known")));
    }
    shownWhile(fields, entry.needsPassphrase());
    return fields;
  }

  private Node secret(String id, String key, StringProperty text) {
    var field = new PasswordField();
    field.setId(id);
    field.textProperty().bindBidirectional(text);
    return Section.field(texts.get(key), field, field);
  }

  static Label note(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().addAll("muted", "small-text");
    return label;
  }

  private static void shownWhile(Node node, ObservableValue<Boolean> condition) {
    condition.subscribe(
        shown -> {
          node.setVisible(shown);
          node.setManaged(shown);
        });
  }
}
