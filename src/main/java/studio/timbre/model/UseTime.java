package studio.timbre.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * For how long a model is used.
 *
 * @param months that are asked for
 * @param counted how many of them it answers in; fewer where it ends before
 */
public record UseTime(int months, double counted) {

  /** Of a model that goes on. */
  public static UseTime months(int months) {
    return new UseTime(months, months);
  }

  /**
   * From a day on. A month that the model does not live to see the end of counts by its days.
   *
   * @param end the day on which the model stops answering, where it is known
   */
  public static UseTime from(LocalDate day, int months, Optional<LocalDate> end) {
    if (end.filter(last -> last.isBefore(day.plusMonths(months))).isEmpty()) {
      return months(months);
    }
    var last = end.get().isBefore(day) ? day : end.get();
    long whole = ChronoUnit.MONTHS.between(day, last);
    var begun = day.plusMonths(whole);
    double days = ChronoUnit.DAYS.between(begun, last);
    return new UseTime(
        months, whole + days / ChronoUnit.DAYS.between(begun, day.plusMonths(whole + 1)));
  }

  /** Whether the model stops answering before the months are over. */
  public boolean endsEarly() {
    return counted < months;
  }
}
