package studio.timbre.model.topics;

import java.util.List;
import java.util.Map;

/**
 * Topics that were found together.
 *
 * @param rarity of every word that counts: the logarithm of how much rarer it is than one that is everywhere
 * @param topics may be none, where nothing stands out
 */
public record TopicSet(Map<String, Double> rarity, List<Topic> topics) {
  /** Nothing was found, or looked for. */
  public static final TopicSet NONE = new TopicSet(Map.of(), List.of());

  public TopicSet {
    topics = List.copyOf(topics);
  }
}
