package studio.timbre.app;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import studio.timbre.model.merge.Cell;
import studio.timbre.model.merge.Choice;
import studio.timbre.model.merge.Difference;
import studio.timbre.model.merge.Sequences;
import studio.timbre.model.merge.Value;

/**
 * Who put the conversations of a pack into another order. Only those that all three have can be compared.
 *
 * @param base numbers in the pack, in the order of last time
 * @param ours in the order that we have, by their numbers in the pack
 * @param theirs in the order that the pack has
 */
record PackOrder(long[] base, long[] ours, long[] theirs) {
  static final PackOrder NONE = new PackOrder(new long[0], new long[0], new long[0]);
  private static final int SHOWN = 20;

  static PackOrder of(long[] base, long[] ours, long[] theirs) {
    var common = set(base);
    common.retainAll(set(ours));
    common.retainAll(set(theirs));
    return new PackOrder(only(base, common), only(ours, common), only(theirs, common));
  }

  private static Set<Long> set(long[] ids) {
    return LongStream.of(ids).boxed().collect(Collectors.toSet());
  }

  private static long[] only(long[] ids, Set<Long> kept) {
    return LongStream.of(ids).filter(kept::contains).toArray();
  }

  boolean changedByThem() {
    return !Arrays.equals(base, theirs);
  }

  boolean changedByUs() {
    return !Arrays.equals(base, ours);
  }

  Difference.Kind kind() {
    if (Arrays.equals(ours, theirs)) {
      return Difference.Kind.SAME;
    }
    return !changedByThem()
        ? Difference.Kind.OURS
        : changedByUs() ? Difference.Kind.CLASH : Difference.Kind.THEIRS;
  }

  /** What of it to show: the first words of what each side moved. */
  Difference difference(LongFunction<String> title) {
    var kind = kind();
    return new Difference(
        new Cell(Cell.Part.ORDER, -1, ""),
        Value.NOTHING,
        value(ours, title),
        value(theirs, title),
        kind,
        kind == Difference.Kind.CLASH ? Set.of(Choice.Kind.OURS, Choice.Kind.THEIRS) : Set.of(),
        Optional.empty());
  }

  private Value value(long[] order, LongFunction<String> title) {
    return Value.of(
        moved(order, base).stream()
            .limit(SHOWN)
            .map(title::apply)
            .collect(Collectors.joining("\n")));
  }

  /** What has to go elsewhere with us so that the order is theirs. */
  Set<Long> movedToTheirs() {
    return moved(theirs, ours);
  }

  /** The fewest that lead from one order to another, in the order that they have after it. */
  private static Set<Long> moved(long[] to, long[] from) {
    var ranks = new HashMap<Long, Integer>();
    for (int i = 0; i < from.length; i++) {
      ranks.put(from[i], i);
    }
    var moved = new LinkedHashSet<Long>();
    Sequences.moved(LongStream.of(to).map(ranks::get).toArray()).stream()
        .forEach(place -> moved.add(to[place]));
    return moved;
  }
}
