package studio.timbre.ui.hear;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.app.Serving.State;
import studio.timbre.model.TunedModel;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** What has to be done before a tuned model at a provider answers. */
final class ServingCard extends VBox {
  private final ServingModel serving;
  private final TunedModel model;
  private final Texts texts;

  ServingCard(ServingModel serving, ServingModel.Card card, Texts texts) {
    this.serving = serving;
    this.model = card.model();
    this.texts = texts;
    getStyleClass().addAll("card-pane", "column-8", "voice-form");
    var title = text(texts.get("hear.serving.title", model.name()));
    title.getStyleClass().add("strong");
    getChildren().add(title);
    switch (card.state()) {
      case State.Deployable can -> {
        add(text(texts.get(can.isKnown() ? "hear.serving.byToken" : "hear.serving.unknown")));
        add(deploy(can.base(), "hear.serving.deploy"));
      }
      case State.Deploying _ -> add(deploying());
      case State.Failed failed -> {
        add(failure(failed.reason()));
        add(deploy(failed.base(), "hear.serving.again"));
      }
      case State.AtAzure azure -> {
        getChildren().addAll(AzureGuide.of(azure.steps(), model, texts));
        add(name());
      }
      case State.Elsewhere _ -> {
        add(text(texts.get("hear.serving.elsewhere", model.connection().name(), model.model())));
        add(name());
      }
      case State.Answers _, State.Ended _ -> {}
    }
  }

  private void add(Node node) {
    getChildren().add(node);
  }

  private static Label text(String words) {
    var label = new Label(words);
    label.setWrapText(true);
    return label;
  }

  private HBox deploying() {
    var wheel = new ProgressIndicator();
    wheel.getStyleClass().add("small-wheel");
    var row = new HBox(wheel, text(texts.get("hear.serving.deploying", model.connection().name())));
    row.getStyleClass().add("row-8");
    return row;
  }

  private HBox failure(String reason) {
    var row =
        new HBox(
            Icon.ERROR.node(),
            text(texts.get("hear.serving.failed", model.connection().name(), reason)));
    row.getStyleClass().addAll("row-8", "answer-failed");
    return row;
  }

  private FlowPane deploy(String base, String key) {
    var field = field("hear-serving-base", "hear.serving.base", base);
    var act = act("hear-serving-deploy", texts.get(key, model.connection().name()));
    act.disableProperty().bind(field.textProperty().map(String::isBlank));
    act.setOnAction(event -> serving.deploy(model, field.getText()));
    return row("hear.serving.base", field, act);
  }

  private FlowPane name() {
    var field = field("hear-serving-name", "hear.serving.name", "");
    var act = act("hear-serving-use", texts.get("hear.form.use"));
    act.disableProperty().bind(field.textProperty().map(String::isBlank));
    act.setOnAction(event -> serving.answersAs(model, field.getText()));
    field.setOnAction(
        event -> {
          if (!field.getText().isBlank()) {
            serving.answersAs(model, field.getText());
          }
        });
    return row("hear.serving.name", field, act);
  }

  private TextField field(String id, String key, String value) {
    var field = new TextField(value);
    field.setId(id);
    field.setPrefColumnCount(28);
    field.setAccessibleText(texts.get(key));
    return field;
  }

  private static Button act(String id, String words) {
    var act = new Button(words);
    act.setId(id);
    act.getStyleClass().add("accent");
    act.setMinWidth(Region.USE_PREF_SIZE);
    act.setMnemonicParsing(false);
    return act;
  }

  private FlowPane row(String key, TextField field, Button act) {
    var label = new Label(texts.get(key));
    label.setLabelFor(field);
    var row = new FlowPane(label, field, act);
    row.getStyleClass().addAll("wrapping-buttons", "serving-row");
    return row;
  }
}
