package studio.timbre.topics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that tell conversations apart, numbered, each with its rarity. Words and how much they count are those of tf-idf: Salton and
 * Buckley, "Term-weighting approaches in automatic text retrieval" (1988), with the logarithms that scikit-learn takes.
 */
final class Vocabulary {
  /** What stands in fewer conversations is told by too few. */
  private static final int FEWEST = 2;

  private static final double LEAST_SHARE = 0.0008;

  /** What stands in more of them tells nothing apart: the name of the house, what it sells. */
  private static final double MOST_SHARE = 0.6;

  private static final int MOST_WORDS = 5_000;

  private final List<String> stems;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final double[] rarity;

  private Vocabulary(List<String> stems, double... rarity) {
    this.stems = List.copyOf(stems);
    this.rarity = rarity.clone();
    for (int i = 0; i < stems.size(); i++) {
      numbers.put(stems.get(i), i);
    }
  }

  /** Of conversations in one language. */
  static Vocabulary of(List<Talk> talks) {
    var within = new HashMap<String, Integer>();
    talks.forEach(talk -> talk.words().forEach(word -> within.merge(word.stem(), 1, Integer::sum)));
    double fewest = Math.max(FEWEST, LEAST_SHARE * talks.size());
    double most = MOST_SHARE * talks.size();
    var kept =
        within.entrySet().stream()
            .filter(entry -> entry.getValue() >= fewest && entry.getValue() <= most)
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
            .limit(MOST_WORDS)
            .toList();
    return new Vocabulary(
        kept.stream().map(Map.Entry::getKey).toList(),
        kept.stream()
            .mapToDouble(entry -> Math.log((1.0 + talks.size()) / (1 + entry.getValue())) + 1)
            .toArray());
  }

  int size() {
    return stems.size();
  }

  String stem(int number) {
    return stems.get(number);
  }

  double rarity(int number) {
    return rarity[number];
  }

  /** How much a word counts that is said so loud. */
  static double loudness(double weight) {
    return Math.log1p(weight) / Math.log(2);
  }

  /** The words of a conversation that are in here. */
  WordVector vector(Talk talk) {
    var known =
        talk.words().stream()
            .filter(word -> numbers.containsKey(word.stem()))
            .sorted(Comparator.comparing(word -> numbers.get(word.stem())))
            .toList();
    int[] words = known.stream().mapToInt(word -> numbers.get(word.stem())).toArray();
    var weights = new float[words.length];
    double squares = 0;
    for (int i = 0; i < words.length; i++) {
      double weight = loudness(known.get(i).weight()) * rarity[words[i]];
      weights[i] = (float) weight;
      squares += weight * weight;
    }
    for (int i = 0; i < words.length; i++) {
      weights[i] /= (float) Math.sqrt(squares);
    }
    return new WordVector(words, weights);
  }
}
