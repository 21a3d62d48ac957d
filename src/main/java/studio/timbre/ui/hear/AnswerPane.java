package studio.timbre.ui.hear;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Fault;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Navigator;
import studio.timbre.ui.fx.Texts;

/** One voice's answer: who speaks, the words as they come, how long it took and what it cost. */
final class AnswerPane extends VBox {
  private final Speech speech;
  private final Texts texts;
  private final AnswerWords inWords;
  private final Label words = new Label();
  private final Label figures = new Label();
  private final HBox loading = new HBox();
  private final Button stop = new Button("", Icon.STOP.node());
  private final Button settings = new Button();

  AnswerPane(Speech speech, Texts texts, Navigator navigator) {
    this.speech = speech;
    this.texts = texts;
    this.inWords = new AnswerWords(texts);
    getStyleClass().addAll("bubble", speech.voice().isTuned() ? "us" : "them", "answer");
    words.setWrapText(true);
    words.getStyleClass().add("answer-words");
    figures.setWrapText(true);
    var wheel = new ProgressIndicator();
    wheel.getStyleClass().add("small-wheel");
    var waiting =
        new Label(texts.get(speech.voice().paid().isPresent() ? "hear.waiting" : "hear.loading"));
    waiting.setWrapText(true);
    loading.getChildren().addAll(wheel, waiting);
    loading.getStyleClass().addAll("row-8", "muted");
    settings.setText(texts.get("hear.settings"));
    settings.getStyleClass().add("small");
    settings.setMinWidth(Region.USE_PREF_SIZE);
    settings.setOnAction(event -> navigator.go("settings"));
    getChildren().addAll(head(), loading, words, figures, settings);
    words.visibleProperty().bind(words.textProperty().isNotEmpty());
    words.managedProperty().bind(words.visibleProperty());
    speech.text().subscribe(words::setText);
    speech.state().subscribe(this::show);
    speech.bill().subscribe(bill -> show(speech.state().get()));
  }

  private HBox head() {
    var name = new Label(VoiceCard.breakable(speech.voice().title()));
    name.getStyleClass().add("bubble-name");
    name.setWrapText(true);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    var copy = new Button("", Icon.COPY.node());
    prepare(copy, texts.get("hear.copy"));
    copy.setOnAction(event -> copy(speech.text().get()));
    copy.disableProperty().bind(speech.text().isEmpty());
    prepare(stop, texts.get("hear.stopOne", speech.voice().title()));
    stop.getStyleClass().add("stop-one");
    stop.setOnAction(event -> speech.stop());
    var head = new HBox(name, stop, copy);
    head.getStyleClass().add("row-8");
    return head;
  }

  private static void prepare(Button button, String text) {
    button.getStyleClass().addAll("button-icon", "flat", "small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(text));
  }

  private void show(Speech.State state) {
    put(loading, state instanceof Speech.State.Loading);
    put(stop, speech.isUnderWay());
    boolean failure = state instanceof Speech.State.Failed;
    figures.getStyleClass().setAll("label", failure ? "answer-failed" : "answer-figures");
    figures.setGraphic(failure ? Icon.ERROR.node() : null);
    figures.setText(
        switch (state) {
          case Speech.State.Loading nothing -> "";
          case Speech.State.Speaking speaking -> inWords.soFar(speech.voice(), speaking);
          case Speech.State.Done done -> inWords.done(done, speech.bill().get());
          case Speech.State.Failed failed -> failed(failed);
        });
    put(settings, state instanceof Speech.State.Failed failed && KeyTrouble.is(failed.reason()));
  }

  /** What came before it broke off may be charged too. */
  private String failed(Speech.State.Failed failed) {
    String sentence = Fault.of(failed.reason(), texts).sentence();
    return speech.bill().get().map(bill -> sentence + "\n" + inWords.spent(bill)).orElse(sentence);
  }

  private static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static void put(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }
}
