package studio.timbre.ui.runs;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import studio.timbre.model.ApiAttention;
import studio.timbre.model.ApiRun;
import studio.timbre.ui.fx.Texts;

/** Asks for what a job waits for: the passphrase of Timbre's file of keys, or the key itself, with the address that it goes to. */
final class KeyCard extends VBox {
  private final RunViewModel model;
  private final Texts texts;
  private final Label title = new Label();
  private final Label sentence = new Label();
  private final Label address = new Label();
  private final PasswordField secret = new PasswordField();
  private final Button give = new Button();
  private boolean locked;

  KeyCard(RunViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    title.getStyleClass().add("strong");
    sentence.setWrapText(true);
    address.getStyleClass().add("mono");
    address.setWrapText(true);
    secret.setId("run-key");
    secret.setPrefColumnCount(28);
    secret.setOnAction(event -> hand());
    give.setId("run-give-key");
    give.getStyleClass().add("accent");
    give.setMinWidth(USE_PREF_SIZE);
    give.disableProperty().bind(secret.textProperty().isEmpty().or(model.busy()));
    give.setOnAction(event -> hand());
    var row = new FlowPane(secret, give);
    row.getStyleClass().add("wrapping-buttons");
    getChildren().addAll(title, sentence, address, row);
    getStyleClass().addAll("card-pane", "column-8");
    setId("run-key-card");
  }

  void show(ApiRun run) {
    var connection = run.job().order().connection();
    locked = run.attention() == ApiAttention.KEY_LOCKED;
    title.setText(texts.get("runs.api.key.title"));
    sentence.setText(
        texts.get(locked ? "runs.api.key.locked" : "runs.api.key.missing", connection.name()));
    address.setText(connection.address().toString());
    var name = texts.get(locked ? "connections.passphrase" : "runs.api.key.field");
    secret.setPromptText(name);
    secret.setAccessibleText(name);
    give.setText(texts.get(locked ? "connections.locked.open" : "runs.api.key.give"));
  }

  private void hand() {
    String typed = secret.getText();
    secret.clear();
    if (typed.isEmpty()) {
      return;
    }
    if (locked) {
      model.unlock(typed);
    } else {
      model.giveKey(typed);
    }
  }
}
