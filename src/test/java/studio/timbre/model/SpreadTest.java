package studio.timbre.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void theMedianIsTheLowestNumberThatHalfDoNotExceed() {
    var spread = new Spread(new TreeMap<>(Map.of(1, 2L, 5, 1L, 9, 1L)));
    assertThat(spread.quantile(0.5)).isEqualTo(1);
    assertThat(spread.quantile(0.51)).isEqualTo(5);
    assertThat(spread.quantile(1)).isEqualTo(9);
  }

  @Test
  void barsBeginAtRoundNumbersAndWhatLiesFarOutSharesTheLast() {
    var counts =
        IntStream.range(0, 1_000)
            .boxed()
            .collect(Collectors.toMap(i -> 40 + i % 100, i -> 1L, Long::sum));
    counts.put(90_000, 3L);
    var bars = new Spread(new TreeMap<>(counts)).bars(16);
    assertThat(bars).hasSize(11);
    assertThat(bars.getFirst()).isEqualTo(new Spread.Bar(Range.between(40, 49), 100));
    assertThat(bars.get(9)).isEqualTo(new Spread.Bar(Range.between(130, 139), 100));
    assertThat(bars.getLast()).isEqualTo(new Spread.Bar(Range.from(140), 3));
  }

  @Test
  void fewNumbersHaveABarEach() {
    var spread = new Spread(new TreeMap<>(Map.of(1, 70L, 2, 20L, 4, 10L)));
    assertThat(spread.bars(16))
        .containsExactly(
            new Spread.Bar(Range.between(1, 1), 70),
            new Spread.Bar(Range.between(2, 2), 20),
            new Spread.Bar(Range.between(3, 3), 0),
            new Spread.Bar(Range.between(4, 4), 10));
  }

  @RepeatedTest(200)
  void everyNumberIsInExactlyOneBarAndBarsLieBesideEachOther(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    int limit = random.nextInt(2, 30);
    int high = random.nextInt(1, 2_000_000);
    var drawn = new TreeMap<Integer, Long>();
    random.ints(random.nextInt(1, 40), 0, high).forEach(n -> drawn.merge(n, 1L, Long::sum));
    var spread = new Spread(drawn);
    var bars = spread.bars(limit);
    assertThat(bars).hasSizeBetween(1, limit);
    assertThat(bars.stream().mapToLong(Spread.Bar::count).sum()).isEqualTo(spread.total());
    for (int i = 0; i < bars.size(); i++) {
      var range = bars.get(i).range();
      int from = range.from().orElseThrow();
      int to = range.to().orElse(Integer.MAX_VALUE);
      long expected =
          spread.counts().entrySet().stream()
              .filter(each -> each.getKey() >= from && each.getKey() <= to)
              .mapToLong(Map.Entry::getValue)
              .sum();
      assertThat(bars.get(i).count()).isEqualTo(expected);
      if (i > 0) {
        assertThat(from).isEqualTo(bars.get(i - 1).range().to().orElseThrow() + 1);
      }
    }
  }
}
