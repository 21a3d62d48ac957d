package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PositionKeyTest {
  private static final int MANY = 10_000;

  /** Keys are part of seven indexes: from here on they would weigh. */
  private static final int SHORT = 64;

  private final byte[] low = PositionKey.first();
  private final byte[] high = PositionKey.after(low);

  private static void assertBetween(byte[] low, byte[] key, byte[] high) {
    assertThat(Arrays.compareUnsigned(low, key)).isNegative();
    assertThat(Arrays.compareUnsigned(key, high)).isNegative();
    assertThat(key[key.length - 1]).isNotZero();
    assertThat(key.length).isGreaterThan(Long.BYTES);
  }

  @Test
  void eachBehindTheOneBeforeKeysStayShort() {
    var last = low;
    for (int i = 0; i < MANY; i++) {
      var key = PositionKey.between(last, high);
      assertBetween(last, key, high);
      last = key;
    }
    assertThat(last.length).isLessThanOrEqualTo(SHORT);
  }

  @Test
  void eachBehindTheSameKeysStayShort() {
    var last = high;
    for (int i = 0; i < MANY; i++) {
      var key = PositionKey.between(low, last);
      assertBetween(low, key, last);
      last = key;
    }
    assertThat(last.length).isLessThanOrEqualTo(SHORT);
  }

  @Test
  void eachAtTheStartKeysStayShort() {
    var first = low;
    for (int i = 0; i < MANY; i++) {
      var key = PositionKey.before(first);
      assertBetween(new byte[Long.BYTES], key, first);
      first = key;
    }
    assertThat(first.length).isLessThanOrEqualTo(SHORT);
  }

  @Test
  void stretchesAtChangingPlacesOfOneGapKeepKeysShort() {
    var random = new Random(7);
    List<byte[]> keys = new ArrayList<>(List.of(low, high));
    while (keys.size() < MANY) {
      int at = 1 + random.nextInt(keys.size() - 1);
      boolean up = random.nextBoolean();
      for (int i = 0; i < 100; i++) {
        var key = PositionKey.between(keys.get(at - 1), keys.get(at));
        assertBetween(keys.get(at - 1), key, keys.get(at));
        keys.add(at, key);
        at += up ? 1 : 0;
      }
    }
    assertThat(keys).allSatisfy(key -> assertThat(key.length).isLessThanOrEqualTo(SHORT));
  }

  /** The worst: always on the other side of what came last. */
  @Test
  void toAndFroTheyGrowButStillFit() {
    var left = low;
    var right = high;
    for (int i = 0; i < 1000; i++) {
      var key = PositionKey.between(left, right);
      assertBetween(left, key, right);
      if (i % 2 == 0) {
        left = key;
      } else {
        right = key;
      }
    }
    assertThat(Math.max(left.length, right.length)).isLessThanOrEqualTo(1024);
  }

  @Test
  void manyAreSpreadEvenlyAndInOrder() {
    var close = PositionKey.between(low, high);
    for (var upper : List.of(high, close, PositionKey.between(low, close))) {
      for (int count : List.of(0, 1, 2, 100, 3_000)) {
        var keys = PositionKey.spread(low, upper, count);
        assertThat(keys).hasSize(count);
        var last = low;
        for (var key : keys) {
          assertBetween(last, key, upper);
          assertThat(key.length).isLessThanOrEqualTo(upper.length + 4);
          assertBetween(last, PositionKey.between(last, key), key);
          last = key;
        }
      }
    }
  }

  @Property(tries = 300)
  void betweenAnyTwoThereIsRoom(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 0, max = 1000) Integer> places) {
    List<byte[]> keys = new ArrayList<>(List.of(low, high));
    for (int place : places) {
      int at = 1 + place % (keys.size() - 1);
      var key = PositionKey.between(keys.get(at - 1), keys.get(at));
      assertBetween(keys.get(at - 1), key, keys.get(at));
      keys.add(at, key);
    }
  }
}
