package studio.timbre.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import studio.timbre.model.TrainingFilter;
import studio.timbre.pricing.TotalsRange;
import studio.timbre.tokens.RangeCounter;

/**
 * Remembers the last counts of a project's data for models whose counts the project does not keep: epochs and budgets change more
 * often than the data does. Safe for use by several threads.
 */
final class CountedTotals {
  /** As many as there are places to compare. */
  private static final int KEPT = 16;

  /**
   * What was counted.
   *
   * @param filter what is trained on
   * @param journalPosition names the state of the data
   */
  record Asked(
      RangeCounter counter,
      boolean pairs,
      OptionalInt limit,
      TrainingFilter filter,
      long journalPosition) {}

  private final Map<Asked, TotalsRange> known = new LinkedHashMap<>();

  TotalsRange of(Asked asked, Supplier<TotalsRange> counting) {
    return find(asked).orElseGet(() -> remember(asked, counting.get()));
  }

  private synchronized Optional<TotalsRange> find(Asked asked) {
    return Optional.ofNullable(known.get(asked));
  }

  private synchronized TotalsRange remember(Asked asked, TotalsRange totals) {
    known.keySet().removeIf(old -> old.journalPosition() != asked.journalPosition());
    if (known.size() >= KEPT) {
      known.clear();
    }
    known.put(asked, totals);
    return totals;
  }
}
