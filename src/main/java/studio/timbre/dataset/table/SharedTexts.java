package studio.timbre.dataset.table;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The texts that the cells of a workbook refer to by number, put aside in a file so that a large workbook needs no large memory. */
final class SharedTexts implements AutoCloseable {
  private final FileChannel file;
  private long[] ends = new long[1024];
  private int count;

  private SharedTexts() throws IOException {
    var path = Files.createTempFile("timbre", ".texts");
    file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  static SharedTexts read(SheetZip zip, String part) throws IOException {
    var texts = new SharedTexts();
    boolean done = false;
    try {
      texts.take(zip, part);
      done = true;
      return texts;
    } finally {
      if (!done) {
        texts.close();
      }
    }
  }

  private void take(SheetZip zip, String part) throws IOException {
    var found = zip.open(part);
    if (found.isEmpty()) {
      return;
    }
    var xml = found.get();
    var text = new SheetText();
    boolean inText = false;
    int phonetic = 0;
    var out =
        new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16));
    try {
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
            inText = xml.getLocalName().equals("t") && phonetic == 0;
          }
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            if (inText) {
              text.add(xml.getText());
            }
          }
          case XMLStreamConstants.END_ELEMENT -> {
            inText = false;
            phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
            if (xml.getLocalName().equals("si")) {
              add(text.take(), out);
            }
          }
          default -> {}
        }
      }
      out.flush();
    } catch (XMLStreamException | RuntimeException e) {
      throw SheetZip.broken(e);
    }
  }

  /** As UTF-16, so that nothing of a text can change on the way. */
  private void add(String text, DataOutputStream out) throws IOException {
    byte[] bytes = SheetText.unescaped(text).getBytes(StandardCharsets.UTF_16BE);
    out.write(bytes);
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count] = (count == 0 ? 0 : ends[count - 1]) + bytes.length;
    count++;
  }

  /** The text of a number; empty where there is none. */
  String get(int number) throws IOException {
    if (number < 0 || number >= count) {
      return "";
    }
    long start = number == 0 ? 0 : ends[number - 1];
    var bytes = ByteBuffer.allocate((int) (ends[number] - start));
    while (bytes.hasRemaining() && file.read(bytes, start + bytes.position()) >= 0) {}
    return new String(bytes.array(), StandardCharsets.UTF_16BE);
  }

  boolean has(int number) {
    return number >= 0 && number < count;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
