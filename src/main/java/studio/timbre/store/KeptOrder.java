package studio.timbre.store;

import java.util.Arrays;
import java.util.Optional;

/**
 * The order of the project, in memory: four bytes a conversation. So that what was found need not look for its place in the file. It is
 * right for as long as no conversation comes, goes or moves.
 */
final class KeptOrder {
  /** Numbers may have gaps where conversations were deleted; with more gaps than this it is not worth its memory. */
  private static final int MOST_GAPS = 4;

  private static final long FEW = 100_000;

  private volatile Optional<Kept> kept = Optional.empty();

  private record Kept(long arrangement, Places places) {}

  /** @param arrangement of the project, as it was before the numbers were read */
  void keep(long arrangement, long... ids) {
    kept = Places.of(ids).map(places -> new Kept(arrangement, places));
  }

  /** The places as they are in this arrangement; empty where they are not known. */
  Optional<Places> at(long arrangement) {
    return kept.filter(one -> one.arrangement() == arrangement).map(Kept::places);
  }

  /** The place of each number. */
  static final class Places {
    private final int[] places;

    private Places(int[] places) {
      this.places = places;
    }

    private static Optional<Places> of(long... ids) {
      long last = Arrays.stream(ids).max().orElse(0);
      if (last > FEW + MOST_GAPS * (long) ids.length || last >= Integer.MAX_VALUE) {
        return Optional.empty();
      }
      var places = new int[(int) last + 1];
      for (int i = 0; i < ids.length; i++) {
        places[(int) ids[i]] = i + 1;
      }
      return Optional.of(new Places(places));
    }

    /** These in the order of the project; one that has only just come stands last. */
    long[] ordered(boolean descending, long... ids) {
      var keys = new long[ids.length];
      for (int i = 0; i < ids.length; i++) {
        keys[i] = place(ids[i]) << Integer.SIZE | ids[i];
      }
      Arrays.sort(keys);
      var ordered = new long[ids.length];
      for (int i = 0; i < ids.length; i++) {
        long key = keys[descending ? ids.length - 1 - i : i];
        ordered[i] = key & 0xffff_ffffL;
      }
      return ordered;
    }

    /** From 1; one that has only just come stands behind all. */
    long place(long id) {
      return id < places.length && places[(int) id] > 0 ? places[(int) id] : Integer.MAX_VALUE;
    }
  }
}
