package studio.timbre.topics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How well groups agree with classes that people gave. */
final class Agreement {
  private final Map<List<Object>, Integer> both = new HashMap<>();
  private final Map<Object, Integer> classes = new HashMap<>();
  private final Map<Object, Integer> groups = new HashMap<>();
  private int count;

  void add(Object itsClass, Object group) {
    both.merge(List.of(itsClass, group), 1, Integer::sum);
    classes.merge(itsClass, 1, Integer::sum);
    groups.merge(group, 1, Integer::sum);
    count++;
  }

  /** Hubert and Arabie 1985: 1 for the same, 0 for what chance would do. */
  double adjustedRandIndex() {
    double all = pairs(count);
    double together = sum(both);
    double expected = sum(classes) * sum(groups) / all;
    return (together - expected) / ((sum(classes) + sum(groups)) / 2 - expected);
  }

  private static double sum(Map<?, Integer> counts) {
    return counts.values().stream().mapToDouble(Agreement::pairs).sum();
  }

  private static double pairs(int number) {
    return number * (number - 1.0) / 2;
  }

  /** Rosenberg and Hirschberg 2007: the harmonic mean of homogeneity and completeness. */
  double vMeasure() {
    double mutual = 0;
    for (var entry : both.entrySet()) {
      double share = entry.getValue() / (double) count;
      double alone =
          classes.get(entry.getKey().get(0))
              / (double) count
              * groups.get(entry.getKey().get(1))
              / count;
      mutual += share * Math.log(share / alone);
    }
    return 2 * mutual / (entropy(classes) + entropy(groups));
  }

  private double entropy(Map<?, Integer> counts) {
    return -counts.values().stream()
        .mapToDouble(number -> number / (double) count * Math.log(number / (double) count))
        .sum();
  }
}
