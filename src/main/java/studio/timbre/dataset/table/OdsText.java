package studio.timbre.dataset.table;

import java.io.IOException;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The words of a cell of an OpenDocument spreadsheet: its paragraphs, a line each, without notes and pictures beside it. */
final class OdsText {
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

  private OdsText() {}

  /**
   * Reads to the end of the element that the reader stands on.
   *
   * @param comments gets what people have pinned to it
   */
  static String read(XMLStreamReader xml, Consumer<String> comments)
      throws XMLStreamException, IOException {
    var text = new SheetText();
    var comment = new SheetText();
    int inComment = 0;
    boolean begun = false;
    int depth = 1;
    int paragraphs = 0;
    int beside = 0;
    while (depth > 0 && xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        String name = xml.getLocalName();
        if (inComment > 0 || name.equals("annotation")) {
          inComment++;
        }
        if (beside > 0 || !TEXT.equals(xml.getNamespaceURI())) {
          beside++;
        } else if (name.equals("p") || name.equals("h")) {
          if (begun) {
            text.add("\n");
          }
          begun = true;
          paragraphs++;
        } else if (name.equals("s")) {
          String count = String.valueOf(xml.getAttributeValue(TEXT, "c"));
          text.add(' ', count.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(count) : 1);
        } else if (name.equals("tab")) {
          text.add("\t");
        } else if (name.equals("line-break")) {
          text.add("\n");
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        if (inComment > 0 && --inComment == 0 && !comment.isEmpty()) {
          comments.accept(comment.take());
        }
        if (beside > 0) {
          beside--;
        } else if (xml.getLocalName().equals("p") || xml.getLocalName().equals("h")) {
          paragraphs--;
        }
      } else if (inComment > 0 && xml.hasText()) {
        comment.add(xml.getText());
      } else if (paragraphs > 0 && beside == 0 && xml.hasText()) {
        text.add(xml.getText());
      }
    }
    return text.take();
  }
}
