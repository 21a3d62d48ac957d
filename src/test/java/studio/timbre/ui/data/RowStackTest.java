package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against the plain sum of all heights, which the stack never makes. */
class RowStackTest {
  private static final double LEAST = 36;
  private static final Offset<Double> NEARLY = within(1e-6);

  private record Heights(List<Integer> all) implements RowStack.Rows {
    @Override
    public int count() {
      return all.size();
    }

    @Override
    public double height(int row) {
      return all.get(row);
    }

    @Override
    public double least() {
      return LEAST;
    }

    @Override
    public long number(int row) {
      return row + 1L;
    }

    @Override
    public int indexOf(long number) {
      return number <= all.size() ? (int) number - 1 : -1;
    }

    double above(int row) {
      return all.stream().limit(row).mapToDouble(Integer::doubleValue).sum();
    }
  }

  @Provide
  Arbitrary<List<Integer>> heights() {
    return Arbitraries.integers().between(36, 234).list().ofMinSize(1).ofMaxSize(120);
  }

  private static RowStack stack(Heights heights, double window) {
    var stack = new RowStack(heights);
    stack.window(window);
    stack.follow();
    return stack;
  }

  /** Pixels of all rows that are above the window. */
  private static double scrolled(Heights heights, RowStack stack) {
    return heights.above(stack.seen().first()) - stack.seen().top();
  }

  @Property(tries = 300)
  void scrollingGoesAsFarAsAskedAndStopsAtTheEnds(
      @ForAll("heights") List<Integer> all,
      @ForAll @IntRange(min = 200, max = 900) int window,
      @ForAll List<@DoubleRange(min = -700, max = 700) Double> ways) {
    var heights = new Heights(all);
    var stack = stack(heights, window);
    double most = Math.max(0, heights.above(all.size()) - window);
    double expected = 0;
    for (double way : ways) {
      double next = Math.clamp(expected + way, 0, most);
      assertThat(stack.scroll(way)).isEqualTo(next - expected, NEARLY);
      expected = next;
      assertThat(scrolled(heights, stack)).isEqualTo(expected, NEARLY);
    }
  }

  @Property(tries = 300)
  void theBarAndTheRowsSayTheSame(
      @ForAll("heights") List<Integer> all,
      @ForAll @IntRange(min = 200, max = 900) int window,
      @ForAll @DoubleRange(min = 0, max = 1) double position) {
    var heights = new Heights(all);
    var stack = stack(heights, window);
    stack.goTo(position);
    if (heights.above(all.size()) > window) {
      assertThat(stack.position()).isEqualTo(position, within(1e-9));
    }
    double there = scrolled(heights, stack);
    stack.goTo(stack.position());
    assertThat(scrolled(heights, stack)).isEqualTo(there, NEARLY);
    stack.goTo(0);
    assertThat(scrolled(heights, stack)).isEqualTo(0, NEARLY);
    stack.goTo(1);
    assertThat(scrolled(heights, stack))
        .isEqualTo(Math.max(0, heights.above(all.size()) - window), NEARLY);
  }

  /** What JavaFX brings by itself, for rows of one height at the same place of the bar. */
  @Property(tries = 300)
  void rowsOfTheUnitCoverAllThatIsSeen(
      @ForAll("heights") List<Integer> all,
      @ForAll @IntRange(min = 200, max = 900) int window,
      @ForAll @DoubleRange(min = 0, max = 1) double position) {
    var stack = stack(new Heights(all), window);
    stack.goTo(position);
    double unit = stack.unit();
    double offset = stack.position() * Math.max(0, all.size() * unit - window);
    var seen = stack.seen();
    assertThat((int) Math.floor(offset / unit + 1e-6)).isLessThanOrEqualTo(seen.first());
    assertThat(Math.min(all.size(), (offset + window) / unit + 1e-6)).isGreaterThan(seen.last());
  }

  @Property(tries = 300)
  void aRevealedRowIsSeenWholeAndARowThatWasStaysWhereItIs(
      @ForAll("heights") List<Integer> all,
      @ForAll @IntRange(min = 300, max = 900) int window,
      @ForAll @DoubleRange(min = 0, max = 1) double position,
      @ForAll @IntRange(min = 0, max = 119) int any) {
    int row = Math.min(any, all.size() - 1);
    var heights = new Heights(all);
    var stack = stack(heights, window);
    stack.goTo(position);
    double before = scrolled(heights, stack);
    double top = heights.above(row);
    boolean wasWhole = top >= before - 1e-9 && top + all.get(row) <= before + window + 1e-9;
    stack.reveal(row);
    double after = scrolled(heights, stack);
    assertThat(top).isGreaterThanOrEqualTo(after - 1e-6);
    assertThat(top + all.get(row)).isLessThanOrEqualTo(after + window + 1e-6);
    if (wasWhole) {
      assertThat(after).isEqualTo(before, NEARLY);
    }
  }

  @Test
  void atTheEndAMillionRowsCostNoMoreThanThoseThatAreSeen() {
    var asked = new int[1];
    RowStack.Rows many =
        new RowStack.Rows() {
          @Override
          public int count() {
            return 1_000_000;
          }

          @Override
          public double height(int row) {
            asked[0]++;
            return LEAST + row % 12 * 18;
          }

          @Override
          public double least() {
            return LEAST;
          }

          @Override
          public long number(int row) {
            return row;
          }

          @Override
          public int indexOf(long number) {
            return (int) number;
          }
        };
    var stack = new RowStack(many);
    stack.window(600);
    stack.follow();
    stack.reveal(999_999);
    assertThat(stack.position()).isEqualTo(1, within(1e-9));
    assertThat(stack.seen().last()).isEqualTo(999_999);
    assertThat(stack.scroll(-300)).isEqualTo(-300, NEARLY);
    assertThat(asked[0]).isLessThan(200);
  }
}
