package studio.timbre.voice;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Whole numbers, one an example, and what nearly all of them keep within. */
final class Shares {
  /** So many of the examples keep to what is called a rule. */
  static final double NEARLY_ALL = 0.95;

  private int[] values = new int[64];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  /** The least number that nearly all do not exceed. */
  int most() {
    return at((int) Math.ceil(NEARLY_ALL * size) - 1);
  }

  /** The greatest number that nearly all reach. */
  int least() {
    return at(size - (int) Math.ceil(NEARLY_ALL * size));
  }

  private int at(int place) {
    int[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return sorted[place];
  }

  int count(IntPredicate wanted) {
    return (int) Arrays.stream(values, 0, size).filter(wanted).count();
  }
}
