package studio.timbre.ui.data;

import javafx.scene.control.Button;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Split;
import studio.timbre.ui.data.ExportViewModel.State;
import studio.timbre.ui.fx.FileQuestions;
import studio.timbre.ui.fx.FileQuestions.Kind;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;

/** The export above the table: which conversations, and progress. */
final class ExportPane extends Sheet {
  private final ExportViewModel model;
  private final FileQuestions files;
  private final Notices notices;

  ExportPane(ExportViewModel model, Texts texts, FileQuestions files, Notices notices) {
    super(texts, "data.export.progress");
    this.model = model;
    this.files = files;
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
      case State.Asking ignored -> ask();
      case State.Running running -> run(running);
    }
  }

  private void ask() {
    var all = choice("data.export.all", "", ConversationQuery.ALL);
    all.getStyleClass().add("accent");
    getChildren()
        .setAll(
            title(texts().get("data.export.ask")),
            text(texts().get("data.export.ask.text")),
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
                        texts().get("data.export.title"),
                        model.projectName() + ending + ".jsonl",
                        Kind.CONVERSATIONS)
                    .ifPresent(
                        file ->
                            model.start(
                                query,
                                file,
                                written ->
                                    notices.say(
                                        texts()
                                            .get(
                                                "data.export.done",
                                                written,
                                                String.valueOf(file.getFileName()))))));
    button.setId(key.replace('.', '-'));
    return button;
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
