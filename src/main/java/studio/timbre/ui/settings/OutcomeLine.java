package studio.timbre.ui.settings;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.app.CheckOutcome;
import studio.timbre.ui.fx.Fault;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** What a test says: nothing, that it is under way, or one sentence with its sign. */
final class OutcomeLine extends VBox {
  private final Texts texts;
  private final ConnectionWords words;

  OutcomeLine(Texts texts) {
    this.texts = texts;
    words = new ConnectionWords(texts);
    getStyleClass().add("outcome");
    setAccessibleRole(AccessibleRole.TEXT);
    nothing();
  }

  void nothing() {
    getChildren().clear();
    put(false, "");
  }

  void testing(String host, Runnable cancel) {
    var wheel = new ProgressIndicator();
    wheel.getStyleClass().add("small-wheel");
    String sentence = texts.get("connections.testing", host);
    wheel.setAccessibleText(sentence);
    var stop = new Button(texts.get("common.cancel"));
    stop.setId("connection-test-cancel");
    stop.setMinWidth(Region.USE_PREF_SIZE);
    stop.setOnAction(event -> cancel.run());
    var label = sentence(sentence);
    var row = new HBox(wheel, label, stop);
    row.getStyleClass().add("row-8");
    getChildren().setAll(row);
    put(true, sentence);
  }

  void outcome(CheckOutcome outcome) {
    boolean good = ConnectionWords.isGood(outcome);
    show(
        words.outcome(outcome),
        good ? Icon.CHECK : Icon.WARNING,
        good ? "success-icon" : "warning-icon");
  }

  void refused(Exception problem) {
    show(Fault.of(problem, texts).sentence(), Icon.ERROR, "danger-icon");
  }

  private void show(String sentence, Icon icon, String colour) {
    var sign = icon.node();
    var row = new HBox(sign, sentence(sentence));
    row.getStyleClass().addAll("row-8", "plan-warning", colour);
    getChildren().setAll(row);
    put(true, sentence);
  }

  private static Label sentence(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    return label;
  }

  private void put(boolean shown, String spoken) {
    setAccessibleText(spoken);
    setVisible(shown);
    setManaged(shown);
  }
}
