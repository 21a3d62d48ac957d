package studio.timbre.train.torch;

import java.util.SplittableRandom;

/** Chooses the next token from the scores of all: the likeliest, or by chance in proportion to {@code e^(score / temperature)}. */
final class WordChooser {
  private final double temperature;
  private final SplittableRandom random;

  /**
   * @param temperature 0 always takes the likeliest
   * @param random asked once a token, so the same seed gives the same answer
   */
  WordChooser(double temperature, SplittableRandom random) {
    this.temperature = temperature;
    this.random = random;
  }

  int choose(float[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    if (temperature <= 0) {
      return best;
    }
    var weights = new double[scores.length];
    double total = 0;
    for (int i = 0; i < scores.length; i++) {
      weights[i] = Math.exp((scores[i] - scores[best]) / temperature);
      total += weights[i];
    }
    double left = random.nextDouble() * total;
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return best;
  }
}
