package studio.timbre.train.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WordChooserTest {
  private static final float[] SCORES = {1, 3, -2, 2};

  @Test
  void withoutTemperatureTakesTheLikeliest() {
    assertThat(new WordChooser(0, new SplittableRandom(1)).choose(SCORES)).isEqualTo(1);
  }

  /** Shares of e^(score / temperature): at 1 e^1, e^3, e^-2, e^2, at 2 their roots. */
  @Test
  void choosesInProportionToTheScores() {
    assertThat(shares(1))
        .containsExactly(new double[] {0.0896, 0.6623, 0.0045, 0.2436}, within(0.01));
    assertThat(shares(2))
        .containsExactly(new double[] {0.1789, 0.4863, 0.0399, 0.2949}, within(0.01));
  }

  private static double[] shares(double temperature) {
    var chooser = new WordChooser(temperature, new SplittableRandom(7));
    var shares = new double[SCORES.length];
    int draws = 40_000;
    for (int i = 0; i < draws; i++) {
      shares[chooser.choose(SCORES)] += 1.0 / draws;
    }
    return shares;
  }
}
