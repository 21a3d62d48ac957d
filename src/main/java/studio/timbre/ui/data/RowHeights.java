package studio.timbre.ui.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.geometry.NodeOrientation;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import studio.timbre.model.ConversationRow;
import studio.timbre.ui.control.ReadingDirection;
import studio.timbre.ui.data.TableLayout.Shown;

/**
 * How high rows are. Of one height each, or so high that the longest text of the row is seen; both parts of the table ask here, so
 * that their rows stay side by side.
 */
final class RowHeights implements RowStack.Rows {
  /** Lines of a fitted row; a text that needs more is read in the pane beside the table. */
  static final int MOST_LINES = 12;

  private static final double LINE = 20;

  /** Height of a row of one line. */
  private static final double LOW = 36;

  /** Above and below the lines together. */
  private static final double AROUND = 18;

  /** To the left and to the right of the lines together. */
  private static final double BESIDE = 18;

  private static final int MOST_KEPT = 4096;

  /** No letter takes less width than this, in pixels: what is beyond the last line is not measured. */
  private static final double NARROWEST = 2.5;

  private record Measured(ConversationRow row, double height) {}

  private final IdList ids;
  private final IntFunction<Optional<ConversationRow>> row;
  private final CellContent content;
  private final Supplier<List<Shown>> columns;
  private final Map<Long, Measured> measured = new LinkedHashMap<>(256, 0.75f, true);
  private final Text text = new Text();
  private Font font = Font.getDefault();

  /** As the style sheet has it for these texts. */
  private Font leftwardFont = font;

  private List<Shown> texts = List.of();
  private double line = LINE;
  private int lines = -1;

  /**
   * @param columns on show, as wide as they are now
   */
  RowHeights(
      IdList ids,
      IntFunction<Optional<ConversationRow>> row,
      CellContent content,
      Supplier<List<Shown>> columns) {
    this.ids = ids;
    this.row = row;
    this.content = content;
    this.columns = columns;
    // As labels are measured; by other bounds, long texts and short ones have lines of different
    // heights.
    text.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
  }

  /** Lines of every row, or {@link TableLayout#FITTED}; answers whether there were others before. */
  boolean lines(int newLines) {
    boolean changed = lines != newLines;
    lines = newLines;
    return changed;
  }

  boolean areFitted() {
    return lines == TableLayout.FITTED;
  }

  /** Height of a row that is not fitted. */
  double even() {
    return lines > 1 ? AROUND + LINE * lines : LOW;
  }

  /** Columns or the letters may be others now: where they are, everything is measured again. */
  void look(Font newFont) {
    var now = columns.get().stream().filter(column -> column.kind().isText()).toList();
    if (!now.equals(texts) || !newFont.equals(font)) {
      texts = now;
      measured.clear();
      font = newFont;
      leftwardFont = Font.font("DejaVu Sans", font.getSize());
      line = heightOf("X\nX", 0) - heightOf("X", 0);
    }
  }

  @Override
  public int count() {
    return ids.size();
  }

  @Override
  public double least() {
    return LOW;
  }

  @Override
  public long number(int at) {
    return ids.at(at);
  }

  @Override
  public int indexOf(long number) {
    return ids.indexOf(number);
  }

  @Override
  public double height(int at) {
    if (!areFitted()) {
      return even();
    }
    var known = at >= 0 && at < ids.size() ? row.apply(at) : Optional.<ConversationRow>empty();
    return known.map(this::fitted).orElse(least());
  }

  private double fitted(ConversationRow known) {
    var kept = measured.get(known.id());
    if (kept != null && (kept.row() == known || kept.row().equals(known))) {
      return kept.height();
    }
    double height = measure(known);
    measured.put(known.id(), new Measured(known, height));
    var oldest = measured.entrySet().iterator();
    while (measured.size() > MOST_KEPT && oldest.hasNext()) {
      oldest.next();
      oldest.remove();
    }
    return height;
  }

  private double measure(ConversationRow known) {
    double highest = 0;
    for (var column : texts) {
      double width = Math.max(1, column.width() - BESIDE);
      int longest = (int) (MOST_LINES * width / NARROWEST);
      String whole = content.of(known, column.kind()).strip();
      String start = whole.length() > longest ? whole.substring(0, longest) : whole;
      if (!start.isEmpty()) {
        highest = Math.max(highest, heightOf(start, width));
      }
    }
    if (highest <= line) {
      return least();
    }
    return Math.max(least(), Math.ceil(Math.min(highest, MOST_LINES * line)) + AROUND);
  }

  private double heightOf(String shown, double width) {
    boolean leftward = ReadingDirection.of(shown) == NodeOrientation.RIGHT_TO_LEFT;
    text.setFont(leftward ? leftwardFont : font);
    text.setWrappingWidth(width);
    text.setText(shown);
    return text.getLayoutBounds().getHeight();
  }
}
