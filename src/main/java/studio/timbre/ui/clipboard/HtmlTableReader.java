package studio.timbre.ui.clipboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.timbre.ui.clipboard.HtmlTokens.Tag;
import studio.timbre.ui.clipboard.HtmlTokens.Text;

/**
 * Reads the first table of an HTML text, as Excel, LibreOffice and Google Sheets put it on the clipboard. A cell over several
 * columns or rows has its text in the first of them. A table within a cell is read as lines of that cell.
 */
public final class HtmlTableReader {
  private static final Set<String> BLOCKS =
      Set.of("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table");

  private final List<List<String>> rows = new ArrayList<>();
  private final Map<Integer, Integer> reachingDown = new HashMap<>();
  private List<String> row = new ArrayList<>();
  private Optional<CellWords> cell = Optional.empty();
  private int span = 1;
  private int depth;
  private boolean inRow;
  private boolean firm;

  private HtmlTableReader() {}

  /** Empty where there is no table. */
  public static Optional<Grid> read(String html) {
    var reader = new HtmlTableReader();
    var tokens = new HtmlTokens(html);
    for (var token = tokens.next(); token.isPresent(); token = tokens.next()) {
      switch (token.get()) {
        case Text(String raw) ->
            reader.cell.ifPresent(words -> words.say(HtmlEntities.resolve(raw), reader.firm));
        case Tag tag -> {
          if (reader.tag(tag)) {
            return Optional.of(new Grid(reader.rows));
          }
        }
      }
    }
    reader.endRow();
    return reader.rows.isEmpty() ? Optional.empty() : Optional.of(new Grid(reader.rows));
  }

  /** Answers whether the table has ended. */
  private boolean tag(Tag tag) {
    if (tag.name().equals("table")) {
      depth += tag.closing() ? -1 : 1;
      if (depth == 0 && tag.closing()) {
        endRow();
        return !rows.isEmpty();
      }
    }
    if (depth == 1) {
      switch (tag.name()) {
        case "tr" -> {
          endRow();
          inRow = !tag.closing();
        }
        case "td", "th" -> {
          endCell();
          if (!tag.closing()) {
            beginCell(tag);
          }
        }
        default -> within(tag);
      }
    } else {
      within(tag);
    }
    return false;
  }

  private void within(Tag tag) {
    if (tag.name().equals("br")) {
      cell.ifPresent(CellWords::breakLine);
    } else if (tag.name().equals("pre")) {
      firm = !tag.closing();
    } else if (BLOCKS.contains(tag.name())) {
      cell.ifPresent(CellWords::block);
    }
  }

  private void beginCell(Tag tag) {
    inRow = true;
    covered();
    span = tag.count("colspan");
    int down = tag.count("rowspan");
    for (int column = row.size(); down > 1 && column < row.size() + span; column++) {
      reachingDown.put(column, down);
    }
    String style = tag.attributes().getOrDefault("style", "").toLowerCase(Locale.ROOT);
    firm = style.replace(" ", "").contains("white-space:pre");
    cell = Optional.of(new CellWords());
  }

  /** Places that a cell of a row above takes up are empty. */
  private void covered() {
    while (reachingDown.containsKey(row.size())) {
      row.add("");
    }
  }

  private void endCell() {
    cell.ifPresent(
        words -> {
          row.add(words.toString());
          for (int more = 1; more < span; more++) {
            row.add("");
          }
        });
    cell = Optional.empty();
    span = 1;
    firm = false;
  }

  private void endRow() {
    endCell();
    if (inRow) {
      covered();
      rows.add(row);
      row = new ArrayList<>();
      reachingDown.replaceAll((column, left) -> left - 1);
      reachingDown.values().removeIf(left -> left < 1);
    }
    inRow = false;
  }
}
