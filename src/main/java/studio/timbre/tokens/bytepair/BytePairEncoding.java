package studio.timbre.tokens.bytepair;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;

/**
 * One encoding: its splitting and its tokens. Special marks in a text are ordinary text, and half a surrogate pair is read as U+FFFD,
 * both as tiktoken's encode_ordinary has it. Safe for use by several threads.
 */
public final class BytePairEncoding {
  private final Splitting splitting;
  private final Vocabulary vocabulary;

  /** As many as ever worked at once. */
  private final ConcurrentLinkedDeque<Workplace> idle = new ConcurrentLinkedDeque<>();

  private BytePairEncoding(Splitting splitting, Vocabulary vocabulary) {
    this.splitting = splitting;
    this.vocabulary = vocabulary;
  }

  /**
   * @param ranks in tiktoken's format: a line a token, its bytes in Base64, a blank, its number
   * @throws IOException if it is in another format
   */
  public static BytePairEncoding read(Splitting splitting, InputStream ranks) throws IOException {
    return new BytePairEncoding(splitting, Vocabulary.read(ranks));
  }

  public int count(String text) {
    var place = place();
    char[] chars = place.chars(text);
    int length = text.length();
    int count = 0;
    for (int at = 0; at < length; ) {
      int end = splitting.end(chars, at, length);
      count += place.count(chars, at, end);
      at = end;
    }
    idle.push(place);
    return count;
  }

  public int[] encode(String text) {
    var place = place();
    char[] chars = place.chars(text);
    int length = text.length();
    var all = IntStream.builder();
    for (int at = 0; at < length; ) {
      int end = splitting.end(chars, at, length);
      place.encode(chars, at, end, all);
      at = end;
    }
    idle.push(place);
    return all.build().toArray();
  }

  private Workplace place() {
    var place = idle.poll();
    return place == null ? new Workplace(vocabulary) : place;
  }

  /** The text of these tokens; numbers without one are left out, and bytes that are no character come out as U+FFFD. */
  public String decode(int[] tokens) {
    int[] ordinary =
        Arrays.stream(tokens).filter(token -> token >= 0 && token < vocabulary.size()).toArray();
    var bytes = new byte[Arrays.stream(ordinary).map(vocabulary::length).sum()];
    int at = 0;
    for (int token : ordinary) {
      vocabulary.copy(token, bytes, at);
      at += vocabulary.length(token);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** What one thread needs to work; another may take it over for the next text. */
  private static final class Workplace {
    /** A longer text brings its own room, so that one of many megabytes does not stay behind. */
    private static final int KEPT = 1 << 16;

    /**
     * A piece of more characters is joined part by part, so that it does not take a hundred times its size in memory. At each seam a
     * token may be cut in two.
     */
    private static final int SECTION = 1 << 20;

    private final Joining joining;
    private final char[] kept = new char[KEPT];
    private final CountMemory memory = new CountMemory();
    private final byte[] piece = new byte[256];

    Workplace(Vocabulary vocabulary) {
      joining = new Joining(vocabulary);
    }

    char[] chars(String text) {
      if (text.length() > KEPT) {
        return text.toCharArray();
      }
      text.getChars(0, text.length(), kept, 0);
      return kept;
    }

    int count(char[] text, int from, int end) {
      boolean remembered = memory.look(text, from, end);
      int count = remembered ? memory.count() : 0;
      if (count == 0) {
        for (int at = from, next; at < end; at = next) {
          next = section(text, at, end);
          byte[] bytes = room(next - at);
          count += joining.count(bytes, utf8(text, at, next, bytes));
        }
        if (remembered) {
          memory.keep(count);
        }
      }
      return count;
    }

    void encode(char[] text, int from, int end, IntStream.Builder into) {
      for (int at = from, next; at < end; at = next) {
        next = section(text, at, end);
        byte[] bytes = room(next - at);
        for (int token : joining.tokens(bytes, utf8(text, at, next, bytes))) {
          into.add(token);
        }
      }
    }

    /** The end of what is joined at a time: nearly always the piece. */
    private static int section(char[] text, int from, int end) {
      if (end - from <= SECTION) {
        return end;
      }
      int cut = from + SECTION;
      return Character.isLowSurrogate(text[cut]) ? cut - 1 : cut;
    }

    /** A character of one char takes three bytes at most, one of two chars four. */
    private byte[] room(int chars) {
      int most = chars * 3 + Vocabulary.BEYOND;
      return most <= piece.length ? piece : new byte[most];
    }

    private static int utf8(char[] text, int from, int end, byte[] bytes) {
      int length = 0;
      for (int at = from; at < end; at++) {
        int point = text[at];
        if (Character.isSurrogate(text[at])) {
          boolean pair =
              Character.isHighSurrogate(text[at])
                  && at + 1 < end
                  && Character.isLowSurrogate(text[at + 1]);
          point = pair ? Character.toCodePoint(text[at], text[++at]) : 0xFFFD;
        }
        if (point < 0x80) {
          bytes[length++] = (byte) point;
          continue;
        }
        if (point < 0x800) {
          bytes[length++] = (byte) (0xC0 | point >> 6);
        } else {
          if (point < 0x10000) {
            bytes[length++] = (byte) (0xE0 | point >> 12);
          } else {
            bytes[length++] = (byte) (0xF0 | point >> 18);
            bytes[length++] = (byte) (0x80 | point >> 12 & 0x3F);
          }
          bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
        }
        bytes[length++] = (byte) (0x80 | point & 0x3F);
      }
      return length;
    }
  }
}
