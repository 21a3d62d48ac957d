package studio.timbre.ui.settings;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.timbre.ui.control.ConfirmBar;
import studio.timbre.ui.fx.Texts;

/** Asks for the passphrase of Timbre's file of keys; shown while connections need it. */
final class LockedKeys extends VBox {
  LockedKeys(ConnectionsViewModel model, Texts texts, Consumer<String> say) {
    getStyleClass().addAll("card-pane", "column-16");
    setId("keys-locked");
    var passphrase = new PasswordField();
    passphrase.setId("keys-passphrase");
    Runnable unlock =
        () -> {
          String typed = passphrase.getText();
          passphrase.clear();
          model.unlock(typed);
        };
    passphrase.setOnAction(event -> unlock.run());
    var open = new Button(texts.get("connections.locked.open"));
    open.setId("keys-unlock");
    open.getStyleClass().add("accent");
    open.setOnAction(event -> unlock.run());
    open.disableProperty().bind(passphrase.textProperty().isEmpty());
    var confirm = new ConfirmBar();
    var aside = new Button(texts.get("connections.locked.aside"));
    aside.setId("keys-aside");
    aside.setOnAction(
        event ->
            confirm.ask(
                texts.get("connections.locked.question"),
                texts.get("connections.locked.act"),
                texts.get("connections.remove.keep"),
                () ->
                    model.setAside(
                        path -> say.accept(texts.get("connections.locked.done", path)))));
    var buttons = new FlowPane(open, aside);
    buttons.getStyleClass().add("wrapping-buttons");
    getChildren()
        .add(
            Section.of(
                texts.get("connections.locked.title"),
                texts.get("connections.locked.text"),
                Section.field(texts.get("connections.passphrase"), passphrase, passphrase),
                buttons,
                confirm));
  }
}
