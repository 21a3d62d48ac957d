package studio.timbre.ui.clipboard;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a table for the clipboard of a spreadsheet. */
public final class TableWriter {
  /** Reads the same as a number and as a text. */
  private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,14}");

  private static final String TEXT_CELL =
      "<td style=\"mso-number-format:'\\@';white-space:pre-wrap\" sdnum=\"1033;0;@\">";

  private TableWriter() {}

  /** Tab-separated text; a cell stands in quotation marks where it could be taken for more than one, or for quoted. */
  public static String tsv(Grid grid) {
    return grid.rows().stream()
        .map(row -> row.stream().map(TableWriter::quoted).collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\r\n"));
  }

  private static String quoted(String cell) {
    boolean needed =
        cell.startsWith("\"") || cell.chars().anyMatch(c -> c == '\t' || c == '\n' || c == '\r');
    return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  /**
   * A table in HTML. Cells other than plain numbers are marked as text, so that no date and no formula is made of them: for Excel by
   * the style, for LibreOffice by {@code sdnum}, which that one writes too (language, 0, number format).
   */
  public static String html(Grid grid) {
    var html = new StringBuilder("<html><head><meta charset=\"utf-8\"></head><body><table>");
    for (var row : grid.rows()) {
      html.append("<tr>");
      for (var cell : row) {
        html.append(NUMBER.matcher(cell).matches() ? "<td>" : TEXT_CELL);
        escape(TsvReader.breaks(cell), html);
        html.append("</td>");
      }
      html.append("</tr>\n");
    }
    return html.append("</table></body></html>").toString();
  }

  private static void escape(String text, StringBuilder html) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        // Without the style Excel would begin a row below.
        case '\n' -> html.append("<br style=\"mso-data-placement:same-cell\">");
        default -> html.append(c);
      }
    }
  }
}
