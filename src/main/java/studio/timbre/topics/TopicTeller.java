package studio.timbre.topics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import studio.timbre.model.Conversation;
import studio.timbre.model.topics.Topic;
import studio.timbre.model.topics.TopicSet;

/**
 * Tells which topic a conversation belongs to: the one whose words are nearest to its own, by the angle between them (the classifier of
 * Rocchio, 1971). Takes some microseconds. Safe for use by several threads.
 */
public final class TopicTeller {
  /** What is farther from all topics belongs to none. */
  private static final double NEAR = 0.1;

  private final Map<String, Entry> words = new HashMap<>();
  private final long[] ids;

  /**
   * A word that counts.
   *
   * @param topics that say it, by their places
   * @param weights how much it tells for each
   */
  private record Entry(double rarity, int[] topics, double[] weights) {}

  public TopicTeller(TopicSet set) {
    ids = set.topics().stream().mapToLong(Topic::id).toArray();
    set.rarity()
        .forEach(
            (stem, rarity) -> {
              int[] topics = new int[ids.length];
              var weights = new double[ids.length];
              int saying = 0;
              for (int i = 0; i < ids.length; i++) {
                var weight = set.topics().get(i).terms().get(stem);
                if (weight != null) {
                  topics[saying] = i;
                  weights[saying++] = weight;
                }
              }
              words.put(
                  stem,
                  new Entry(rarity, Arrays.copyOf(topics, saying), Arrays.copyOf(weights, saying)));
            });
  }

  /** Whether there is any topic to be told. */
  public boolean knowsAny() {
    return ids.length > 0;
  }

  /** The topic, or {@link Topic#OTHER} for none of them. */
  public long of(Conversation conversation) {
    var near = new double[ids.length];
    double squares = 0;
    for (var word : Talk.of(conversation).words()) {
      var entry = words.get(word.stem());
      if (entry != null) {
        double weight = Vocabulary.loudness(word.weight()) * entry.rarity();
        squares += weight * weight;
        for (int i = 0; i < entry.topics().length; i++) {
          near[entry.topics()[i]] += weight * entry.weights()[i];
        }
      }
    }
    if (squares == 0 || ids.length == 0) {
      return Topic.OTHER;
    }
    int nearest = 0;
    for (int i = 1; i < near.length; i++) {
      nearest = near[i] > near[nearest] ? i : nearest;
    }
    return near[nearest] >= NEAR * Math.sqrt(squares) ? ids[nearest] : Topic.OTHER;
  }
}
