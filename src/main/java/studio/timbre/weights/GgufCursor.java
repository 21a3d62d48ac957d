package studio.timbre.weights;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import studio.timbre.model.UserFacingException;

/** Walks through the beginning of a GGUF file; whatever the file says, it never leaves the file or takes memory without bound. */
final class GgufCursor {

  private static final ValueLayout.OfShort U16 =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt U32 =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong U64 =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path file;
  private final MemorySegment bytes;
  private long place;

  GgufCursor(Path file, MemorySegment bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** Another cursor at the same place. */
  GgufCursor fork() {
    var other = new GgufCursor(file, bytes);
    other.place = place;
    return other;
  }

  long place() {
    return place;
  }

  long remaining() {
    return bytes.byteSize() - place;
  }

  int u8() throws UserFacingException {
    return Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, take(1)));
  }

  int u16() throws UserFacingException {
    return Short.toUnsignedInt(bytes.get(U16, take(2)));
  }

  int i32() throws UserFacingException {
    return bytes.get(U32, take(4));
  }

  long i64() throws UserFacingException {
    return bytes.get(U64, take(8));
  }

  /** A count of things of which each takes at least {@code leastBytes}: more of them than fit are refused at once. */
  long count(String what, int leastBytes) throws UserFacingException {
    long at = place;
    long count = i64();
    if (count < 0 || count > remaining() / leastBytes) {
      throw ModelProblems.damaged(
          file,
          at,
          "a count of " + Long.toUnsignedString(count) + " " + what + " does not fit the file");
    }
    return count;
  }

  String string(String what, int mostBytes) throws UserFacingException {
    long at = place;
    long length = count("bytes of " + what, 1);
    if (length > mostBytes) {
      throw ModelProblems.damaged(file, at, what + " of " + length + " bytes is too long");
    }
    return new String(
        bytes.asSlice(take(length), length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
  }

  /** The next bytes as they stand, left in the file. */
  MemorySegment slice(long length) throws UserFacingException {
    return bytes.asSlice(take(length), length);
  }

  UserFacingException damaged(long at, String detail) {
    return ModelProblems.damaged(file, at, detail);
  }

  /** Goes past {@code length} bytes and answers where they begin. */
  long take(long length) throws UserFacingException {
    if (length < 0 || length > remaining()) {
      throw ModelProblems.damaged(
          file, place, "the file ends where " + length + " more bytes should stand");
    }
    long at = place;
    place += length;
    return at;
  }
}
