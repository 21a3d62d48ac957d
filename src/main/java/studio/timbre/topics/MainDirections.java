package studio.timbre.topics;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The few directions in which vectors of words differ most. Words that stand beside the same words lie in the same direction, so that
 * short texts meet that have no word in common: Deerwester and others, "Indexing by latent semantic analysis" (1990). Found by orthogonal
 * iteration (Golub and Van Loan, "Matrix Computations", 8.2) from a fixed beginning; directions that turn within what they span change no
 * angle, so nothing has to be exact.
 */
final class MainDirections {
  private static final long SEED = 19_900_901;
  private static final int ROUNDS = 6;

  /** Vectors between two questions whether to go on. */
  private static final int ASK_EVERY = 1_000;

  /** Directions shorter than that are none. */
  private static final double NOTHING = 1e-9;

  private final List<WordVector> vectors;

  /** A row for each word, a column for each direction. */
  private double[][] rows;

  private final int count;
  private final Runnable goOn;

  /**
   * @param width of the vectors
   * @param count of directions
   * @param goOn asked again and again: what it throws ends the search for them
   */
  MainDirections(List<WordVector> vectors, int width, int count, Runnable goOn) {
    this.vectors = List.copyOf(vectors);
    this.count = count;
    this.goOn = goOn;
    var random = new SplittableRandom(SEED);
    rows = new double[width][count];
    for (var row : rows) {
      for (int i = 0; i < count; i++) {
        row[i] = random.nextDouble() - 0.5;
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      straighten();
      rows = turned();
    }
    straighten();
  }

  /** The directions times the vectors, and back. */
  private double[][] turned() {
    var turned = new double[rows.length][count];
    int done = 0;
    for (var vector : vectors) {
      if (done++ % ASK_EVERY == 0) {
        goOn.run();
      }
      var place = place(vector);
      for (int i = 0; i < vector.words().length; i++) {
        var row = turned[vector.words()[i]];
        for (int each = 0; each < count; each++) {
          row[each] += vector.weights()[i] * place[each];
        }
      }
    }
    return turned;
  }

  private double[] place(WordVector vector) {
    var place = new double[count];
    for (int i = 0; i < vector.words().length; i++) {
      var row = rows[vector.words()[i]];
      for (int each = 0; each < count; each++) {
        place[each] += vector.weights()[i] * row[each];
      }
    }
    return place;
  }

  /** Makes the columns stand upright on each other, of length 1: Gram and Schmidt, as modified. */
  private void straighten() {
    for (int column = 0; column < count; column++) {
      goOn.run();
      for (int before = 0; before < column; before++) {
        add(before, column, -product(before, column));
      }
      double length = Math.sqrt(product(column, column));
      for (var row : rows) {
        row[column] = length < NOTHING ? 0 : row[column] / length;
      }
    }
  }

  private double product(int one, int other) {
    double sum = 0;
    for (var row : rows) {
      sum += row[one] * row[other];
    }
    return sum;
  }

  private void add(int from, int to, double times) {
    for (var row : rows) {
      row[to] += times * row[from];
    }
  }

  /** Where a vector lies among the directions, as a vector of length 1; empty where it lies in none. */
  WordVector of(WordVector vector) {
    var place = place(vector);
    double squares = 0;
    for (double each : place) {
      squares += each * each;
    }
    if (squares < NOTHING) {
      return new WordVector(new int[0], new float[0]);
    }
    int[] all = new int[count];
    var weights = new float[count];
    for (int i = 0; i < count; i++) {
      all[i] = i;
      weights[i] = (float) (place[i] / Math.sqrt(squares));
    }
    return new WordVector(all, weights);
  }
}
