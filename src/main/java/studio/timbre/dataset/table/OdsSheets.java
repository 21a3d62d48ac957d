package studio.timbre.dataset.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What the visible sheets of an OpenDocument spreadsheet are called; they stand among their contents, which are gone through for it. */
final class OdsSheets {
  private OdsSheets() {}

  static XMLStreamReader content(SheetZip zip) throws IOException {
    return zip.open("content.xml")
        .orElseThrow(() -> BrokenTable.damaged(new IOException("no content")));
  }

  static List<String> names(SheetZip zip) throws IOException {
    var xml = content(zip);
    var names = new ArrayList<String>();
    var hidden = new HashSet<String>();
    String style = "";
    try {
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        switch (xml.getLocalName()) {
          case "style" -> style = attribute(xml, OdsRows.STYLE, "name");
          case "table-properties" -> {
            if (attribute(xml, OdsRows.TABLE, "display").equals("false")) {
              hidden.add(style);
            }
          }
          case "table" -> {
            if (OdsRows.TABLE.equals(xml.getNamespaceURI())
                && !hidden.contains(attribute(xml, OdsRows.TABLE, "style-name"))) {
              names.add(attribute(xml, OdsRows.TABLE, "name"));
            }
          }
          default -> {}
        }
      }
      return names;
    } catch (XMLStreamException | RuntimeException e) {
      throw SheetZip.broken(e);
    }
  }

  /** Nothing where the file is damaged: reading its rows tells of that. */
  static List<String> namesOrNone(SheetZip zip) {
    try {
      return names(zip);
    } catch (IOException damaged) {
      return List.of();
    }
  }

  private static String attribute(XMLStreamReader xml, String space, String name) {
    String value = xml.getAttributeValue(space, name);
    return value == null ? "" : value;
  }
}
