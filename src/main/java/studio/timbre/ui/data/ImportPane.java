package studio.timbre.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Split;
import studio.timbre.ui.control.WrappedCell;
import studio.timbre.ui.data.ImportViewModel.State;
import studio.timbre.ui.data.ImportViewModel.What;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.mapping.RefusalWords;

/** The import above the table: question, progress, report. */
final class ImportPane extends Sheet {
  private static final double ROW = 28;

  /** About as many as stand side by side where the pane is narrow. */
  private static final int LETTERS_OF_A_LINE = 90;

  private static final int ROWS_SEEN = 5;

  private final ImportViewModel model;
  private final Notices notices;
  private final Consumer<Path> bringBack;
  private final Label progress = new Label();

  /** @param bringBack compares a table that came out of the project */
  ImportPane(ImportViewModel model, Texts texts, Notices notices, Consumer<Path> bringBack) {
    super(texts, "data.import.progress");
    this.model = model;
    this.notices = notices;
    this.bringBack = bringBack;
    model.state().subscribe(this::show);
  }

  @Override
  void dismiss() {
    if (model.state().get() instanceof State.Looking) {
      model.cancel();
    } else {
      model.close();
    }
  }

  private void show(State state) {
    come(!(state instanceof State.Idle || state instanceof State.Mapping));
    switch (state) {
      case State.Idle ignored -> {}
      case State.Mapping ignored -> {}
      case State.Looking looking ->
          underway(
              texts().get("data.import.looking", name(looking.what())),
              looking.done(),
              looking.total());
      case State.Returned back -> askOfReturned(back.what());
      case State.Asking asking -> ask(asking.what());
      case State.Running running ->
          underway(
              texts().get("data.import.running", name(running.what())),
              running.done(),
              running.total());
      case State.Done done -> report(done);
    }
  }

  private void ask(What what) {
    var training = button("data.import.training", () -> model.start(Split.TRAINING));
    training.getStyleClass().add("accent");
    training.setId("import-training");
    var heldOut = button("data.import.heldOut", () -> model.start(Split.HELD_OUT));
    heldOut.setId("import-heldOut");
    getChildren()
        .setAll(
            title(texts().get("data.import.ask", name(what))),
            text(texts().get("data.import.ask.text")),
            row(training, heldOut, gap(), button("common.cancel", model::close)));
    Keyboard.give(training);
  }

  /** A table of ours: to be compared, or taken for a new one. */
  private void askOfReturned(What what) {
    var compare = button("data.import.compare", () -> model.bringBack().ifPresent(bringBack));
    compare.getStyleClass().add("accent");
    compare.setId("import-compare");
    var anew = button("data.import.anew", model::takeAnew);
    anew.setId("import-anew");
    getChildren()
        .setAll(
            title(texts().get("data.import.returned", name(what))),
            text(texts().get("data.import.returned.text")),
            row(compare, anew, gap(), button("common.cancel", model::close)));
    Keyboard.give(compare);
  }

  private void underway(String title, long done, long total) {
    showProgress(done, total);
    progress.setText(total > 0 ? texts().percent((double) done / total) : "");
    if (showsProgress() && getChildren().getFirst() instanceof Label shown) {
      shown.setText(title);
      return;
    }
    var cancel = button("common.cancel", model::cancel);
    cancel.setId("import-cancel");
    getChildren().setAll(title(title), bar(), row(progress, gap(), cancel));
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
        .setAll(title(texts().get("data.import.done", report.imported(), name(done.what()))));
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
    list.setCellFactory(view -> new WrappedCell());
    list.getStyleClass().add("wrapped-list");
    list.getItems().setAll(entries.stream().map(entry -> RefusalWords.of(texts(), entry)).toList());
    int lines =
        list.getItems().stream()
            .limit(ROWS_SEEN)
            .mapToInt(words -> 1 + words.length() / LETTERS_OF_A_LINE)
            .sum();
    double height = ROW * Math.min(ROWS_SEEN, lines) + 2;
    list.setMinHeight(height);
    list.setPrefHeight(height);
    list.setAccessibleText(title);
    return list;
  }

  /** What it is called in sentences. */
  private String name(What what) {
    if (what.pasted()) {
      return texts().get("data.import.clipboard");
    }
    return what.given().size() == 1
        ? String.valueOf(what.given().getFirst().getFileName())
        : texts().get("data.import.files", what.given().size());
  }
}
