package studio.timbre.model;

import java.util.Arrays;
import java.util.StringJoiner;

/** Numbers of conversations, each once; a million take eight megabytes. */
public final class NumberSet {
  private final long[] sorted;

  private NumberSet(long[] sorted) {
    this.sorted = sorted;
  }

  public static NumberSet of(long... numbers) {
    return new NumberSet(Arrays.stream(numbers).sorted().distinct().toArray());
  }

  public boolean contains(long number) {
    return Arrays.binarySearch(sorted, number) >= 0;
  }

  public int size() {
    return sorted.length;
  }

  /** As a JSON array. */
  public String json() {
    var numbers = new StringJoiner(",", "[", "]");
    for (long number : sorted) {
      numbers.add(Long.toString(number));
    }
    return numbers.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NumberSet numbers && Arrays.equals(sorted, numbers.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  @Override
  public String toString() {
    return sorted.length + " conversations";
  }
}
