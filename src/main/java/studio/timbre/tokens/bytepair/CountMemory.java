package studio.timbre.tokens.bytepair;

/**
 * How many tokens the pieces make that came up lately: most of any text is a few thousand words. A newer piece takes the place of an
 * older one, so it never grows. A piece is kept whole, packed into two numbers, so that what is found is what was asked for; one place
 * is half a line of the processor's cache. For one thread.
 */
final class CountMemory {
  private static final int PLACES = 1 << 17;

  /** Two numbers for the characters; one for their number, their width and the count, of which none is 0; one is unused. */
  private static final int WIDTH = 4;

  private static final int NARROW = 16;
  private static final int WIDE = 8;
  private static final long IS_WIDE = 1L << 63;

  private final long[] places = new long[PLACES * WIDTH];

  private long first;
  private long second;
  private long shape;

  /** Packs a piece; false if it is too long to be remembered. */
  boolean look(char[] text, int from, int end) {
    int length = end - from;
    if (length > NARROW) {
      return false;
    }
    first = 0;
    second = 0;
    shape = (long) length << 32;
    int all = 0;
    int half = Math.min(from + WIDE, end);
    for (int at = from; at < half; at++) {
      all |= text[at];
      first = first << 8 | text[at] & 0xFF;
    }
    for (int at = half; at < end; at++) {
      all |= text[at];
      second = second << 8 | text[at] & 0xFF;
    }
    return all < 0x100 || lookWide(text, from, end);
  }

  private boolean lookWide(char[] text, int from, int end) {
    if (end - from > WIDE) {
      return false;
    }
    first = 0;
    second = 0;
    shape |= IS_WIDE;
    int half = Math.min(from + WIDE / 2, end);
    for (int at = from; at < half; at++) {
      first = first << 16 | text[at];
    }
    for (int at = half; at < end; at++) {
      second = second << 16 | text[at];
    }
    return true;
  }

  /** The count of the piece that was packed last; 0 if it is not remembered. */
  int count() {
    int place = place();
    long found = places[place + 2];
    return places[place] == first && places[place + 1] == second && (found ^ shape) >>> 32 == 0
        ? (int) found
        : 0;
  }

  /** Keeps the count of the piece that was packed last. */
  void keep(int count) {
    int place = place();
    places[place] = first;
    places[place + 1] = second;
    places[place + 2] = shape | count;
  }

  private int place() {
    long hash = (first ^ shape) * 0x9E3779B97F4A7C15L + second * 0xC2B2AE3D27D4EB4FL;
    return (int) ((hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L >>> 47) * WIDTH;
  }
}
