package studio.timbre.ui.data;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.ui.data.ExportViewModel.State;
import studio.timbre.ui.fx.FileQuestions;
import studio.timbre.ui.fx.FileQuestions.Kind;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;

/** The export above the table: which conversations, with their numbers, and progress. */
final class ExportPane extends Sheet {
  private final ExportViewModel model;
  private final FileQuestions files;
  private final Notices notices;
  private final VBox choices = new VBox();
  private final Button make;

  ExportPane(ExportViewModel model, Texts texts, FileQuestions files, Notices notices) {
    super(texts, "data.export.progress");
    this.model = model;
    this.files = files;
    this.notices = notices;
    make = button("data.export.title", this::chooseFile);
    make.setId("data-export-make");
    make.setMnemonicParsing(false);
    make.setMinWidth(Region.USE_PREF_SIZE);
    make.getStyleClass().add("accent");
    choices.getStyleClass().add("column-8");
    // A radio button would take the key for itself.
    choices.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            make.fire();
            event.consume();
          }
        });
    model.state().subscribe(this::show);
    model.counts().subscribe(counts -> showCounts());
    model.scope().subscribe(scope -> showCounts());
  }

  @Override
  void dismiss() {
    if (!(model.state().get() instanceof State.Running)) {
      model.dismiss();
    }
  }

  private void show(State state) {
    come(!(state instanceof State.Idle));
    switch (state) {
      case State.Idle ignored -> {}
      case State.Asking ignored -> ask();
      case State.Running running -> run(running);
    }
  }

  private void ask() {
    var group = new ToggleGroup();
    choices.getChildren().clear();
    for (var scope : ExportScope.values()) {
      choices.getChildren().add(choice(scope, group));
    }
    // The arrow keys choose without pressing.
    group
        .selectedToggleProperty()
        .subscribe(
            chosen -> {
              if (chosen != null && chosen.getUserData() instanceof ExportScope scope) {
                model.scope().set(scope);
              }
            });
    showCounts();
    getChildren()
        .setAll(
            title(texts().get("data.export.ask")),
            text(texts().get("data.export.ask.text")),
            choices,
            row(make, button("common.cancel", model::dismiss)));
    Keyboard.give(choices.getChildren().getFirst());
  }

  private RadioButton choice(ExportScope scope, ToggleGroup group) {
    var choice = new RadioButton();
    choice.setId("data-export-" + scope);
    choice.setToggleGroup(group);
    choice.setUserData(scope);
    choice.setMnemonicParsing(false);
    choice.setMinWidth(Region.USE_PREF_SIZE);
    choice.getStyleClass().add("in-line");
    choice.setSelected(model.scope().get() == scope);
    return choice;
  }

  private void showCounts() {
    var counts = model.counts().get();
    for (var node : choices.getChildren()) {
      if (node instanceof RadioButton choice && choice.getUserData() instanceof ExportScope scope) {
        var count = Optional.ofNullable(counts.get(scope));
        choice.setText(
            texts().get("data.export.scope." + scope, count.map(texts()::number).orElse("…")));
      }
    }
    long count = counts.getOrDefault(model.scope().get(), 0L);
    make.setText(texts().get("data.export.make", count));
    make.setDisable(count == 0);
  }

  private void chooseFile() {
    files
        .save(texts().get("data.export.title"), model.fileName(), Kind.CONVERSATIONS)
        .ifPresent(
            file ->
                model.start(
                    file,
                    written ->
                        notices.say(
                            texts()
                                .get(
                                    "data.export.done",
                                    written,
                                    String.valueOf(file.getFileName())))));
  }

  private void run(State.Running running) {
    showProgress(running.done(), running.total());
    if (!showsProgress()) {
      getChildren()
          .setAll(
              title(
                  texts().get("data.export.running", String.valueOf(running.file().getFileName()))),
              bar(),
              row(gap(), button("common.cancel", model::cancel)));
    }
  }
}
