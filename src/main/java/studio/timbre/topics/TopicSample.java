package studio.timbre.topics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.timbre.model.Conversation;

/**
 * As many conversations as are enough to find topics, chosen by their fingerprints: in whatever order they come, of the same the same are
 * kept, those that say the same to the letter once. Takes some ten megabytes when full.
 */
public final class TopicSample {
  /** Of more, so many are looked at: those with the least fingerprints, which says nothing of what they are about. */
  public static final int MOST = 20_000;

  private final TreeMap<Long, Talk> kept = new TreeMap<>();
  private final Map<String, String> strings = new HashMap<>();
  private final int most;

  public TopicSample() {
    this(MOST);
  }

  TopicSample(int most) {
    this.most = most;
  }

  /**
   * Takes a conversation in, unless others are to be kept.
   *
   * @param fingerprint the same for conversations that are the same to the letter
   */
  public void add(long fingerprint, Conversation conversation) {
    boolean wanted =
        (kept.size() < most || fingerprint < kept.lastKey()) && !kept.containsKey(fingerprint);
    if (wanted) {
      kept.put(
          fingerprint,
          Talk.of(conversation).sharing(text -> strings.computeIfAbsent(text, same -> same)));
      if (kept.size() > most) {
        kept.pollLastEntry();
      }
    }
  }

  public int size() {
    return kept.size();
  }

  /** By their fingerprints. */
  List<Talk> talks() {
    return List.copyOf(kept.values());
  }
}
