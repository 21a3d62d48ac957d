package studio.timbre.dataset.table;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnMetaData;
import dev.hardwood.metadata.FileMetaData;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Looks over the pages of a Parquet file before any is unpacked: that each lies within its column, and none claims to hold more than a page
 * can. Hardwood believes what pages say of themselves, and would wait or fill the memory over a damaged one.
 */
final class ParquetPages {
  /** A header holds the least and the greatest value of its page; those of long texts are long. */
  private static final int[] HEADER_SIZES = {512, 1 << 16, 8 << 20};

  /** Pages are of about 1 MB; some programs write the whole column of a group of rows as one. */
  private static final long MOST_BYTES = 512L << 20;

  private static final long ALWAYS_UNPACKED = 16L << 20;
  private static final long MOST_TIMES = 2000;
  private static final long MOST_VALUES = 32_000_000;

  private final InputFile file;
  private long packed;
  private long unpacked;
  private long values;
  private long dataValues;

  private ParquetPages(InputFile file) {
    this.file = file;
  }

  /**
   * Looks at every page.
   *
   * @throws BrokenTable when something is wrong with a page
   */
  static void check(InputFile file, FileMetaData data) throws IOException {
    var pages = new ParquetPages(file);
    try {
      for (var group : data.rowGroups()) {
        for (var column : group.columns()) {
          pages.check(column.metaData());
        }
      }
    } catch (RuntimeException e) {
      throw BrokenTable.damaged(e);
    }
  }

  private void check(ColumnMetaData column) throws IOException {
    Long dictionary = column.dictionaryPageOffset();
    boolean before = dictionary != null && dictionary > 0 && dictionary < column.dataPageOffset();
    long place = before ? dictionary : column.dataPageOffset();
    long length = column.totalCompressedSize();
    if (place < 4 || length < 0 || length > file.length() - place) {
      throw new IllegalArgumentException("a column outside of the file");
    }
    long end = place + length;
    long read = 0;
    while (place < end && read < column.numValues()) {
      place += header(place, end);
      if (packed < 0 || packed > end - place) {
        throw new IllegalArgumentException("a page that is longer than its column");
      }
      boolean tooFar = unpacked > ALWAYS_UNPACKED && unpacked > MOST_TIMES * Math.max(1, packed);
      if (unpacked < 0 || values < 0 || unpacked > MOST_BYTES || values > MOST_VALUES || tooFar) {
        throw BrokenTable.unpacksTooFar();
      }
      read += dataValues;
      place += packed;
    }
    if (read < column.numValues()) {
      throw new IllegalArgumentException("fewer values than the column should have");
    }
  }

  /** Reads the header of a page; answers its length. */
  private int header(long place, long end) throws IOException {
    for (int size : HEADER_SIZES) {
      int held = (int) Math.min(size, end - place);
      var bytes = file.readRange(place, held).slice();
      try {
        return header(bytes);
      } catch (BufferUnderflowException longer) {
        if (held < size) {
          throw longer;
        }
      }
    }
    throw new IllegalArgumentException("a header without an end");
  }

  private int header(ByteBuffer bytes) {
    packed = -1;
    unpacked = -1;
    values = 0;
    dataValues = 0;
    new CompactFields(bytes, this::take).structure();
    return bytes.position();
  }

  /** Fields of PageHeader in parquet.thrift: 2 and 3 its sizes; 5, 7 and 8 the kinds of pages, whose first field is a count. */
  private void take(int structure, int field, long value) {
    if (structure == 0 && field == 2) {
      unpacked = value;
    } else if (structure == 0 && field == 3) {
      packed = value;
    } else if (field == 1 && (structure == 5 || structure == 7 || structure == 8)) {
      values = value;
      dataValues = structure == 7 ? 0 : value;
    }
  }
}
