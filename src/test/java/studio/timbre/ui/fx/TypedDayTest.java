package studio.timbre.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TypedDayTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @Test
  void isReadInAnyOrderThatMakesADayOfIt() {
    for (var locale : new Locale[] {Locale.US, Locale.of("pt", "BR"), Locale.of("id")}) {
      var days = new TypedDay(locale);
      for (var typed :
          new String[] {"22/11/2026", "11/22/2026", "22.11.26", "2026-11-22", " 22-11-2026 "}) {
        assertThat(days.read(typed)).as(typed).contains(DAY);
      }
      assertThat(days.read(days.write(DAY))).contains(DAY);
      assertThat(days.read("32/13/2026")).isEmpty();
      assertThat(days.read("yesterday")).isEmpty();
    }
  }

  @Test
  void whatCouldBeTwoDaysIsThatOfTheLanguage() {
    assertThat(new TypedDay(Locale.US).read("3/4/2026")).contains(LocalDate.of(2026, 3, 4));
    assertThat(new TypedDay(Locale.of("pt", "BR")).read("3/4/2026"))
        .contains(LocalDate.of(2026, 4, 3));
  }
}
