package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.timbre.model.Range;

class TypedRangeTest {

  @Test
  void anEmptyEndIsOpenAndThousandsMayBeInGroups() {
    assertThat(new TypedRange("120", "500").range()).isEqualTo(Range.between(120, 500));
    assertThat(new TypedRange(" 1,200 ", "").range()).isEqualTo(Range.from(1200));
    assertThat(new TypedRange("", "1.200").range()).isEqualTo(Range.upTo(1200));
    assertThat(new TypedRange("", " ").range()).isEqualTo(Range.ANY);
    assertThat(TypedRange.of(Range.from(7))).isEqualTo(new TypedRange("7", ""));
  }

  @Test
  void whatIsNoRangeIsSaidAndNotGuessed() {
    var tokens = FilterGroup.TOKENS;
    assertThat(new TypedRange("many", "").problem(tokens)).contains("data.range.notWhole");
    assertThat(new TypedRange("1.5", "").problem(tokens)).contains("data.range.notWhole");
    assertThat(new TypedRange("-3", "").problem(tokens)).contains("data.range.notWhole");
    assertThat(new TypedRange("500", "120").problem(tokens)).contains("data.range.turned");
    assertThat(new TypedRange("2", "6").problem(FilterGroup.RATING)).contains("data.range.stars");
    assertThat(new TypedRange("", "").problem(tokens)).isEmpty();
    assertThat(new TypedRange("2", "5").problem(FilterGroup.RATING)).isEmpty();
  }
}
