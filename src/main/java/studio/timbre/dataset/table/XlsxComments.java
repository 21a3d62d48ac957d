package studio.timbre.dataset.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import studio.timbre.json.LeftOut;

/** What people have pinned to the cells of an Excel workbook: it belongs to no conversation, and is told of. */
final class XlsxComments {
  private static final int MOST_TOLD = 100;
  private static final int LONGEST = 1000;

  private final List<LeftOut> told = new ArrayList<>();

  private XlsxComments() {}

  static List<LeftOut> of(SheetZip zip) throws IOException {
    var found = new XlsxComments();
    for (String part : zip.names("xl/(comments[0-9]*|comments/comments?[0-9]*)\\.xml")) {
      var xml = zip.open(part);
      if (xml.isPresent()) {
        found.read(xml.get());
      }
    }
    return found.told;
  }

  private void read(XMLStreamReader xml) throws IOException {
    String cell = "";
    var text = new StringBuilder();
    boolean inText = false;
    try {
      while (xml.hasNext() && told.size() < MOST_TOLD) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (xml.getLocalName().equals("comment")) {
            cell = String.valueOf(xml.getAttributeValue(null, "ref"));
            text.setLength(0);
          }
          inText = xml.getLocalName().equals("t");
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          inText = false;
          if (xml.getLocalName().equals("comment") && !text.toString().isBlank()) {
            told.add(CellPlace.comment(cell, text.toString()));
          }
        } else if (inText && xml.hasText() && text.length() < LONGEST) {
          text.append(xml.getText());
        }
      }
    } catch (XMLStreamException | RuntimeException e) {
      throw SheetZip.broken(e);
    }
  }
}
