package studio.timbre.ui.data;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Split;
import studio.timbre.ui.data.ExportViewModel.State;
import studio.timbre.ui.fx.FileQuestions;
import studio.timbre.ui.fx.FileQuestions.Kind;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;

/** The export above the table: which conversations, and progress. */
final class ExportPane extends VBox {
  private final ExportViewModel model;
  private final Texts texts;
  private final FileQuestions files;
  private final Notices notices;
  private final ProgressBar bar = new ProgressBar();

  ExportPane(ExportViewModel model, Texts texts, FileQuestions files, Notices notices) {
    this.model = model;
    this.texts = texts;
    this.files = files;
    this.notices = notices;
    getStyleClass().addAll("sheet", "column-16");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(texts.get("data.export.progress"));
    model.state().subscribe(this::show);
  }

  private void show(State state) {
    boolean idle = state instanceof State.Idle;
    setVisible(!idle);
    setManaged(!idle);
    switch (state) {
      case State.Idle ignored -> getChildren().clear();
      case State.Asking ignored -> ask();
      case State.Running running -> run(running);
    }
  }

  private void ask() {
    var all = choice("data.export.all", "", ConversationQuery.ALL);
    all.getStyleClass().add("accent");
    getChildren()
        .setAll(
            title(texts.get("data.export.ask")),
            new Label(texts.get("data.export.ask.text")),
            row(
                all,
                choice("data.export.training", "-training", ConversationQuery.of(Split.TRAINING)),
                choice("data.export.heldOut", "-held-out", ConversationQuery.of(Split.HELD_OUT)),
                gap(),
                button("common.cancel", model::close)));
    all.requestFocus();
  }

  private Button choice(String key, String ending, ConversationQuery query) {
    var button =
        button(
            key,
            () ->
                files
                    .save(
                        texts.get("data.export.title"),
                        model.projectName() + ending + ".jsonl",
                        Kind.CONVERSATIONS)
                    .ifPresent(
                        file ->
                            model.start(
                                query,
                                file,
                                written ->
                                    notices.say(
                                        texts.get(
                                            "data.export.done",
                                            written,
                                            String.valueOf(file.getFileName()))))));
    button.setId(key.replace('.', '-'));
    return button;
  }

  private void run(State.Running running) {
    bar.setProgress(
        running.total() > 0
            ? (double) running.done() / running.total()
            : ProgressBar.INDETERMINATE_PROGRESS);
    if (!getChildren().contains(bar)) {
      getChildren()
          .setAll(
              title(texts.get("data.export.running", String.valueOf(running.file().getFileName()))),
              bar,
              row(gap(), button("common.cancel", model::cancel)));
    }
  }

  private static Label title(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add("section-title");
    return label;
  }

  private Button button(String key, Runnable act) {
    var button = new Button(texts.get(key));
    button.setOnAction(event -> act.run());
    return button;
  }

  private static Region gap() {
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  private static HBox row(Node... nodes) {
    var row = new HBox(nodes);
    row.getStyleClass().add("row-8");
    return row;
  }
}
