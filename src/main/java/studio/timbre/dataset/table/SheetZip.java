package studio.timbre.dataset.table;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of a spreadsheet file, unpacked as they are read. What unpacks to far more than it is packed is refused, so that a small file
 * cannot keep us busy or fill the memory; what a part refers to outside is never fetched.
 */
final class SheetZip implements AutoCloseable {
  /** Sheets whose cells are all alike come to about a hundred. */
  private static final long MOST_TIMES = 250;

  private static final long ALWAYS_READ = 64L << 20;

  /** Behind one opening bracket; a cell's text may be as long as {@link SheetText#MOST_CHARS}, each character written as an entity. */
  private static final long MOST_BETWEEN_TAGS = 200L << 20;

  private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

  static {
    FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    FACTORY.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    FACTORY.setProperty(XMLInputFactory.IS_COALESCING, false);
    // What is wrong is thrown; nothing is to be said on the terminal besides.
    FACTORY.setXMLReporter((_, _, _, _) -> {});
  }

  private final ZipFile zip;

  SheetZip(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /** The parts whose names are as an expression says. */
  List<String> names(String expression) {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.matches(expression))
        .sorted()
        .toList();
  }

  /** The packed size of a part. */
  long packed(String name) {
    ZipEntry entry = zip.getEntry(name);
    return entry == null ? 0 : Math.max(0, entry.getCompressedSize());
  }

  /** A part as XML, which closes its stream at the end of the file; empty where there is none. */
  Optional<XMLStreamReader> open(String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          FACTORY.createXMLStreamReader(text(new Guarded(zip.getInputStream(entry), entry))));
    } catch (XMLStreamException | ZipException | EOFException e) {
      throw broken(e);
    }
  }

  /** Both formats are UTF-8, or UTF-16 with a mark. Decoded here, as the parser would tell of broken bytes on the terminal. */
  private static Reader text(InputStream part) throws IOException {
    var marked = new BufferedInputStream(part, 1 << 16);
    marked.mark(3);
    int first = marked.read();
    int second = marked.read();
    boolean wide = (first == 0xfe && second == 0xff) || (first == 0xff && second == 0xfe);
    if (first != 0xef || second != 0xbb || marked.read() != 0xbf) {
      marked.reset();
    }
    var charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    return new InputStreamReader(marked, charset.newDecoder());
  }

  /** What was wrong with the XML, or what was wrong in reading it. */
  static IOException broken(Exception problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof BrokenTable known) {
        return known;
      }
      if (cause instanceof XMLStreamException xml
          && xml.getNestedException() instanceof BrokenTable known) {
        return known;
      }
    }
    return BrokenTable.damaged(problem);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static final class Guarded extends FilterInputStream {
    private final long most;
    private long read;
    private long sinceTag;

    Guarded(InputStream input, ZipEntry entry) {
      super(input);
      most = Math.max(ALWAYS_READ, Math.max(1, entry.getCompressedSize()) * MOST_TIMES);
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      read += Math.max(0, count);
      int last = offset + count - 1;
      while (last >= offset && bytes[last] != '<') {
        last--;
      }
      sinceTag = last < offset ? sinceTag + Math.max(0, count) : offset + count - last;
      if (read > most || sinceTag > MOST_BETWEEN_TAGS) {
        throw BrokenTable.unpacksTooFar();
      }
      return count;
    }
  }
}
