package studio.timbre.voice;

import java.nio.charset.StandardCharsets;

/**
 * Remembers any number of phrases in 16 MiB: what went in is found again for certain, and of six million phrases about one in 1,400 that
 * never went in is found too. A Bloom filter (Bloom, Space/Time Trade-offs in Hash Coding with Allowable Errors, 1970) with four places a phrase,
 * each made of the two halves of one hash (Kirsch and Mitzenmacher, Less Hashing, Same Performance, 2006).
 */
final class PhraseSieve {
  private static final int BITS = 27;
  private static final int PLACES = 4;

  /** FNV-1a for 64 bits. */
  private static final long FNV_BASIS = 0xcbf29ce484222325L;

  private static final long FNV_PRIME = 0x100000001b3L;

  private final long[] bits = new long[1 << (BITS - 6)];

  void add(String phrase) {
    long hash = hash(phrase);
    for (int place = 0; place < PLACES; place++) {
      int bit = bit(hash, place);
      bits[bit >>> 6] |= 1L << bit;
    }
  }

  /** False where it surely never went in. */
  boolean mayContain(String phrase) {
    long hash = hash(phrase);
    for (int place = 0; place < PLACES; place++) {
      int bit = bit(hash, place);
      if ((bits[bit >>> 6] & 1L << bit) == 0) {
        return false;
      }
    }
    return true;
  }

  private static int bit(long hash, int place) {
    int first = (int) hash;
    int second = (int) (hash >>> 32) | 1;
    return first + place * second >>> 32 - BITS;
  }

  private static long hash(String phrase) {
    long hash = FNV_BASIS;
    for (byte part : phrase.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ part & 0xff) * FNV_PRIME;
    }
    // The upper bits of FNV change little with the last letters: mixed as MurmurHash3 ends.
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }
}
