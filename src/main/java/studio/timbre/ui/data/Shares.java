package studio.timbre.ui.data;

import java.util.OptionalDouble;

/** A share in percent, as a person types it. */
final class Shares {
  /** What most hold out. */
  static final String USUAL = "10";

  private Shares() {}

  /** As {@code 10}, {@code 12.5}, {@code 12,5} or {@code 10 %}; empty where it is no share between 0 and 100. */
  static OptionalDouble of(String typed) {
    try {
      double share = Double.parseDouble(typed.replace("%", "").replace(',', '.').strip());
      return share > 0 && share < 100 ? OptionalDouble.of(share) : OptionalDouble.empty();
    } catch (NumberFormatException _) {
      return OptionalDouble.empty();
    }
  }
}
