package studio.timbre.dataset.table;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.timbre.json.LeftOut;

/**
 * Rows that wait for others of their conversation, put aside in a file, so that a large table that was sorted needs no large memory. Each
 * record begins with where the one before of the same conversation begins.
 */
final class RowsAside implements Closeable {
  private static final long NONE = -1;

  private final FileChannel file;
  private final DataOutputStream out;
  private final Map<Long, Long> last = new HashMap<>();
  private long end;

  RowsAside() throws IOException {
    var path = Files.createTempFile("timbre", ".rows");
    file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16));
  }

  void put(long key, TableRow row) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var record = new DataOutputStream(bytes);
    record.writeLong(last.getOrDefault(key, NONE));
    record.writeLong(row.number());
    write(row.sheet(), record);
    record.writeInt(row.cells().size());
    for (String cell : row.cells()) {
      write(cell, record);
    }
    var unknown = row.notes().stream().filter(note -> note.key().equals(CellPlace.FORMULA_EMPTY));
    var kept = unknown.toList();
    record.writeInt(kept.size());
    for (var note : kept) {
      write(String.valueOf(note.arguments().getFirst()), record);
    }
    out.writeInt(bytes.size());
    bytes.writeTo(out);
    last.put(key, end);
    end += Integer.BYTES + bytes.size();
  }

  /** As UTF-16, so that nothing of a text can change on the way. */
  private static void write(String text, DataOutputStream record) throws IOException {
    record.writeInt(text.length());
    record.writeChars(text);
  }

  /**
   * The rows of a conversation, in the order in which they were put there; of what was told of them they only know which cells hold
   * formulas without a value. They are let go.
   *
   * @param most how many are wanted; the last ones, where there are more
   */
  List<TableRow> take(long key, int most) throws IOException {
    out.flush();
    var rows = new ArrayList<TableRow>();
    Long at = last.remove(key);
    for (long place = at == null ? NONE : at; place != NONE && rows.size() < most; ) {
      int length = bytes(place, Integer.BYTES).getInt();
      var record = bytes(place + Integer.BYTES, length);
      place = record.getLong();
      long number = record.getLong();
      String sheet = text(record);
      var cells = new ArrayList<String>();
      for (int count = record.getInt(); count > 0; count--) {
        cells.add(text(record));
      }
      var notes = new ArrayList<LeftOut>();
      for (int count = record.getInt(); count > 0; count--) {
        notes.add(new LeftOut(CellPlace.FORMULA_EMPTY, "", List.of(text(record)), false));
      }
      rows.add(new TableRow(number, sheet, cells, notes));
    }
    return rows.reversed();
  }

  private static String text(ByteBuffer record) {
    int length = record.getInt();
    String text = record.asCharBuffer().limit(length).toString();
    record.position(record.position() + length * Character.BYTES);
    return text;
  }

  private ByteBuffer bytes(long from, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {}
    return bytes.flip();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
