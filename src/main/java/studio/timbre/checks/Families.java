package studio.timbre.checks;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Conversations that are the same or nearly the same, those too that are so by way of others: what must stand on one side when data is
 * parted into what is learned and what is measured with. Each family is named by its lowest number, which stays as families grow.
 */
public final class Families {
  /** By each member of a family of several. */
  private final Map<Long, long[]> members;

  private Families(Map<Long, long[]> members) {
    this.members = members;
  }

  static Families of(Columns columns, Copies copies, Alike alike) {
    var union = new Union(columns.count);
    int head = -1;
    for (var walk = copies.first(); walk.hasNext(); ) {
      int slot = walk.next();
      if (head < 0 || !copies.areSame(head, slot)) {
        head = slot;
      } else {
        union.unite(head, slot);
      }
    }
    alike.eachPair(union::unite);
    return new Families(union.families(columns));
  }

  /** Sets that grow together. */
  private static final class Union {
    private final int[] parents;

    Union(int count) {
      parents = new int[count];
      Arrays.setAll(parents, slot -> slot);
    }

    int top(int slot) {
      int top = slot;
      while (parents[top] != top) {
        parents[top] = parents[parents[top]];
        top = parents[top];
      }
      return top;
    }

    void unite(int one, int other) {
      parents[top(one)] = top(other);
    }

    Map<Long, long[]> families(Columns columns) {
      var sizes = new int[parents.length];
      for (int slot = 0; slot < parents.length; slot++) {
        sizes[top(slot)]++;
      }
      var filled = new int[parents.length];
      var byTop = new HashMap<Integer, long[]>();
      var members = new HashMap<Long, long[]>();
      for (int slot = 0; slot < parents.length; slot++) {
        int top = top(slot);
        if (sizes[top] > 1) {
          var family = byTop.computeIfAbsent(top, _ -> new long[sizes[top]]);
          family[filled[top]++] = columns.ids[slot];
          members.put(columns.ids[slot], family);
        }
      }
      byTop.values().forEach(Arrays::sort);
      return members;
    }
  }

  /** The lowest number of those that say nearly the same; the number itself where nobody else does. */
  public long leader(long id) {
    var family = members.get(id);
    return family == null ? id : family[0];
  }

  /** Whether there is another that says nearly the same. */
  public boolean hasOthers(long id) {
    return members.containsKey(id);
  }

  /** These, and all that belong with them. */
  public Set<Long> with(long... ids) {
    var all = new HashSet<Long>();
    for (long id : ids) {
      all.add(id);
      var family = members.get(id);
      for (int i = 0; family != null && i < family.length; i++) {
        all.add(family[i]);
      }
    }
    return all;
  }
}
