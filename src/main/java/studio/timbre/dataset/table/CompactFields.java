package studio.timbre.dataset.table;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Walks through a structure in Thrift's compact protocol, telling the numbers in it; see the protocol's specification in
 * apache/thrift, {@code doc/specs/thrift-compact-protocol.md}. Running out of bytes throws {@link BufferUnderflowException}.
 */
final class CompactFields {
  private static final int DEEPEST = 16;

  /** Is told of each whole number. */
  @FunctionalInterface
  interface Numbers {
    /**
     * Takes one.
     *
     * @param structure the id of the field whose structure it stands in, 0 for the outermost one
     * @param field the id of the number's own field
     */
    void take(int structure, int field, long value);
  }

  private final ByteBuffer bytes;
  private final Numbers numbers;

  CompactFields(ByteBuffer bytes, Numbers numbers) {
    this.bytes = bytes;
    this.numbers = numbers;
  }

  /** Goes to the end of the structure that begins here. */
  void structure() {
    structure(0, 0);
  }

  private void structure(int id, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("nested too deeply");
    }
    int field = 0;
    for (int head = bytes.get() & 0xff; head != 0; head = bytes.get() & 0xff) {
      int delta = head >>> 4;
      field = delta == 0 ? (int) zigzag() : field + delta;
      value(id, field, head & 0xf, depth);
    }
  }

  private void value(int structure, int field, int type, int depth) {
    switch (type) {
      case 1, 2 -> {}
      case 3 -> bytes.get();
      case 4, 5, 6 -> numbers.take(structure, field, zigzag());
      case 7 -> skip(8);
      case 8 -> skip(varint());
      case 9, 10 -> list(field, depth);
      case 12 -> structure(field, depth + 1);
      default -> throw new IllegalArgumentException("no type of a page's header: " + type);
    }
  }

  private void list(int field, int depth) {
    int head = bytes.get() & 0xff;
    long size = head >>> 4 == 15 ? varint() : head >>> 4;
    if (size > bytes.limit()) {
      throw new IllegalArgumentException("longer than the header");
    }
    for (long i = 0; i < size; i++) {
      int type = head & 0xf;
      if (type == 1 || type == 2) {
        bytes.get();
      } else {
        value(field, -1, type, depth + 1);
      }
    }
  }

  private void skip(long count) {
    if (count < 0 || count > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    bytes.position(bytes.position() + (int) count);
  }

  private long zigzag() {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = bytes.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number without an end");
  }
}
