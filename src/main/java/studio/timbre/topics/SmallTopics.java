package studio.timbre.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Topics of a handful among what is near none of the large ones. Means over many conversations never see them: here each is held against
 * each, and where several are near one of them, they are a topic.
 */
final class SmallTopics {
  /** What is farther from every large topic is left over. */
  private static final double APART = 0.15;

  /** Those that say so much in common are neighbours. */
  private static final double NEAR = 0.25;

  /** How near those of a topic are to its centre in the middle, at least: chance neighbours are not. */
  private static final double CLOSE = 0.45;

  private static final int FEWEST = 3;

  /** More would be fragments. */
  private static final int MOST = 4;

  /** Of more, the first are held against each other. */
  private static final int MOST_LEFT = 1_500;

  private final List<WordVector> words;
  private final int width;
  private final Runnable goOn;

  /**
   * @param width of the vectors
   * @param goOn asked again and again: what it throws ends the search for them
   */
  SmallTopics(List<WordVector> words, int width, Runnable goOn) {
    this.words = List.copyOf(words);
    this.width = width;
    this.goOn = goOn;
  }

  /**
   * The groups with those of the small topics behind them.
   *
   * @param groups of each vector
   * @param centres of the groups, of length 1
   */
  int[] among(int[] groups, float[]... centres) {
    var left =
        new ArrayList<>(
            IntStream.range(0, words.size())
                .filter(i -> isApart(words.get(i), centres))
                .limit(MOST_LEFT)
                .boxed()
                .toList());
    int[] all = groups.clone();
    for (int small = 0; small < MOST && left.size() >= FEWEST; small++) {
      var densest = densest(left);
      if (densest.size() < FEWEST || closeness(densest) < CLOSE) {
        return all;
      }
      int group = centres.length + small;
      densest.forEach(i -> all[i] = group);
      left.removeAll(densest);
    }
    return all;
  }

  private static boolean isApart(WordVector vector, float[]... centres) {
    return Arrays.stream(centres).allMatch(centre -> vector.cosine(centre) < APART);
  }

  /** The one that has the most neighbours, and these; the first of several. */
  private List<Integer> densest(List<Integer> left) {
    var most = List.<Integer>of();
    for (int one : left) {
      goOn.run();
      float[] middle = sum(List.of(one));
      var near = left.stream().filter(other -> words.get(other).cosine(middle) >= NEAR).toList();
      most = near.size() > most.size() ? near : most;
    }
    return most;
  }

  /** The mean of the cosines to the centre. */
  private double closeness(List<Integer> group) {
    float[] sum = sum(group);
    double squares = 0;
    for (float each : sum) {
      squares += each * (double) each;
    }
    // The sum of the cosines is the length of the sum.
    return Math.sqrt(squares) / group.size();
  }

  private float[] sum(List<Integer> group) {
    var sum = new float[width];
    group.forEach(i -> words.get(i).addTo(sum));
    return sum;
  }
}
