package studio.timbre.tokens.bytepair;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;

/**
 * The tokens of an encoding: which bytes each stands for. A token's number is its rank too: of two neighbours, those are joined first
 * whose token has the lowest.
 */
final class Vocabulary {
  static final int NONE = Integer.MAX_VALUE;

  /** So many bytes are read at once, so a text must not end sooner behind the bytes in question. */
  static final int BEYOND = 8;

  private static final int SHORT = 7;
  private static final long UPPER = 0xFFFF_FFFF_0000_0000L;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The bytes of all tokens, one behind the other, and where each begins; one more for the end. */
  private final byte[] bytes;

  private final int[] starts;

  /** Of each two bytes, by their value. */
  private final int[] pairs = new int[1 << 16];

  /** Open addresses for tokens of up to seven bytes: these as one number, and behind it the token. */
  private final long[] shorts;

  /** Open addresses for the others: half of a hash, which tells most strangers without a look at their bytes, and the token. */
  private final long[] longs;

  private final int longest;

  private Vocabulary(byte[] bytes, int[] starts) {
    this.bytes = bytes;
    this.starts = starts;
    int[] lengths = new int[2];
    for (int token = 0; token < size(); token++) {
      lengths[length(token) <= SHORT ? 0 : 1]++;
    }
    shorts = new long[Integer.highestOneBit(lengths[0] + 1) * 8];
    longs = new long[Integer.highestOneBit(lengths[1] + 1) * 4];
    Arrays.fill(pairs, NONE);
    int most = 0;
    for (int token = 0; token < size(); token++) {
      int from = starts[token];
      int end = starts[token + 1];
      if (end - from <= SHORT) {
        long key = key(bytes, from, end - from);
        int slot = slot(key);
        while (shorts[slot] != 0) {
          slot = (slot + 2) & (shorts.length - 1);
        }
        shorts[slot] = key;
        shorts[slot + 1] = token;
      } else {
        long hash = hash(bytes, from, end);
        int slot = (int) hash & (longs.length - 1);
        while (longs[slot] != 0) {
          slot = (slot + 1) & (longs.length - 1);
        }
        longs[slot] = hash & UPPER | token + 1;
      }
      if (end - from == 2) {
        pairs[pair(bytes[from], bytes[from + 1])] = token;
      }
      most = Math.max(most, end - from);
    }
    longest = most;
  }

  /**
   * Reads a file of tiktoken: a line a token, its bytes in Base64, a blank, and its number, which is the number of the line.
   *
   * @throws IOException if it is another kind of file
   */
  static Vocabulary read(InputStream file) throws IOException {
    byte[] text = file.readAllBytes();
    byte[] bytes = new byte[text.length];
    int[] starts = new int[1 << 12];
    int length = 0;
    int size = 0;
    for (int at = 0; at < text.length; ) {
      int blank = indexOf(text, ' ', at);
      int end = indexOf(text, '\n', blank);
      if (end == blank || number(text, blank + 1, end) != size) {
        throw new IOException("line " + (size + 1) + " has no token of that number");
      }
      byte[] token = Base64.getDecoder().decode(Arrays.copyOfRange(text, at, blank));
      System.arraycopy(token, 0, bytes, length, token.length);
      length += token.length;
      size++;
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, size * 2);
      }
      starts[size] = length;
      at = end + 1;
    }
    return new Vocabulary(Arrays.copyOf(bytes, length + BEYOND), Arrays.copyOf(starts, size + 1));
  }

  private static int indexOf(byte[] text, char searched, int from) {
    int at = from;
    while (at < text.length && text[at] != searched) {
      at++;
    }
    return at;
  }

  private static int number(byte[] text, int from, int end) {
    int number = 0;
    for (int at = from; at < end; at++) {
      number = number * 10 + text[at] - '0';
    }
    return number;
  }

  /** How many tokens there are; they are numbered from 0. */
  int size() {
    return starts.length - 1;
  }

  int length(int token) {
    return starts[token + 1] - starts[token];
  }

  /** Writes the bytes of a token into others. */
  void copy(int token, byte[] into, int at) {
    System.arraycopy(bytes, starts[token], into, at, length(token));
  }

  /**
   * The token of these bytes, or {@link #NONE}.
   *
   * @param text with {@link #BEYOND} more bytes behind the last, of whatever value
   */
  int token(byte[] text, int from, int end) {
    int length = end - from;
    if (length == 2) {
      return pairs[pair(text[from], text[from + 1])];
    }
    return length <= SHORT ? ofShort(key(text, from, length)) : ofLong(text, from, end);
  }

  private int ofShort(long key) {
    for (int slot = slot(key); shorts[slot] != 0; slot = (slot + 2) & (shorts.length - 1)) {
      if (shorts[slot] == key) {
        return (int) shorts[slot + 1];
      }
    }
    return NONE;
  }

  private int ofLong(byte[] text, int from, int end) {
    if (end - from > longest) {
      return NONE;
    }
    long hash = hash(text, from, end);
    for (int slot = (int) hash & (longs.length - 1);
        longs[slot] != 0;
        slot = (slot + 1) & (longs.length - 1)) {
      int token = (int) longs[slot] - 1;
      if ((longs[slot] ^ hash) >>> 32 == 0
          && Arrays.equals(text, from, end, bytes, starts[token], starts[token + 1])) {
        return token;
      }
    }
    return NONE;
  }

  /** At most seven bytes as a number, with their count in its upper byte; never 0. */
  private static long key(byte[] text, int from, int length) {
    return (long) EIGHT.get(text, from) & (1L << length * 8) - 1 | (long) length << 56;
  }

  private int slot(long key) {
    long hash = key * 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 32) * 2 & (shorts.length - 1);
  }

  /** Of at least eight bytes; the last eight may overlap the others. */
  private static long hash(byte[] text, int from, int end) {
    long hash = end - from;
    for (int at = from; at < end - 8; at += 8) {
      hash = (hash ^ (long) EIGHT.get(text, at)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    hash = (hash ^ (long) EIGHT.get(text, end - 8)) * 0xC2B2AE3D27D4EB4FL;
    return hash ^ hash >>> 29;
  }

  private static int pair(byte first, byte second) {
    return (first & 0xFF) << 8 | second & 0xFF;
  }
}
