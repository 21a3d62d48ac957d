package studio.timbre.ui.runs;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.timbre.model.ApiAttention;
import studio.timbre.model.ApiRun;
import studio.timbre.model.RunState;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** What only a job at a provider has: whose turn it is, the tuned model's name, and what was left behind. */
final class ApiPane extends VBox {
  private final RunViewModel model;
  private final Texts texts;
  private final KeyCard key;
  private String shown = "";

  ApiPane(RunViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.key = new KeyCard(model, texts);
    getStyleClass().add("column-8");
    managedProperty().bind(visibleProperty());
  }

  void show(ApiRun run) {
    // What is typed and focused stays while nothing is new here.
    var news =
        String.join(
            "|", run.attention().name(), run.state().name(), String.valueOf(run.job().standing()));
    if (news.equals(shown)) {
      return;
    }
    shown = news;
    getChildren().clear();
    if (run.waitsForKey()) {
      key.show(run);
      getChildren().add(key);
    }
    showWhoseTurnItIs(run);
    run.job().standing().tunedModel().ifPresent(name -> getChildren().add(tuned(name)));
    if (!run.job().unneeded().isEmpty()) {
      getChildren().add(leftBehind(run));
    }
    setVisible(!getChildren().isEmpty());
  }

  private void showWhoseTurnItIs(ApiRun run) {
    if (run.job().isOver() || run.waitsForKey()) {
      return;
    }
    if (run.attention() == ApiAttention.ORIGINAL) {
      getChildren().add(note(texts.get("runs.api.original")));
    } else if (run.attention() == ApiAttention.ELSEWHERE) {
      getChildren().add(note(texts.get("runs.api.elsewhere")));
    } else if (run.state() == RunState.UNDECIDED) {
      getChildren().add(note(texts.get("runs.api.undecided")));
    } else if (run.state() == RunState.STOPPED) {
      getChildren()
          .add(note(texts.get(run.isUnasked() ? "runs.api.unsent" : "runs.api.unwatched")));
    }
  }

  private static HBox note(String sentence) {
    var label = new Label(sentence);
    label.setWrapText(true);
    HBox.setHgrow(label, Priority.ALWAYS);
    var row = new HBox(Icon.WARNING.node(), label);
    row.getStyleClass().addAll("card-pane", "row-8", "warning-icon", "api-note");
    return row;
  }

  private Node tuned(String name) {
    var title = new Label(texts.get("runs.api.tuned"));
    title.getStyleClass().addAll("muted", "small-text");
    var label = new Label(name);
    label.setId("run-tuned");
    label.getStyleClass().add("mono");
    label.setWrapText(true);
    var words = new VBox(title, label);
    HBox.setHgrow(words, Priority.ALWAYS);
    var copy = new Button(texts.get("runs.api.tuned.copy"), Icon.COPY.node());
    copy.setId("run-copy-tuned");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setTooltip(new Tooltip(texts.get("runs.api.tuned.copy.tip")));
    copy.setOnAction(
        event -> {
          var content = new ClipboardContent();
          content.putString(name);
          Clipboard.getSystemClipboard().setContent(content);
          copy.setText(texts.get("runs.api.tuned.copied"));
        });
    var row = new HBox(words, copy);
    row.getStyleClass().addAll("card-pane", "row-16");
    return row;
  }

  private Node leftBehind(ApiRun run) {
    var sentence =
        new Label(
            texts.get(
                "runs.api.left",
                run.job().unneeded().size(),
                new ApiRunTexts(texts).provider(run)));
    sentence.setWrapText(true);
    var names = new Label(String.join("\n", run.job().unneeded()));
    names.getStyleClass().addAll("mono", "small-text");
    names.setWrapText(true);
    var delete = new Button(texts.get("runs.api.left.delete"), Icon.DELETE.node());
    delete.setId("run-delete-left");
    delete.disableProperty().bind(model.busy());
    delete.setOnAction(event -> model.deleteLeftBehind());
    var card = new VBox(sentence, names, new FlowPane(delete));
    card.getStyleClass().addAll("card-pane", "column-8");
    return card;
  }
}
