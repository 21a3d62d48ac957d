package studio.timbre.topics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Parts vectors into groups by the angles between them: Dhillon and Modha, "Concept decompositions for large sparse text data using
 * clustering" (2001), begun as k-means++ does (Arthur and Vassilvitskii 2007). The same vectors in the same order are always parted in the
 * same way.
 */
final class SphericalKMeans {
  private static final long SEED = 20_070_107;
  private static final int MOST_ROUNDS = 40;

  /** Where fewer change their group in a round, nothing comes any more. */
  private static final double SETTLED = 0.001;

  private final List<WordVector> vectors;
  private final int width;
  private final Runnable goOn;

  /**
   * @param width of the vectors
   * @param goOn asked before each round: what it throws ends the parting
   */
  SphericalKMeans(List<WordVector> vectors, int width, Runnable goOn) {
    this.vectors = List.copyOf(vectors);
    this.width = width;
    this.goOn = goOn;
  }

  /**
   * A parting.
   *
   * @param centres of the groups, of length 1
   * @param groups of each vector
   * @param nearness the sum of the cosines of each to its centre: the more the better
   */
  record Parting(float[][] centres, int[] groups, double nearness) {}

  /**
   * The best of several tries.
   *
   * @param count of groups, no more than there are vectors
   */
  Parting part(int count, int tries) {
    var random = new SplittableRandom(SEED + count);
    var best = once(count, random);
    for (int again = 1; again < tries; again++) {
      var other = once(count, random);
      best = other.nearness() > best.nearness() ? other : best;
    }
    return best;
  }

  private Parting once(int count, SplittableRandom random) {
    var centres = begin(count, random);
    int[] groups = new int[vectors.size()];
    Arrays.fill(groups, -1);
    double nearness = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      goOn.run();
      nearness = 0;
      int moved = 0;
      for (int i = 0; i < groups.length; i++) {
        int group = 0;
        double best = -1;
        for (int each = 0; each < count; each++) {
          double cosine = vectors.get(i).cosine(centres[each]);
          if (cosine > best) {
            best = cosine;
            group = each;
          }
        }
        moved += group == groups[i] ? 0 : 1;
        groups[i] = group;
        nearness += best;
      }
      centres = centres(count, groups, centres);
      if (moved <= SETTLED * groups.length) {
        break;
      }
    }
    return new Parting(centres, groups, nearness);
  }

  /** Each next one the likelier, the farther it is from those chosen. */
  private float[][] begin(int count, SplittableRandom random) {
    var centres = new float[count][];
    var far = new double[vectors.size()];
    Arrays.fill(far, 1);
    for (int each = 0; each < count; each++) {
      centres[each] = new float[width];
      var chosen = vectors.get(pick(far, random));
      chosen.addTo(centres[each]);
      for (int i = 0; i < far.length; i++) {
        far[i] = Math.clamp(1 - vectors.get(i).cosine(centres[each]), 0, far[i]);
      }
    }
    return centres;
  }

  private static int pick(double[] weights, SplittableRandom random) {
    double left = random.nextDouble() * Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** @param before stay where a group has become empty */
  private float[][] centres(int count, int[] groups, float[]... before) {
    var centres = new float[count][width];
    for (int i = 0; i < groups.length; i++) {
      vectors.get(i).addTo(centres[groups[i]]);
    }
    for (int each = 0; each < count; each++) {
      double squares = 0;
      for (float weight : centres[each]) {
        squares += weight * (double) weight;
      }
      if (squares == 0) {
        centres[each] = before[each];
      }
      for (int word = 0; squares > 0 && word < width; word++) {
        centres[each][word] /= (float) Math.sqrt(squares);
      }
    }
    return centres;
  }
}
