package studio.timbre.weights;

import java.math.BigInteger;
import studio.timbre.model.UserFacingException;

/** The kinds of metadata values, in the order of their codes. */
enum GgufKind {
  UINT8(1),
  INT8(1),
  UINT16(2),
  INT16(2),
  UINT32(4),
  INT32(4),
  FLOAT32(4),
  BOOL(1),
  STRING(8),
  ARRAY(12),
  UINT64(8),
  INT64(8),
  FLOAT64(8);

  /** Vocabularies have some 300,000 words; lists beyond this are no lists of a model. */
  private static final int MOST_VALUES = 1 << 24;

  private static final int MOST_TEXT = 1 << 24;
  private static final int DEEPEST = 4;

  private final int leastBytes;

  GgufKind(int leastBytes) {
    this.leastBytes = leastBytes;
  }

  static GgufKind next(GgufCursor cursor) throws UserFacingException {
    long at = cursor.place();
    int code = cursor.i32();
    if (code < 0 || code >= values().length) {
      throw cursor.damaged(at, "no metadata has the type " + Integer.toUnsignedString(code));
    }
    return values()[code];
  }

  /** A value: String, Long, BigInteger (above the longs), Double, Boolean or {@link GgufArray}. */
  Object read(GgufCursor cursor, int depth) throws UserFacingException {
    return switch (this) {
      case UINT8 -> (long) cursor.u8();
      case INT8 -> (long) (byte) cursor.u8();
      case UINT16 -> (long) cursor.u16();
      case INT16 -> (long) (short) cursor.u16();
      case UINT32 -> Integer.toUnsignedLong(cursor.i32());
      case INT32 -> (long) cursor.i32();
      case FLOAT32 -> (double) Float.intBitsToFloat(cursor.i32());
      case BOOL -> cursor.u8() != 0;
      case STRING -> cursor.string("text", MOST_TEXT);
      case ARRAY -> array(cursor, depth);
      case UINT64 -> unsigned(cursor.i64());
      case INT64 -> cursor.i64();
      case FLOAT64 -> Double.longBitsToDouble(cursor.i64());
    };
  }

  private static Object unsigned(long bits) {
    return bits >= 0 ? (Object) bits : new BigInteger(Long.toUnsignedString(bits));
  }

  private static GgufArray array(GgufCursor cursor, int depth) throws UserFacingException {
    long start = cursor.place();
    if (depth > DEEPEST) {
      throw cursor.damaged(start, "lists lie too deep in lists");
    }
    GgufKind kind = next(cursor);
    long count = cursor.count("values", kind.leastBytes);
    if (count > MOST_VALUES) {
      throw cursor.damaged(start, "a list of " + count + " values is too long");
    }
    var ahead = cursor.fork();
    for (long i = 0; i < count; i++) {
      kind.skip(ahead, depth + 1);
    }
    return new GgufArray(kind, (int) count, cursor.slice(ahead.place() - cursor.place()));
  }

  private void skip(GgufCursor cursor, int depth) throws UserFacingException {
    switch (this) {
      case STRING -> cursor.take(cursor.count("bytes of text", 1));
      case ARRAY -> array(cursor, depth);
      default -> cursor.take(leastBytes);
    }
  }
}
