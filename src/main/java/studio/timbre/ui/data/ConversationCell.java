package studio.timbre.ui.data;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Split;
import studio.timbre.ui.fx.Texts;

/** A cell of the table; draws what is known of its row, and anew when more is known. */
final class ConversationCell extends TableCell<Long, Long> {
  private static final int LONGEST = 400;
  private static final PseudoClass LOOKED = PseudoClass.getPseudoClass("looked");

  private final DataViewModel model;
  private final Texts texts;
  private final TableColumnKind column;
  private final Label badge = new Label();

  ConversationCell(DataViewModel model, Texts texts, TableColumnKind column) {
    this.model = model;
    this.texts = texts;
    this.column = column;
    badge.getStyleClass().add("badge");
  }

  TableColumnKind column() {
    return column;
  }

  @Override
  protected void updateItem(Long id, boolean empty) {
    super.updateItem(id, empty);
    draw();
  }

  /** Draws what is known now. */
  void draw() {
    boolean looked = !isEmpty() && model.current().get().equals(Optional.ofNullable(getItem()));
    pseudoClassStateChanged(LOOKED, looked);
    if (isEmpty() || getIndex() < 0) {
      setText(null);
      setGraphic(null);
      return;
    }
    var row = model.row(getIndex());
    switch (column) {
      case STATUS ->
          draw(row.map(known -> Words.of(texts, known.status())), row.map(ConversationCell::look));
      case SPLIT ->
          draw(
              row.map(known -> Words.of(texts, known.split())),
              row.map(known -> known.split() == Split.HELD_OUT ? "accented" : "plain"));
      case QUESTION, ANSWER ->
          setText(row.map(known -> oneLine(CellText.of(known.conversation(), column))).orElse("…"));
      case TURNS ->
          setText(row.map(known -> texts.number(known.conversation().turns())).orElse(""));
      case TOKENS ->
          setText(
              row.filter(known -> known.tokens() >= 0)
                  .map(known -> texts.number(known.tokens()))
                  .orElse("…"));
    }
  }

  private void draw(Optional<String> word, Optional<String> look) {
    setText(null);
    if (word.isEmpty()) {
      setGraphic(null);
      return;
    }
    badge.setText(word.get());
    badge.getStyleClass().setAll("label", "badge", look.orElse("plain"));
    setGraphic(badge);
  }

  private static String look(ConversationRow row) {
    return switch (row.status()) {
      case DRAFT -> "plain";
      case IN_REVIEW -> "caution";
      case APPROVED -> "good";
      case REJECTED -> "bad";
    };
  }

  /** A cell is one line high: line breaks become spaces, and what could never be seen is not laid out. */
  private static String oneLine(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return start.replaceAll("\\s+", " ");
  }
}
