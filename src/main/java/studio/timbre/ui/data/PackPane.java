package studio.timbre.ui.data;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import studio.timbre.ui.data.PackViewModel.State;
import studio.timbre.ui.fx.FileQuestions;
import studio.timbre.ui.fx.FileQuestions.Kind;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;

/** The making of a review pack, above the table: for whom, which conversations, and progress. */
final class PackPane extends Sheet {
  private final PackViewModel model;
  private final FileQuestions files;
  private final Notices notices;
  private final TextField recipient = new TextField();

  PackPane(PackViewModel model, Texts texts, FileQuestions files, Notices notices) {
    super(texts, "pack.busy");
    this.model = model;
    this.files = files;
    this.notices = notices;
    recipient.setId("pack-recipient");
    recipient.setPrefColumnCount(24);
    recipient.setPromptText(texts.get("pack.make.recipient.prompt"));
    recipient.setAccessibleText(texts.get("pack.make.recipient"));
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
      case State.Idle() -> {}
      case State.Asking asking -> ask(asking);
      case State.Running running -> run(running);
    }
  }

  private void ask(State.Asking asking) {
    var name = new Label(texts().get("pack.make.recipient"));
    name.setLabelFor(recipient);
    var selected = choice("pack.make.selected", asking.selected(), true);
    var shown = choice("pack.make.shown", asking.shown(), false);
    var likely = asking.selected() > 0 ? selected : shown;
    likely.getStyleClass().add("accent");
    recipient.setOnAction(event -> likely.fire());
    var acts = new FlowPane(selected, shown, button("common.cancel", model::close));
    acts.getStyleClass().add("merge-acts");
    var who = row(name, recipient);
    getChildren()
        .setAll(
            title(texts().get("pack.make.title")), text(texts().get("pack.make.text")), who, acts);
    Keyboard.give(recipient);
  }

  private Button choice(String key, int count, boolean selected) {
    var button = new Button(texts().get(key, count));
    button.setId(key.replace('.', '-'));
    button.setMnemonicParsing(false);
    button
        .disableProperty()
        .bind(recipient.textProperty().map(who -> count == 0 || who.isBlank()).orElse(true));
    button.setOnAction(event -> choose(selected));
    return button;
  }

  private void choose(boolean selected) {
    String who = recipient.getText().strip();
    String name = texts().get("pack.make.file", model.projectName(), who);
    files
        .save(
            texts().get("pack.make.where"),
            name.replaceAll("[\\\\/:*?\"<>|]", " ") + ".timbre",
            Kind.PROJECT)
        .ifPresent(
            file ->
                model.start(
                    selected,
                    who,
                    file,
                    written ->
                        notices.say(
                            texts()
                                .get(
                                    "pack.make.done",
                                    written,
                                    String.valueOf(file.getFileName())))));
  }

  private void run(State.Running running) {
    showProgress(running.done(), running.total());
    if (!showsProgress()) {
      getChildren()
          .setAll(
              title(texts().get("pack.make.running", String.valueOf(running.file().getFileName()))),
              bar(),
              row(gap(), button("common.cancel", model::cancel)));
    }
  }
}
