package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AheadTest {

  @Test
  void everythingComesInItsOrder() {
    var taken = new ArrayList<String>();
    try (var ahead =
        new Ahead<>(IntStream.range(0, 10_000).iterator(), i -> "n" + i, String::length, 100)) {
      ahead.forEachRemaining(taken::add);
    }
    assertThat(taken).hasSize(10_000).startsWith("n0", "n1").endsWith("n9999");
  }

  @Test
  void whatIsThrownComesBehindWhatCameBefore() {
    Iterator<Integer> broken = Stream.of(1, 2, 0).map(i -> 2 / i).iterator();
    try (var ahead = new Ahead<>(broken, i -> i, i -> 1, 10)) {
      assertThat(ahead.next()).isEqualTo(2);
      assertThat(ahead.next()).isEqualTo(1);
      assertThatThrownBy(ahead::hasNext).isInstanceOf(ArithmeticException.class);
    }
  }

  @Test
  void noMoreIsHeldThanThereIsRoomFor() {
    var made = new AtomicInteger();
    var endless = Stream.generate(made::incrementAndGet).iterator();
    try (var ahead = new Ahead<>(endless, i -> i, i -> 10, 100)) {
      for (int i = 1; i <= 1_000; i++) {
        assertThat(ahead.next()).isEqualTo(i);
        // Ten wait, and one is in the hand of the thread, or on its way there.
        assertThat(made.get()).isLessThanOrEqualTo(i + 12);
      }
    }
    int atEnd = made.get();
    assertThat(endless.next()).as("nobody else takes any more").isEqualTo(atEnd + 1);
  }

  @Test
  void whatIsLargerThanTheRoomComesAlone() {
    try (var ahead = new Ahead<>(Stream.of(1, 500, 2).iterator(), i -> i, i -> i, 100)) {
      assertThat(ahead.next()).isEqualTo(1);
      assertThat(ahead.next()).isEqualTo(500);
      assertThat(ahead.next()).isEqualTo(2);
      assertThat(ahead.hasNext()).isFalse();
    }
  }
}
