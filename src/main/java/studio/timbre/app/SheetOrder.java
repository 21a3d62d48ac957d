package studio.timbre.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The order in which conversations of a returned table follow each other: what was there before stays in our order, since a table is
 * sorted in many ways without meaning anything by it; what was added follows what it stands below.
 */
final class SheetOrder {
  private final Set<Long> placed = new HashSet<>();
  private final List<Long> order = new ArrayList<>();
  private final Map<Long, List<Long>> below = new HashMap<>();

  private SheetOrder() {}

  /**
   * Takes as long as there are conversations.
   *
   * @param ours numbers in the table of what is in the project, in its order
   * @param added new ones, in the order of the table
   * @param behind below what each of them stands; empty where it is the first
   * @param others those of the table that are in the project no more
   */
  static long[] of(
      List<Long> ours, List<Long> added, Map<Long, OptionalLong> behind, Collection<Long> others) {
    var order = new SheetOrder();
    var known = new HashSet<>(ours);
    known.addAll(added);
    var loose = new ArrayList<Long>();
    var fresh = new HashSet<>(added);
    fresh.removeAll(new HashSet<>(ours));
    for (long id : added) {
      if (fresh.remove(id)) {
        var above = behind.getOrDefault(id, OptionalLong.empty());
        if (above.isPresent() && known.contains(above.getAsLong())) {
          order.below.computeIfAbsent(above.getAsLong(), any -> new ArrayList<>()).add(id);
        } else {
          loose.add(id);
        }
      }
    }
    ours.forEach(order::place);
    loose.forEach(order::place);
    added.forEach(order::place);
    others.stream().sorted().forEach(order::place);
    return order.order.stream().mapToLong(id -> id).toArray();
  }

  /** One, and what follows it: of two below the same one the later stands closer, as it was read behind the other. */
  private void place(long first) {
    var next = new ArrayDeque<Long>();
    next.push(first);
    while (!next.isEmpty()) {
      long id = next.pop();
      if (placed.add(id)) {
        order.add(id);
        below.getOrDefault(id, List.of()).forEach(next::push);
      }
    }
  }
}
