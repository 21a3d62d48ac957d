package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SheetOrderTest {
  /** One by one, each right behind the one that it stands below: plain, and slow where there are many. */
  private static long[] plainly(List<Long> ours, List<Long> added, Map<Long, OptionalLong> behind) {
    var placed = new ArrayList<>(ours);
    var there = new HashSet<>(placed);
    for (long id : added) {
      if (there.add(id)) {
        var before = behind.get(id);
        int at = before.isPresent() ? placed.indexOf(before.getAsLong()) : -1;
        placed.add(at < 0 ? placed.size() : at + 1, id);
      }
    }
    return placed.stream().mapToLong(id -> id).toArray();
  }

  @Property
  void itIsTheOrderThatPlacingOneByOneGives(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 60) Integer> above) {
    var ours = LongStream.range(0, 10).boxed().toList();
    var added = new ArrayList<Long>();
    var behind = new HashMap<Long, OptionalLong>();
    for (int i = 0; i < above.size(); i++) {
      long id = 100 + i;
      int wanted = above.get(i);
      added.add(id);
      behind.put(
          id,
          wanted < 10
              ? OptionalLong.of(wanted)
              : wanted - 10 < i ? OptionalLong.of(90 + wanted) : OptionalLong.empty());
    }
    assertThat(SheetOrder.of(ours, added, behind, List.of()))
        .containsExactly(plainly(ours, added, behind));
  }

  @Test
  void aMillionBelowEachOtherAreNoTrouble() {
    var added = LongStream.range(1, 1_000_000).boxed().toList();
    var behind = new HashMap<Long, OptionalLong>();
    added.forEach(id -> behind.put(id, OptionalLong.of(id - 1)));
    assertThat(SheetOrder.of(List.of(0L), added, behind, List.of())).isSorted().hasSize(1_000_000);
  }
}
