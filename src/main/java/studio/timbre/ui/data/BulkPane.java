package studio.timbre.ui.data;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import studio.timbre.ui.control.GrowingTextArea;
import studio.timbre.ui.data.BulkAct.Asked;
import studio.timbre.ui.data.BulkActs.Question;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Texts;

/** Asks above the table for the word that a bulk act needs: a tag, a name, a text. */
final class BulkPane extends Sheet {
  private static final int MOST_LINES = 8;

  private final BulkActs acts;
  private final Runnable leave;

  /** @param leave gives the keyboard back to the table */
  BulkPane(BulkActs acts, Texts texts, Runnable leave) {
    super(texts, "data.act.progress");
    this.acts = acts;
    this.leave = leave;
    acts.question().subscribe(this::show);
  }

  @Override
  void dismiss() {
    acts.drop();
    leave.run();
  }

  private void show(Optional<Question> question) {
    come(question.isPresent());
    question.ifPresent(this::ask);
  }

  private void ask(Question question) {
    String name = texts().get(question.act().key(), question.ids().length);
    var asked = question.act().asked().orElseThrow();
    TextInputControl input =
        asked == Asked.TEXT
            ? new GrowingTextArea(MOST_LINES)
            : new TextField(asked == Asked.SHARE ? Shares.USUAL : "");
    input.setId("bulk-word");
    input.setAccessibleText(texts().get("data.bulk.word." + question.act()));
    input.setPromptText(texts().get("data.bulk.word." + question.act()));
    Runnable make =
        () -> {
          acts.answer(input.getText());
          leave.run();
        };
    var button = button("common.cancel", make);
    button.setText(name);
    button.setId("bulk-make");
    button.getStyleClass().add("accent");
    if (asked == Asked.WORD) {
      button.disableProperty().bind(input.textProperty().map(String::isBlank));
    }
    if (asked == Asked.SHARE) {
      button.disableProperty().bind(input.textProperty().map(word -> Shares.of(word).isEmpty()));
    }
    input.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean sends = !(input instanceof TextArea) || event.isShortcutDown();
          if (event.getCode() == KeyCode.ENTER && sends && !button.isDisabled()) {
            make.run();
            event.consume();
          }
        });
    // What is filled in already hides what it asks for.
    var word = new Label(texts().get("data.bulk.word." + question.act()));
    word.setLabelFor(input);
    word.setVisible(asked == Asked.SHARE);
    word.setManaged(word.isVisible());
    var note = new Label(texts().get("data.bulk.note.HOLD_OUT_SHARE"));
    note.setWrapText(true);
    note.getStyleClass().add("muted");
    note.setVisible(asked == Asked.SHARE);
    note.setManaged(note.isVisible());
    getChildren()
        .setAll(
            title(name),
            word,
            input,
            note,
            row(button, gap(), button("common.cancel", this::dismiss)));
    Keyboard.give(input);
  }
}
