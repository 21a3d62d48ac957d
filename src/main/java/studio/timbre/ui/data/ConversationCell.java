package studio.timbre.ui.data;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Split;
import studio.timbre.ui.control.ReadingDirection;

/** A cell of the table; draws what is known of its row, and anew when more is known. */
final class ConversationCell extends TableCell<Long, Long> {

  /** What all cells of a table share. */
  interface Sight {
    Optional<ConversationRow> row(int index);

    /** Whether this is the conversation that is looked at. */
    boolean isLookedAt(long id);

    boolean isSelected(int row, TableColumnKind column);

    boolean isActive(int row, TableColumnKind column);

    /** Lines of text in a row, at most. */
    int lines();

    /** Height of a row, where it is fitted to its texts. */
    Optional<Double> fitted(int row);
  }

  private static final int LONGEST_LINE = 400;
  private static final PseudoClass LOOKED = PseudoClass.getPseudoClass("looked");
  private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  private final Sight sight;
  private final CellContent content;
  private final TableColumnKind column;
  private final Label badge = new Label();

  ConversationCell(Sight sight, CellContent content, TableColumnKind column) {
    this.sight = sight;
    this.content = content;
    this.column = column;
    badge.getStyleClass().add("badge");
    if (column == TableColumnKind.RATING) {
      getStyleClass().add("stars");
    }
  }

  TableColumnKind column() {
    return column;
  }

  @Override
  protected void updateItem(Long id, boolean empty) {
    super.updateItem(id, empty);
    draw();
  }

  @Override
  public void updateIndex(int index) {
    super.updateIndex(index);
    mark();
  }

  @Override
  public void resize(double width, double height) {
    super.resize(width, sight.fitted(getIndex()).orElse(height));
  }

  /** Draws whether it is selected. */
  void mark() {
    boolean there = isThere();
    pseudoClassStateChanged(PICKED, there && sight.isSelected(getIndex(), column));
    pseudoClassStateChanged(ACTIVE, there && sight.isActive(getIndex(), column));
    pseudoClassStateChanged(LOOKED, there && sight.isLookedAt(getItem()));
  }

  private boolean isThere() {
    return !isEmpty() && getIndex() >= 0 && getItem() != null;
  }

  /** Draws what is known now. */
  void draw() {
    mark();
    if (!isThere()) {
      setText(null);
      setGraphic(null);
      ReadingDirection.turn(this, NodeOrientation.INHERIT);
      return;
    }
    var row = sight.row(getIndex());
    switch (column) {
      case STATUS -> badge(row, row.map(ConversationCell::look));
      case SPLIT ->
          badge(row, row.map(known -> known.split() == Split.HELD_OUT ? "accented" : "plain"));
      case SYSTEM, QUESTION, ANSWER, TOKENS ->
          setText(row.map(this::shown).filter(shown -> isTold(row)).orElse("…"));
      default -> setText(row.map(this::shown).orElse(""));
    }
    ReadingDirection.turn(this, column.isText() ? getText() : "");
    boolean wraps = sight.lines() > 1;
    if (isWrapText() != wraps) {
      setWrapText(wraps);
    }
  }

  /** Tokens are counted some time after the text is there. */
  private boolean isTold(Optional<ConversationRow> row) {
    return column != TableColumnKind.TOKENS || row.map(known -> known.tokens() >= 0).orElse(false);
  }

  private void badge(Optional<ConversationRow> row, Optional<String> look) {
    setText(null);
    if (row.isEmpty()) {
      setGraphic(null);
      return;
    }
    badge.setText(content.of(row.get(), column));
    wear(look.orElse("plain"));
    setGraphic(badge);
  }

  /** Setting the same classes again would have them looked up again, for every badge in sight. */
  private void wear(String look) {
    if (!look.equals(badge.getStyleClass().getLast())) {
      badge.getStyleClass().setAll("label", "badge", look);
    }
  }

  private static String look(ConversationRow row) {
    return switch (row.status()) {
      case DRAFT -> "plain";
      case IN_REVIEW -> "caution";
      case APPROVED -> "good";
      case REJECTED -> "bad";
    };
  }

  /** What could never be seen is not laid out; in a row of one line, line breaks become spaces. */
  private String shown(ConversationRow row) {
    String text = content.of(row, column);
    int longest = LONGEST_LINE * sight.lines();
    String start = text.length() > longest ? text.substring(0, longest) : text;
    return sight.lines() == 1 ? start.replaceAll("\\s+", " ") : start.strip();
  }

  /** Only a screen reader asks for it: column, row, what it holds, and whether it is selected. */
  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case TEXT -> isThere() ? spoken() : "";
      case SELECTED -> isThere() && sight.isSelected(getIndex(), column);
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  private String spoken() {
    var texts = content.texts();
    String title = texts.get(column.titleKey());
    String text = sight.row(getIndex()).map(this::spokenText).orElse("…");
    return sight.isSelected(getIndex(), column)
        ? texts.get("data.cell.selected", title, getIndex() + 1, text)
        : texts.get("data.cell", title, getIndex() + 1, text);
  }

  private String spokenText(ConversationRow row) {
    if (column == TableColumnKind.RATING) {
      return content.texts().get("data.stars", row.review().rating());
    }
    String text = content.of(row, column);
    return text.isBlank() ? content.texts().get("data.cell.empty") : text;
  }
}
