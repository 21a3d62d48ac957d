package studio.timbre.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UseTimeTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private static UseTime until(LocalDate end) {
    return UseTime.from(DAY, 12, Optional.of(end));
  }

  @Test
  void aModelThatGoesOnIsUsedAllMonths() {
    assertThat(UseTime.from(DAY, 12, Optional.empty())).isEqualTo(UseTime.months(12));
    assertThat(until(LocalDate.of(2028, 1, 1)).endsEarly()).isFalse();
    assertThat(until(LocalDate.of(2027, 11, 23))).isEqualTo(UseTime.months(12));
  }

  @Test
  void oneThatEndsSoonerIsUsedUntilThen() {
    assertThat(until(LocalDate.of(2027, 6, 23))).isEqualTo(new UseTime(12, 7));
    assertThat(until(LocalDate.of(2027, 11, 22)).endsEarly()).isTrue();
    // From 23 June to 23 July are 30 days, of which 15 are left.
    assertThat(until(LocalDate.of(2027, 7, 8)).counted()).isCloseTo(7.5, within(1e-9));
  }

  @Test
  void oneThatHasEndedIsNotUsed() {
    assertThat(until(DAY).counted()).isZero();
    assertThat(until(DAY.minusDays(40)).counted()).isZero();
  }

  @Test
  void theLastDaysOfMonthsAreNoTrap() {
    var time = UseTime.from(LocalDate.of(2027, 1, 31), 2, Optional.of(LocalDate.of(2027, 2, 28)));
    assertThat(time.counted()).isBetween(0.9, 1.0);
  }
}
