package studio.timbre.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Where a conversation stands among the others: keys compare byte by byte, and between any two there is always room for one
 * more, so that nothing else has to move. A key is a whole number of eight bytes, then a fraction of as many bytes as it takes,
 * of which the last is never 0.
 */
final class PositionKey {
  private static final int WHOLE = Long.BYTES;

  private PositionKey() {}

  static byte[] first() {
    return ByteBuffer.allocate(WHOLE).putLong(1).array();
  }

  /** The next whole number. */
  static byte[] after(byte[] last) {
    long whole = ByteBuffer.wrap(last).getLong();
    return ByteBuffer.allocate(WHOLE).putLong(whole + 1).array();
  }

  /** A key below {@code first}, and above those that are never given: all zero. */
  static byte[] before(byte[] first) {
    return between(new byte[WHOLE], first);
  }

  /** A key above {@code low} and below {@code high}. */
  static byte[] between(byte[] low, byte[] high) {
    var key = new ByteArrayOutputStream();
    boolean belowHigh = false;
    for (int i = 0; ; i++) {
      int from = i < low.length ? low[i] & 0xff : 0;
      int to = belowHigh ? 256 : i < high.length ? high[i] & 0xff : 0;
      if (to - from > 1 && i >= WHOLE) {
        key.write((from + to) / 2);
        return key.toByteArray();
      }
      key.write(from);
      belowHigh |= from < to;
      if (!belowHigh && i >= Math.max(low.length, high.length)) {
        throw new IllegalArgumentException(
            "no room between " + Arrays.toString(low) + " and " + Arrays.toString(high));
      }
    }
  }
}
