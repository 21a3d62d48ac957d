package studio.timbre.ui.data;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import studio.timbre.app.ImportEndings;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Split;
import studio.timbre.ui.data.ImportViewModel.State;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;

/** The import above the table: question, progress, report. */
final class ImportPane extends Sheet {
  private static final double ROW = 28;
  private static final int ROWS_SEEN = 5;

  private final ImportViewModel model;
  private final Notices notices;
  private final Label progress = new Label();

  ImportPane(ImportViewModel model, Texts texts, Notices notices) {
    super(texts, "data.import.progress");
    this.model = model;
    this.notices = notices;
    model.state().subscribe(this::show);
  }

  @Override
  void dismiss() {
    if (!(model.state().get() instanceof State.Running)) {
      model.close();
    }
  }

  private void show(State state) {
    come(!(state instanceof State.Idle));
    switch (state) {
      case State.Idle ignored -> {}
      case State.Asking asking -> ask(asking.file());
      case State.Running running -> run(running);
      case State.Done done -> report(done);
    }
  }

  private void ask(Path file) {
    var training = button("data.import.training", () -> model.start(Split.TRAINING));
    training.getStyleClass().add("accent");
    training.setId("import-training");
    var heldOut = button("data.import.heldOut", () -> model.start(Split.HELD_OUT));
    heldOut.setId("import-heldOut");
    getChildren()
        .setAll(
            title(texts().get("data.import.ask", name(file))),
            text(texts().get("data.import.ask.text")),
            row(training, heldOut, gap(), button("common.cancel", model::close)));
    training.requestFocus();
  }

  private void run(State.Running running) {
    showProgress(running.done(), running.total());
    progress.setText(
        running.total() > 0 ? texts().percent((double) running.done() / running.total()) : "");
    if (!showsProgress()) {
      getChildren()
          .setAll(
              title(texts().get("data.import.running", name(running.file()))),
              bar(),
              row(progress, gap(), button("common.cancel", model::cancel)));
    }
  }

  private void report(State.Done done) {
    var report = done.report();
    var close = button("common.close", model::close);
    close.setId("import-close");
    var undo =
        button(
            "data.import.undo",
            () -> model.undo(() -> notices.say(texts().get("edit.laterFirst"))));
    undo.setId("import-undo");
    undo.setDisable(done.entry().isEmpty());
    getChildren()
        .setAll(title(texts().get("data.import.done", report.imported(), name(done.file()))));
    if (report.refusedLines() > 0) {
      getChildren()
          .addAll(
              text(texts().get("data.import.refused", report.refusedLines())),
              list(
                  "import-refused",
                  texts().get("data.import.refused", report.refusedLines()),
                  report.refused()));
    }
    if (report.leftOutParts() > 0) {
      getChildren()
          .addAll(
              text(texts().get("data.import.leftOut")),
              list("import-left-out", texts().get("data.import.leftOut"), report.leftOut()));
    }
    getChildren().add(row(undo, gap(), close));
    close.requestFocus();
  }

  private Node list(String id, String title, List<Refusal> entries) {
    var list = new ListView<String>();
    list.setId(id);
    list.setFixedCellSize(ROW);
    list.getItems().setAll(entries.stream().map(this::sentence).toList());
    double height = ROW * Math.min(ROWS_SEEN, entries.size()) + 2;
    list.setMinHeight(height);
    list.setPrefHeight(height);
    list.setAccessibleText(title);
    return list;
  }

  private String sentence(Refusal refusal) {
    String reason =
        texts().has(refusal.key())
            ? texts().get(refusal.key(), refusal.arguments().toArray())
            : refusal.english();
    if (refusal.line() == 0) {
      return refusal.file().isEmpty()
          ? reason
          : texts().get("data.import.inFile", refusal.file(), reason);
    }
    String sentence = inFile(refusal, reason);
    return refusal.file().isEmpty()
        ? sentence
        : texts().get("data.import.inFile", refusal.file(), sentence);
  }

  private String inFile(Refusal refusal, String reason) {
    return refusal.inList()
        ? texts().get("data.import.item", refusal.line(), refusal.pointer(), reason)
        : texts().get("data.import.line", refusal.line(), reason);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** The files that can be dropped here, in the order given. */
  static List<Path> importable(List<Path> files) {
    return files.stream().filter(ImportEndings::isKnown).toList();
  }
}
