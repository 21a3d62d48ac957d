package studio.timbre.ui.hear;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.timbre.model.Connection;
import studio.timbre.ui.fx.Fault;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Navigator;
import studio.timbre.ui.fx.Texts;

/** Names a model at a provider, below the voices. */
final class ApiVoiceForm extends VBox {
  private final ApiVoiceFormModel model;
  private final Texts texts;
  private final ComboBox<Connection> connections = new ComboBox<>();
  private final ComboBox<String> names = new ComboBox<>();
  private final Button ask = new Button();
  private final Button use = new Button();
  private final Label help = new Label();
  private final HBox trouble = new HBox();
  private final Label sentence = new Label();
  private final Button settings = new Button();

  ApiVoiceForm(ApiVoiceFormModel model, Texts texts, Navigator navigator) {
    this.model = model;
    this.texts = texts;
    getStyleClass().addAll("card-pane", "column-8", "voice-form");
    setUpFields();
    setUpButtons(navigator);
    var cancel = new Button(texts.get("common.cancel"));
    cancel.setId("hear-form-cancel");
    cancel.setOnAction(event -> model.close());
    var row = new FlowPane(connections, names, ask, use, cancel);
    row.getStyleClass().add("wrapping-buttons");
    var title = new Label(texts.get("hear.form.title"));
    title.getStyleClass().add("strong");
    help.setWrapText(true);
    help.getStyleClass().addAll("muted", "small-text");
    sentence.setWrapText(true);
    trouble.getChildren().addAll(Icon.ERROR.node(), sentence, settings);
    trouble.getStyleClass().addAll("row-8", "answer-failed");
    getChildren().addAll(title, row, help, trouble);
    model.open().subscribe(open -> show());
    model.read().subscribe(read -> show());
    model.busy().subscribe(busy -> show());
    model.fault().subscribe(fault -> show());
    model.connection().subscribe(connection -> show());
    model.name().subscribe(name -> show());
    model.names().addListener((javafx.beans.Observable change) -> show());
    model.open().addListener((source, before, now) -> enter(now));
  }

  private void setUpFields() {
    connections.setId("hear-connection");
    connections.setItems(model.connections());
    connections.setAccessibleText(texts.get("hear.form.connection"));
    connections.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Connection connection) {
            return connection == null ? "" : connection.name();
          }

          @Override
          public Connection fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    connections
        .valueProperty()
        .addListener(
            (source, before, now) -> {
              if (now != null) {
                model.connection().set(Optional.of(now));
              }
            });
    names.setId("hear-model");
    names.setEditable(true);
    names.setItems(model.names());
    names.setVisibleRowCount(14);
    names.getStyleClass().add("model-name");
    names.setPromptText(texts.get("hear.form.model"));
    names.setAccessibleText(texts.get("hear.form.model"));
    names.getEditor().textProperty().bindBidirectional(model.name());
    names.getEditor().setOnAction(event -> model.use());
  }

  private void setUpButtons(Navigator navigator) {
    ask.setId("hear-names");
    ask.setText(texts.get("hear.form.names"));
    ask.setMinWidth(Region.USE_PREF_SIZE);
    ask.setOnAction(event -> model.askForNames());
    use.setId("hear-use");
    use.setText(texts.get("hear.form.use"));
    use.getStyleClass().add("accent");
    use.setMinWidth(Region.USE_PREF_SIZE);
    use.setOnAction(event -> model.use());
    settings.setId("hear-form-settings");
    settings.setText(texts.get("hear.settings"));
    settings.getStyleClass().add("small");
    settings.setMinWidth(Region.USE_PREF_SIZE);
    settings.setOnAction(event -> navigator.go("settings"));
  }

  private void enter(boolean opened) {
    if (opened) {
      Keyboard.give(names);
    }
  }

  private void show() {
    put(this, model.open().get());
    boolean isNone = model.read().get() && model.connections().isEmpty();
    model.connection().get().ifPresent(connections::setValue);
    for (Node field : new Node[] {connections, names, ask, use}) {
      put(field, !isNone);
    }
    ask.setDisable(model.busy().get() || model.connection().get().isEmpty());
    use.setDisable(!model.canUse());
    help.setText(help());
    put(help, !isNone);
    var fault = model.fault().get();
    put(trouble, isNone || fault.isPresent());
    put(settings, isNone || fault.filter(KeyTrouble::is).isPresent());
    sentence.setText(
        fault
            .map(problem -> Fault.of(problem, texts).sentence())
            .orElseGet(() -> isNone ? texts.get("hear.form.none") : ""));
  }

  private String help() {
    if (model.busy().get()) {
      return texts.get("hear.form.asking");
    }
    return model.names().isEmpty()
        ? texts.get("hear.form.help")
        : texts.get("hear.form.found", model.names().size());
  }

  private static void put(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }
}
