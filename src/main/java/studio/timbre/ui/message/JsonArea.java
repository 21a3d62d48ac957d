package studio.timbre.ui.message;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import studio.timbre.app.JsonTexts;
import studio.timbre.model.JsonFault;
import studio.timbre.ui.control.GrowingTextArea;
import studio.timbre.ui.control.StaysInSight;
import studio.timbre.ui.control.TabLeaves;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/**
 * Takes JSON; what is wrong with it is said as it is typed, with line and column. Right JSON is written when the keyboard leaves it,
 * or on Ctrl+Enter, and laid out; until then, and as long as it is wrong, it is kept as a draft.
 */
public final class JsonArea extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final int MOST_LINES = 24;

  private final Texts texts;
  private final Function<String, Optional<JsonFault>> check;
  private final Consumer<String> write;
  private final GrowingTextArea area = new GrowingTextArea(MOST_LINES);
  private final Label fault = new Label();
  private final Work.Lane checking;
  private final Drafting drafts;
  private final String field;
  private String committed = "";
  private String shown = "";

  /**
   * @param drafts keeps what is wrong
   * @param field the name of this place among the drafts
   * @param name for a screen reader
   * @param check what is wrong with a text
   * @param write takes right JSON without white space
   */
  public JsonArea(
      Texts texts,
      Work work,
      Drafting drafts,
      String field,
      String name,
      Function<String, Optional<JsonFault>> check,
      Consumer<String> write) {
    this.texts = texts;
    this.check = check;
    this.write = write;
    this.checking = work.lane();
    this.drafts = drafts;
    this.field = field;
    getStyleClass().add("json-area");
    area.getStyleClass().add("mono");
    area.setAccessibleText(name);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    TabLeaves.from(area);
    fault.getStyleClass().addAll("number-wrong", "small-text", "json-fault");
    fault.setMaxWidth(Double.MAX_VALUE);
    fault.setWrapText(true);
    fault.managedProperty().bind(fault.visibleProperty());
    fault.setVisible(false);
    area.textProperty().subscribe(this::checkLater);
    area.focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                commit();
              }
            });
    getChildren().addAll(area, fault);
    StaysInSight.below(area, fault);
  }

  public void setAreaId(String id) {
    area.setId(id);
    fault.setId(id + "-fault");
  }

  /** Shows how it is in the project, or what was typed and could not be written there. */
  public void show(String json) {
    if (!json.equals(committed)) {
      committed = json;
      shown = check.apply(json).isEmpty() ? JsonTexts.pretty(json) : json;
    }
    put(drafts.text(field).orElse(shown));
  }

  private void put(String text) {
    if (!area.getText().equals(text)) {
      area.setText(text);
    }
  }

  /** Whether something is typed that the project does not have. */
  public boolean isDirty() {
    return !area.getText().equals(shown);
  }

  private void checkLater(String text) {
    checking
        .run(() -> check.apply(text))
        .onSuccess(
            found -> {
              showFault(found);
              keep(found);
            })
        .onFailure(problem -> {});
  }

  /** What is being typed is kept as it grows: nobody knows when the computer goes dark. */
  private void keep(Optional<JsonFault> found) {
    if (area.isFocused() && isDirty()) {
      drafts.keep(field, area.getText(), found);
    } else if (area.isFocused()) {
      drafts.forget(field);
    }
  }

  private void showFault(Optional<JsonFault> found) {
    area.pseudoClassStateChanged(WRONG, found.isPresent());
    fault.setVisible(found.isPresent());
    fault.setText(
        found
            .map(
                wrong ->
                    texts.get(
                        "json.fault.at",
                        wrong.line(),
                        wrong.column(),
                        texts.get(wrong.key(), wrong.arguments().toArray())))
            .orElse(""));
    area.setAccessibleHelp(fault.getText());
  }

  /** Makes an edit of what was typed if it is right, and a draft if it is wrong. */
  public void commit() {
    if (!isDirty()) {
      return;
    }
    String text = area.getText();
    var found = check.apply(text);
    showFault(found);
    if (found.isPresent()) {
      drafts.keep(field, text, found);
    } else {
      drafts.forget(field);
      String json = JsonTexts.compact(text);
      boolean changed = !json.equals(JsonTexts.compact(committed));
      committed = changed ? json : committed;
      shown = JsonTexts.pretty(json);
      area.setText(shown);
      if (changed) {
        write.accept(json);
      }
    }
  }

  /** Makes a draft of what is typed and not written: something else may be shown from now on. */
  public void keep() {
    if (isDirty()) {
      drafts.keep(field, area.getText(), check.apply(area.getText()));
    } else {
      drafts.forget(field);
    }
  }

  /** Another conversation is shown from now on; a draft stays one. */
  public void drop() {
    put(shown);
  }

  /** Forgets what was typed. */
  public void discard() {
    drafts.forget(field);
    put(shown);
  }

  public void focusText() {
    Keyboard.give(area);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      commit();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && isDirty()) {
      discard();
      event.consume();
    }
  }
}
