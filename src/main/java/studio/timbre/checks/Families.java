package studio.timbre.checks;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Conversations that are the same or nearly the same, those too that are so by way of others: what must stand on one side when data is
 * parted into what is learned and what is measured with. Each family is named by its lowest number, which stays as families grow.
 */
public final class Families {
  /** Of families of several: every number, ascending, and beside it that of its family. */
  private final long[] members;

  private final long[] leaders;

  private Families(long[] members, long[] leaders) {
    this.members = members;
    this.leaders = leaders;
  }

  static Families of(Columns columns, Copies copies, Alike alike) {
    var parents = new int[columns.count];
    Arrays.setAll(parents, slot -> slot);
    int head = -1;
    for (var walk = copies.first(); walk.hasNext(); ) {
      int slot = walk.next();
      if (head < 0 || !copies.areSame(head, slot)) {
        head = slot;
      } else {
        unite(parents, head, slot);
      }
    }
    alike.eachPair((one, other) -> unite(parents, one, other));
    return of(columns, parents);
  }

  private static int top(int[] parents, int slot) {
    int top = slot;
    while (parents[top] != top) {
      parents[top] = parents[parents[top]];
      top = parents[top];
    }
    return top;
  }

  private static void unite(int[] parents, int one, int other) {
    parents[top(parents, one)] = top(parents, other);
  }

  private static Families of(Columns columns, int... parents) {
    var sizes = new int[parents.length];
    var lowest = new long[parents.length];
    Arrays.fill(lowest, Long.MAX_VALUE);
    for (int slot = 0; slot < parents.length; slot++) {
      int top = top(parents, slot);
      sizes[top]++;
      lowest[top] = Math.min(lowest[top], columns.ids[slot]);
    }
    long[] members =
        IntStream.range(0, parents.length)
            .filter(slot -> sizes[top(parents, slot)] > 1)
            .mapToLong(slot -> columns.ids[slot])
            .sorted()
            .toArray();
    long[] leaders =
        LongStream.of(members).map(id -> lowest[top(parents, columns.slot(id))]).toArray();
    return new Families(members, leaders);
  }

  /** The lowest number of those that say nearly the same; the number itself where nobody else does. */
  public long leader(long id) {
    int place = Arrays.binarySearch(members, id);
    return place < 0 ? id : leaders[place];
  }

  /** Whether there is another that says nearly the same. */
  public boolean hasOthers(long id) {
    return Arrays.binarySearch(members, id) >= 0;
  }

  /** These, and all that belong with them: ascending, each once. */
  public long[] with(long... ids) {
    long[] wanted =
        LongStream.of(ids).filter(this::hasOthers).map(this::leader).sorted().distinct().toArray();
    var others =
        IntStream.range(0, members.length)
            .filter(place -> Arrays.binarySearch(wanted, leaders[place]) >= 0)
            .mapToLong(place -> members[place]);
    return LongStream.concat(LongStream.of(ids), others).sorted().distinct().toArray();
  }
}
