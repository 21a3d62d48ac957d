package studio.timbre.store;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a conversation stands among the others: keys compare byte by byte, and between any two there is always room for one
 * more, so that nothing else has to move. A key is a whole number of eight bytes, then a fraction of as many bytes as it takes,
 * of which the last is never 0.
 */
final class PositionKey {
  private static final int WHOLE = Long.BYTES;

  /** Bytes more than the longer of two keys has: between them there is room for whatever stands close to one. */
  private static final int SPARE = 2;

  /** How close a key stands to the one that came before it: as a power of two, that part of the room. */
  private static final int CLOSE = 8;

  private PositionKey() {}

  static byte[] first() {
    return ByteBuffer.allocate(WHOLE).putLong(1).array();
  }

  /** The next whole number. */
  static byte[] after(byte[] last) {
    long whole = ByteBuffer.wrap(last).getLong();
    return ByteBuffer.allocate(WHOLE).putLong(whole + 1).array();
  }

  /** Stands before all keys, and is never given. */
  static byte[] none() {
    return new byte[WHOLE];
  }

  /** A key below {@code first}, and above those that are never given: all zero. */
  static byte[] before(byte[] first) {
    return between(none(), first);
  }

  /**
   * So many keys above {@code low} and below {@code high}, in order, with about as much room on either side of each.
   *
   * @throws IllegalArgumentException where the two are not in order
   */
  static List<byte[]> spread(byte[] low, byte[] high, int count) {
    int length = Math.max(low.length, high.length) + SPARE + Integer.BYTES;
    var from = number(low, length);
    var step = room(low, high, from, number(high, length)).divide(BigInteger.valueOf(count + 1L));
    var keys = new ArrayList<byte[]>(count);
    for (int i = 1; i <= count; i++) {
      var most = from.add(step.multiply(BigInteger.valueOf(i)));
      keys.add(shortest(most.subtract(step.shiftRight(1)), most, length));
    }
    return keys;
  }

  private static BigInteger room(byte[] low, byte[] high, BigInteger from, BigInteger to) {
    var room = to.subtract(from);
    if (room.signum() <= 0) {
      throw new IllegalArgumentException(
          "no room between " + Arrays.toString(low) + " and " + Arrays.toString(high));
    }
    return room;
  }

  /**
   * A key above {@code low} and below {@code high}. The longer of the two came later, and what comes next mostly comes on its other
   * side: the new key stands close to it and leaves most of the room there, so that ten thousand in a row take some bytes alone.
   *
   * @throws IllegalArgumentException where the two are not in order
   */
  static byte[] between(byte[] low, byte[] high) {
    int length = Math.max(low.length, high.length) + SPARE;
    var from = number(low, length);
    var to = number(high, length);
    var room = room(low, high, from, to);
    var step = room.shiftRight(CLOSE);
    if (low.length > high.length) {
      return shortest(from.add(step.shiftRight(1)), from.add(step.shiftLeft(1)), length);
    }
    if (high.length > low.length) {
      return shortest(to.subtract(step.shiftLeft(1)), to.subtract(step.shiftRight(1)), length);
    }
    var middle = from.add(room.shiftRight(1));
    return shortest(middle.subtract(room.shiftRight(3)), middle, length);
  }

  private static BigInteger number(byte[] key, int length) {
    return new BigInteger(1, Arrays.copyOf(key, length));
  }

  /** The shortest key from {@code least} to {@code most}, both of so many bytes. */
  private static byte[] shortest(BigInteger least, BigInteger most, int length) {
    for (int bytes = WHOLE + 1; ; bytes++) {
      int cut = (length - bytes) * Byte.SIZE;
      var key = most.shiftRight(cut);
      if (key.byteValue() == 0) {
        key = key.subtract(BigInteger.ONE);
      }
      if (key.shiftLeft(cut).compareTo(least) >= 0) {
        return ofLength(key, bytes);
      }
    }
  }

  private static byte[] ofLength(BigInteger number, int length) {
    byte[] digits = number.toByteArray();
    var key = new byte[length];
    int taken = Math.min(digits.length, length);
    System.arraycopy(digits, digits.length - taken, key, length - taken, taken);
    return key;
  }
}
