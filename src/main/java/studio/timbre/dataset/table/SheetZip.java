package studio.timbre.dataset.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
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
  }

  private final ZipFile zip;

  SheetZip(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
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
          FACTORY.createXMLStreamReader(new Guarded(zip.getInputStream(entry), entry)));
    } catch (XMLStreamException e) {
      throw broken(e);
    }
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
