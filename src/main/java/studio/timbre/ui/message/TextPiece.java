package studio.timbre.ui.message;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.ui.control.GrowingTextArea;
import studio.timbre.ui.control.StaysInSight;
import studio.timbre.ui.control.TabLeaves;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.voice.VoiceWords;

/** A text to read and write. It is written when the keyboard leaves it, or on Ctrl+Enter. */
final class TextPiece implements Piece {
  private static final int MOST_LINES = 30;
  private static final int AROUND = 2000;

  private final Slot slot;
  private final TextPlace place;
  private final GrowingTextArea area = new GrowingTextArea(MOST_LINES);
  private final VBox node = new VBox();
  private String committed = "";
  private String around = "";
  private final VoiceMarks marks;

  TextPiece(Slot slot, TextPlace place, String id) {
    this.slot = slot;
    this.place = place;
    area.setId(id);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    TabLeaves.from(area);
    area.focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                commit();
              }
            });
    marks = new VoiceMarks(area, new VoiceWords(slot.texts()));
    node.getChildren().addAll(area, marks.reason());
    StaysInSight.below(area, marks.reason());
    slot.proofreader().attend(area, () -> around);
  }

  /** Puts words above it that say what it is, and a button that takes it out. */
  TextPiece titled(String words, String removeName, Runnable remove) {
    var title = new Label(words);
    title.getStyleClass().addAll("muted", "small-text", "piece-title");
    title.setLabelFor(area);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button out = PieceButton.remove(removeName, remove);
    var head = new HBox(title, gap, out);
    head.getStyleClass().add("row-4");
    node.getChildren().addFirst(head);
    return this;
  }

  /** Where the text leaves the voice. */
  VoiceMarks marks() {
    return marks;
  }

  GrowingTextArea area() {
    return area;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void show(Conversation conversation, Message message) {
    String name = slot.speaker(message);
    area.setAccessibleText(slot.texts().get("message.text", slot.index() + 1, name));
    around = around(conversation);
    boolean dirty = area.isFocused() && !area.getText().equals(committed);
    committed = place.read().apply(message).orElse("");
    if (!dirty && !area.getText().equals(committed)) {
      area.setText(committed);
    }
  }

  /** The beginning of the conversation: enough to tell its language. */
  private static String around(Conversation conversation) {
    var text = new StringBuilder();
    for (var said : conversation.messages()) {
      String words = said.text();
      text.append(words, 0, Math.min(words.length(), AROUND)).append('\n');
      if (text.length() > AROUND) {
        break;
      }
    }
    return text.toString();
  }

  boolean isDirty() {
    return !area.getText().equals(committed);
  }

  @Override
  public void commit() {
    if (isDirty()) {
      committed = area.getText();
      area.written();
      String text = committed;
      slot.edit(
          message -> {
            var changed = place.write().apply(message, text);
            slot.memory().remember(message, changed);
            return changed;
          });
    }
  }

  @Override
  public boolean focusText() {
    Keyboard.give(area);
    area.end();
    return true;
  }

  private void key(KeyEvent event) {
    boolean plain = !event.isShiftDown() && !event.isAltDown();
    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() && plain) {
      commit();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && isDirty()) {
      area.setText(committed);
      event.consume();
    }
  }
}
