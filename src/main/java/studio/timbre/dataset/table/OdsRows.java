package studio.timbre.dataset.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import studio.timbre.json.LeftOut;
import studio.timbre.model.TableForm;

/** The rows of the sheets of an OpenDocument spreadsheet (OASIS OpenDocument 1.3, part 3, section 9), one after the other. */
final class OdsRows implements TableRows {
  private static final int MOST_COLUMNS = 16_384;
  private static final long MOST_ROWS = 1_048_576;

  /** Rows that a program wrote once and meant many times. */
  private static final int MOST_REPEATED = 10_000;

  static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
  static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

  private final SheetZip zip;
  private final XMLStreamReader xml;
  private final long size;
  private final Set<String> hidden = new HashSet<>();
  private String style = "";
  private String sheet = "";
  private int sheets;
  private long number;
  private boolean over;
  private long repeated;
  private Optional<TableRow> row = Optional.empty();

  private final Optional<String> wanted;

  private OdsRows(SheetZip zip, XMLStreamReader xml, long size, Optional<String> wanted) {
    this.zip = zip;
    this.xml = xml;
    this.size = size;
    this.wanted = wanted;
  }

  /**
   * @param wanted the only sheet to read; all where that is empty, or where there is none of that name
   */
  static OdsRows open(SheetZip zip, Path file, Optional<String> wanted) throws IOException {
    var there =
        wanted.isPresent() && OdsSheets.names(zip).contains(wanted.get())
            ? wanted
            : Optional.<String>empty();
    return new OdsRows(zip, OdsSheets.content(zip), file.toFile().length(), there);
  }

  @Override
  public Optional<TableRow> next() throws IOException {
    if (repeated > 0) {
      repeated--;
      number++;
      return row.map(again -> new TableRow(number, sheet, again.cells(), List.of()));
    }
    try {
      while (!over && xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          if (is("table") && hidden.contains(attribute(TABLE, "style-name"))) {
            return Optional.of(passed(CellPlace.hiddenSheet(attribute(TABLE, "name"))));
          } else if (is("table") && wanted.isPresent() && !isWanted()) {
            return Optional.of(passed(CellPlace.otherSheet(attribute(TABLE, "name"))));
          } else if (is("table")) {
            sheet = ++sheets == 1 ? "" : attribute(TABLE, "name");
            number = 0;
          } else if (xml.getLocalName().equals("style")) {
            style = attribute(STYLE, "name");
          } else if (xml.getLocalName().equals("table-properties")
              && attribute(TABLE, "display").equals("false")) {
            hidden.add(style);
          } else if (is("table-row")) {
            var found = row();
            if (!found.cells().isEmpty() || !found.notes().isEmpty()) {
              return Optional.of(found);
            }
          }
        }
      }
      over = true;
      return Optional.empty();
    } catch (XMLStreamException | RuntimeException e) {
      throw SheetZip.broken(e);
    }
  }

  private boolean isWanted() {
    return wanted.equals(Optional.of(attribute(TABLE, "name")));
  }

  /** Goes past a sheet. */
  private TableRow passed(LeftOut note) throws XMLStreamException {
    for (int depth = 1; depth > 0 && xml.hasNext(); ) {
      int event = xml.next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
    return new TableRow(number, sheet, List.of(), List.of(note));
  }

  private boolean is(String name) {
    return xml.getLocalName().equals(name) && TABLE.equals(xml.getNamespaceURI());
  }

  private String attribute(String space, String name) {
    String value = xml.getAttributeValue(space, name);
    return value == null ? "" : value;
  }

  private int times(String attribute, int most) {
    String value = attribute(TABLE, attribute);
    return value.matches("[1-9][0-9]{0,8}") ? Math.min(most, Integer.parseInt(value)) : 1;
  }

  private TableRow row() throws XMLStreamException, IOException {
    int times = times("number-rows-repeated", (int) MOST_ROWS);
    number++;
    var cells = new ArrayList<String>();
    var notes = new ArrayList<LeftOut>();
    int column = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && is("table-row")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT
          && (is("table-cell") || is("covered-table-cell"))) {
        int repeat = times("number-columns-repeated", MOST_COLUMNS);
        boolean covered = is("covered-table-cell");
        String text = cell(column, notes);
        if (!text.isEmpty() && !covered) {
          if (column + repeat > MOST_COLUMNS) {
            throw new IllegalArgumentException("more columns than a sheet has");
          }
          while (cells.size() < column) {
            cells.add("");
          }
          if ((long) repeat * text.length() > SheetText.MOST_CHARS) {
            throw BrokenTable.unpacksTooFar();
          }
          for (int i = 0; i < repeat; i++) {
            cells.add(text);
          }
        }
        column += repeat;
      }
    }
    var found = new TableRow(number, sheet, cells, notes);
    if (found.cells().isEmpty()) {
      number += times - 1;
    } else {
      if (times > MOST_REPEATED) {
        throw BrokenTable.unpacksTooFar();
      }
      repeated = times - 1L;
      row = Optional.of(found);
    }
    return found;
  }

  private String cell(int column, List<LeftOut> notes) throws XMLStreamException, IOException {
    boolean formula = !attribute(TABLE, "formula").isEmpty();
    String type = attribute(OFFICE, "value-type");
    String stored =
        switch (type) {
          case "date" -> attribute(OFFICE, "date-value");
          case "boolean" -> attribute(OFFICE, "boolean-value").equals("true") ? "TRUE" : "FALSE";
          case "float" -> attribute(OFFICE, "value");
          case "string" -> attribute(OFFICE, "string-value");
          default -> "";
        };
    String shown =
        OdsText.read(
            xml,
            comment -> notes.add(CellPlace.comment(CellPlace.letters(column) + number, comment)));
    String text = stored.isEmpty() ? shown : stored;
    if (formula) {
      new CellPlace(column, number, true, notes).tellFormula(text.isEmpty());
    }
    return text;
  }

  @Override
  public TableForm form() {
    return new TableForm(OdsSheets.namesOrNone(zip), Optional.empty(), Optional.empty());
  }

  @Override
  public long bytesRead() {
    return over ? size : size / 2;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
