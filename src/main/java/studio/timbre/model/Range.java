package studio.timbre.model;

import java.util.OptionalInt;

/** Whole numbers between two that are counted in; an empty end is open. */
public record Range(OptionalInt from, OptionalInt to) {
  public static final Range ANY = new Range(OptionalInt.empty(), OptionalInt.empty());

  public static Range from(int least) {
    return new Range(OptionalInt.of(least), OptionalInt.empty());
  }

  public static Range upTo(int most) {
    return new Range(OptionalInt.empty(), OptionalInt.of(most));
  }

  public static Range between(int least, int most) {
    return new Range(OptionalInt.of(least), OptionalInt.of(most));
  }

  public boolean isAny() {
    return from.isEmpty() && to.isEmpty();
  }
}
