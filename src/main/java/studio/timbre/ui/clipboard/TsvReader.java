package studio.timbre.ui.clipboard;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the plain text of a copied table: tabs between cells, line breaks between rows. A cell that holds one of these stands in
 * quotation marks, with those of its own doubled. A quotation mark that opens no such cell is a part of the text, for
 * spreadsheets do not quote a cell for the sake of its quotation marks alone.
 */
public final class TsvReader {
  private static final char QUOTE = '"';

  private final String text;
  private int at;

  private TsvReader(String text) {
    this.text = text;
  }

  /** The rows of a text; what follows the last line break is no row where it is empty. */
  public static Grid read(String text) {
    return new TsvReader(text).rows();
  }

  private Grid rows() {
    var rows = new ArrayList<List<String>>();
    while (at < text.length()) {
      rows.add(row());
    }
    return new Grid(rows);
  }

  private List<String> row() {
    var cells = new ArrayList<String>();
    while (true) {
      cells.add(cell());
      if (at >= text.length()) {
        return cells;
      }
      char end = text.charAt(at++);
      if (end == '\t') {
        continue;
      }
      if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
        at++;
      }
      return cells;
    }
  }

  private String cell() {
    if (at < text.length() && text.charAt(at) == QUOTE) {
      int closing = closing();
      if (closing >= 0) {
        String quoted = text.substring(at + 1, closing);
        at = closing + 1;
        return breaks(quoted.replace("\"\"", "\""));
      }
    }
    int from = at;
    while (at < text.length() && !isEnd(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  /** The mark that closes the cell, or -1 where behind it the cell goes on: then it was none that opened it. */
  private int closing() {
    int mark = at + 1;
    while (true) {
      mark = text.indexOf(QUOTE, mark);
      if (mark < 0) {
        return -1;
      }
      if (mark + 1 < text.length() && text.charAt(mark + 1) == QUOTE) {
        mark += 2;
      } else {
        return mark + 1 == text.length() || isEnd(text.charAt(mark + 1)) ? mark : -1;
      }
    }
  }

  private static boolean isEnd(char c) {
    return c == '\t' || c == '\n' || c == '\r';
  }

  static String breaks(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
