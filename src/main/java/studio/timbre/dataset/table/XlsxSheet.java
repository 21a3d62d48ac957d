package studio.timbre.dataset.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import studio.timbre.json.LeftOut;

/** The rows of one sheet of a workbook. */
final class XlsxSheet {
  private static final int MOST_COLUMNS = 16_384;

  private final XMLStreamReader xml;
  private final String name;
  private final SharedTexts texts;
  private final XlsxStyles styles;
  private long number;

  XlsxSheet(XMLStreamReader xml, String name, SharedTexts texts, XlsxStyles styles) {
    this.xml = xml;
    this.name = name;
    this.texts = texts;
    this.styles = styles;
  }

  Optional<TableRow> next() throws IOException {
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
          return Optional.of(row());
        }
      }
      return Optional.empty();
    } catch (XMLStreamException | RuntimeException e) {
      throw SheetZip.broken(e);
    }
  }

  private TableRow row() throws XMLStreamException, IOException {
    number = number(xml.getAttributeValue(null, "r"), number + 1);
    var cells = new ArrayList<String>();
    var notes = new ArrayList<LeftOut>();
    int column = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        column = column(xml.getAttributeValue(null, "r"), column);
        String text = cell(column, notes);
        if (!text.isEmpty()) {
          while (cells.size() < column) {
            cells.add("");
          }
          cells.add(text);
        }
        column++;
      }
    }
    return new TableRow(number, name, cells, notes);
  }

  private static long number(String given, long otherwise) {
    return given != null && given.matches("[1-9][0-9]{0,6}") ? Long.parseLong(given) : otherwise;
  }

  /** From 0; a place that no sheet has, or one before the last cell, is taken for the next one. */
  private static int column(String reference, int next) {
    if (reference == null) {
      return checked(next);
    }
    int column = 0;
    for (int i = 0; i < reference.length() && i < 4; i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = column * 26 + (c - 'A' + 1);
    }
    return checked(column - 1 < next || column > MOST_COLUMNS ? next : column - 1);
  }

  private static int checked(int column) {
    if (column >= MOST_COLUMNS) {
      throw new IllegalArgumentException("more columns than a sheet has");
    }
    return column;
  }

  private String cell(int column, List<LeftOut> notes) throws XMLStreamException, IOException {
    String type = String.valueOf(xml.getAttributeValue(null, "t"));
    String style = xml.getAttributeValue(null, "s");
    var text = new SheetText();
    boolean taking = false;
    boolean formula = false;
    int phonetic = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        String element = xml.getLocalName();
        phonetic += element.equals("rPh") ? 1 : 0;
        formula |= element.equals("f");
        taking = (element.equals("v") || element.equals("t")) && phonetic == 0;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        taking = false;
        phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
        if (xml.getLocalName().equals("c")) {
          break;
        }
      } else if (taking && xml.hasText()) {
        text.add(xml.getText());
      }
    }
    return value(type, style, text.take(), new CellPlace(column, number, formula, notes));
  }

  private String value(String type, String style, String stored, CellPlace place)
      throws IOException {
    if (place.formula()) {
      place.tellFormula(stored.isEmpty());
    }
    return switch (type) {
      case "s" -> shared(stored, place);
      case "inlineStr", "str" -> SheetText.unescaped(stored);
      case "b" -> stored.equals("1") ? "TRUE" : stored.equals("0") ? "FALSE" : stored;
      case "e" -> {
        place.tellError(stored);
        yield "";
      }
      case "d" -> stored;
      default -> styles.number(stored, (int) number(style, 0));
    };
  }

  private String shared(String stored, CellPlace place) throws IOException {
    int index = stored.matches("[0-9]{1,9}") ? Integer.parseInt(stored) : -1;
    if (!stored.isEmpty() && !texts.has(index)) {
      place.tellMissing();
    }
    return texts.get(index);
  }
}
