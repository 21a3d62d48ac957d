package studio.timbre.ui.hear;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Fault;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** One voice's answer: who speaks, the words as they come, and how long it took. */
final class AnswerPane extends VBox {
  private final Texts texts;
  private final Label words = new Label();
  private final Label figures = new Label();
  private final HBox loading = new HBox();

  /**
   * @param side {@code them} for the untuned voice, {@code us} for the tuned one
   */
  AnswerPane(Speech speech, String side, Texts texts) {
    this.texts = texts;
    getStyleClass().addAll("bubble", side, "answer");
    var name = new Label(speech.voice());
    name.getStyleClass().add("bubble-name");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    var copy = new Button("", Icon.COPY.node());
    copy.getStyleClass().addAll("button-icon", "flat", "small");
    copy.setAccessibleText(texts.get("hear.copy"));
    copy.setTooltip(new Tooltip(texts.get("hear.copy")));
    copy.setOnAction(event -> copy(speech.text().get()));
    copy.disableProperty().bind(speech.text().isEmpty());
    var head = new HBox(name, copy);
    head.getStyleClass().add("row-8");
    words.setWrapText(true);
    words.getStyleClass().add("answer-words");
    figures.setWrapText(true);
    var wheel = new ProgressIndicator();
    wheel.getStyleClass().add("small-wheel");
    loading.getChildren().addAll(wheel, new Label(texts.get("hear.loading")));
    loading.getStyleClass().addAll("row-8", "muted");
    getChildren().addAll(head, loading, words, figures);
    words.visibleProperty().bind(words.textProperty().isNotEmpty());
    words.managedProperty().bind(words.visibleProperty());
    speech.text().subscribe(words::setText);
    speech.state().subscribe(this::show);
  }

  private void show(Speech.State state) {
    boolean waits = state instanceof Speech.State.Loading;
    loading.setVisible(waits);
    loading.setManaged(waits);
    boolean failure = state instanceof Speech.State.Failed;
    figures.getStyleClass().setAll("label", failure ? "answer-failed" : "answer-figures");
    figures.setGraphic(failure ? Icon.ERROR.node() : null);
    figures.setText(
        switch (state) {
          case Speech.State.Loading nothing -> "";
          case Speech.State.Speaking speaking -> texts.get("hear.speaking", speaking.tokens());
          case Speech.State.Done done -> done(done);
          case Speech.State.Failed failed -> Fault.of(failed.reason(), texts).sentence();
        });
  }

  private String done(Speech.State.Done done) {
    double speed = done.seconds() > 0 ? done.tokens() / done.seconds() : 0;
    return texts.get(
        done.stopped() ? "hear.stopped" : "hear.done",
        done.tokens(),
        texts.number(done.seconds(), 1),
        texts.number(speed, speed < 10 ? 1 : 0));
  }

  private static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
