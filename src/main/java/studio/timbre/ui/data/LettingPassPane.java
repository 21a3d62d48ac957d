package studio.timbre.ui.data;

import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import studio.timbre.ui.control.Choices;
import studio.timbre.ui.control.ReasonLine;
import studio.timbre.ui.data.LettingPass.Choice;
import studio.timbre.ui.data.LettingPass.Question;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Texts;

/** Asks above the table which finding may stay in the selected conversations, and why. */
final class LettingPassPane extends Sheet {
  private final LettingPass passing;
  private final Runnable leave;

  /** @param leave gives the keyboard back to the table */
  LettingPassPane(LettingPass passing, Texts texts, Runnable leave) {
    super(texts, "data.act.progress");
    this.passing = passing;
    this.leave = leave;
    passing.question().subscribe(this::show);
  }

  @Override
  void dismiss() {
    passing.drop();
    leave.run();
  }

  private void show(Optional<Question> question) {
    come(question.isPresent());
    question.ifPresent(this::ask);
  }

  private void ask(Question question) {
    ComboBox<Choice> box =
        Choices.box(
            "let-pass-finding",
            choice -> texts().get("data.letPass.choice", choice.title(), choice.ids().length),
            choice -> {});
    box.getItems().setAll(question.findings());
    box.setValue(question.first());
    box.setMaxWidth(Double.MAX_VALUE);
    box.setAccessibleText(texts().get("data.letPass.finding"));
    var which = new Label(texts().get("data.letPass.finding"));
    which.setLabelFor(box);
    var line =
        new ReasonLine(
            texts().get("check.pass.reason"),
            texts().get("check.pass"),
            reason -> {
              passing.answer(box.getValue(), reason);
              leave.run();
            },
            this::dismiss);
    line.field().setId("let-pass-reason");
    line.button().setId("let-pass-done");
    line.button().getStyleClass().add("accent");
    var cancel = button("common.cancel", this::dismiss);
    line.getChildren().add(cancel);
    // Enter in a closed box would open it; it goes on to the reason, which is the next question.
    box.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER && !box.isShowing()) {
            Keyboard.give(line.field());
            event.consume();
          }
        });
    var note = text(texts().get("check.passed.text"));
    note.getStyleClass().add("muted");
    getChildren().setAll(title(texts().get("data.letPass.title")), which, box, line, note);
    Keyboard.give(question.findings().size() == 1 ? line.field() : box);
  }
}
