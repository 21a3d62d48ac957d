package studio.timbre.ui.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The times of one act of {@link TableProbe}, beside those of plain SQLite doing the same. */
final class Act {
  /** Something that is timed. */
  @FunctionalInterface
  interface Timed {
    void run() throws Exception;
  }

  private final String name;
  private final double aimMillis;
  private final List<Double> times = new ArrayList<>();
  private final List<Double> floor = new ArrayList<>();

  Act(String name, double aimMillis) {
    this.name = name;
    this.aimMillis = aimMillis;
  }

  void add(double millis) {
    times.add(millis);
  }

  void time(Timed act) throws Exception {
    times.add(millis(act));
  }

  void timeFloor(Timed act) throws Exception {
    floor.add(millis(act));
  }

  static double millis(Timed act) throws Exception {
    long begin = System.nanoTime();
    act.run();
    return (System.nanoTime() - begin) / 1e6;
  }

  void writeTo(ObjectNode node, int rows) {
    node.put("act", name);
    node.put("rows", rows);
    node.put("p50_ms", percentile(times, 50));
    node.put("p95_ms", percentile(times, 95));
    node.put("p99_ms", percentile(times, 99));
    node.put("floor_ms", percentile(floor, 50));
    node.put("aim_ms", aimMillis);
    node.put("samples", times.size());
  }

  /** The least time below which so many of a hundred lie. */
  private static double percentile(List<Double> values, int percent) {
    var sorted = values.stream().sorted().toList();
    int place = (int) Math.ceil(percent / 100.0 * sorted.size()) - 1;
    return sorted.isEmpty() ? -1 : Math.round(sorted.get(Math.max(0, place)) * 1000) / 1000.0;
  }
}
