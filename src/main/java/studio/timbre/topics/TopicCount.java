package studio.timbre.topics;

import java.util.List;
import studio.timbre.topics.SphericalKMeans.Parting;

/**
 * How many groups vectors fall into: the fewest that part them nearly as clearly as any number does. How clearly, is told by the simplified
 * silhouette (Hruschka, de Castro and Campello, "Evolutionary algorithms for clustering gene-expression data", 2004): how much nearer each
 * is to its own centre than to the next one.
 */
final class TopicCount {
  private static final int TRIES = 4;

  /** With more, each next group is a little clearer and says little more. */
  private static final double NEARLY = 0.95;

  private TopicCount() {}

  /**
   * The best number of groups, from 2 on.
   *
   * @param most at least 2
   * @param goOn asked again and again: what it throws ends the counting
   */
  static int of(List<WordVector> vectors, int width, int most, Runnable goOn) {
    var means = new SphericalKMeans(vectors, width, goOn);
    var clear = new double[most + 1];
    double best = 0;
    for (int count = 2; count <= most; count++) {
      clear[count] = silhouette(vectors, means.part(count, TRIES));
      best = Math.max(best, clear[count]);
    }
    int count = 2;
    while (count < most && clear[count] < NEARLY * best) {
      count++;
    }
    return count;
  }

  /** From -1 to 1, the more the clearer. Distances are one less the cosine. */
  static double silhouette(List<WordVector> vectors, Parting parting) {
    double sum = 0;
    for (int i = 0; i < vectors.size(); i++) {
      double own = 1 - vectors.get(i).cosine(parting.centres()[parting.groups()[i]]);
      double next = 2;
      for (int each = 0; each < parting.centres().length; each++) {
        if (each != parting.groups()[i]) {
          next = Math.min(next, 1 - vectors.get(i).cosine(parting.centres()[each]));
        }
      }
      double larger = Math.max(own, next);
      sum += larger <= 0 ? 0 : (next - own) / larger;
    }
    return vectors.isEmpty() ? 0 : sum / vectors.size();
  }
}
