package studio.timbre.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import studio.timbre.model.JobEvent;

/**
 * The course of a training in plain characters: a dot for the training loss of the steps that fall into a column, an {@code o}
 * for each held-out loss. Steps that are told again after a resume take the place of the earlier ones.
 */
final class TextChart {
  private static final int MARGIN = 8;
  private static final char TRAINING = '·';
  private static final char HELD_OUT = 'o';

  private final Map<Integer, Double> training = new TreeMap<>();
  private final Map<Integer, Double> heldOut = new TreeMap<>();
  private int totalSteps = 1;

  /** Takes what there is to draw in an event. */
  void add(JobEvent event) {
    switch (event) {
      case JobEvent.Started started -> {
        totalSteps = Math.max(1, started.totalSteps());
        training.keySet().removeIf(step -> step > started.fromStep());
      }
      case JobEvent.Step step -> put(training, step.step(), step.trainLoss());
      case JobEvent.Evaluated evaluated -> put(heldOut, evaluated.step(), evaluated.evalLoss());
      default -> {}
    }
  }

  private static void put(Map<Integer, Double> curve, int step, double loss) {
    if (Double.isFinite(loss)) {
      curve.put(step, loss);
    }
  }

  boolean isEmpty() {
    return training.isEmpty() && heldOut.isEmpty();
  }

  /**
   * @param width in characters, with the labels
   * @param height in lines, without the two below
   */
  List<String> lines(int width, int height) {
    if (isEmpty()) {
      return List.of();
    }
    int columns = Math.max(10, width - MARGIN);
    double least = extreme(-1);
    double most = extreme(1);
    double space = Math.max((most - least) * 0.05, 0.01);
    var grid = new char[height][columns];
    for (char[] row : grid) {
      Arrays.fill(row, ' ');
    }
    columnMeans(columns)
        .forEach(
            (column, loss) ->
                grid[row(loss, least - space, most + space, height)][column] = TRAINING);
    heldOut.forEach(
        (step, loss) ->
            grid[row(loss, least - space, most + space, height)][column(step, columns)] = HELD_OUT);
    return framed(grid, least - space, most + space, columns);
  }

  private List<String> framed(char[][] grid, double bottom, double top, int columns) {
    var lines = new ArrayList<String>();
    for (int row = 0; row < grid.length; row++) {
      boolean labelled = row % 4 == 0 || row == grid.length - 1;
      double value = top - (top - bottom) * row / Math.max(1, grid.length - 1);
      String label = labelled ? String.format(Locale.ENGLISH, "%6.2f", value) : " ".repeat(6);
      lines.add((label + (labelled ? " +" : " |") + new String(grid[row])).stripTrailing());
    }
    lines.add(" ".repeat(7) + "+" + "-".repeat(columns));
    String end = "step " + totalSteps;
    String legend = TRAINING + " training  " + HELD_OUT + " held out";
    int gap = Math.max(2, columns - legend.length() - end.length());
    lines.add(" ".repeat(MARGIN) + legend + " ".repeat(gap) + end);
    return lines;
  }

  /** The mean training loss of the steps that fall into each column. */
  private Map<Integer, Double> columnMeans(int columns) {
    var sums = new TreeMap<Integer, double[]>();
    training.forEach(
        (step, loss) -> {
          double[] sum = sums.computeIfAbsent(column(step, columns), _ -> new double[2]);
          sum[0] += loss;
          sum[1]++;
        });
    var means = new TreeMap<Integer, Double>();
    sums.forEach((column, sum) -> means.put(column, sum[0] / sum[1]));
    return means;
  }

  private int column(int step, int columns) {
    return Math.clamp(Math.round((double) step / totalSteps * (columns - 1)), 0, columns - 1);
  }

  private static int row(double loss, double bottom, double top, int height) {
    return Math.clamp(Math.round((top - loss) / (top - bottom) * (height - 1)), 0, height - 1);
  }

  private double extreme(int sign) {
    double extreme = Double.NEGATIVE_INFINITY;
    for (var curve : List.of(training, heldOut)) {
      for (double loss : curve.values()) {
        extreme = Math.max(extreme, sign * loss);
      }
    }
    return sign * extreme;
  }
}
