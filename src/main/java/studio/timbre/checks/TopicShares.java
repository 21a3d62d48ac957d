package studio.timbre.checks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the conversations that are trained on are about; which topics have very few of them, and which one has most. */
public final class TopicShares {
  /**
   * A topic with so many is learned, however many others there are: a provider takes no fewer for a whole training, and models begin to
   * follow a pattern at about that number.
   */
  private static final int ENOUGH = 10;

  /** Of an even share: a topic with less is one that somebody began and left, not one that is merely asked about less. */
  private static final double RARE_SHARE = 0.2;

  /** With more than half, what is learned is that topic first. */
  private static final double MOST_SHARE = 0.5;

  /** Of two topics one always has half or more. */
  private static final int FEWEST_TOPICS = 3;

  private final Columns columns;
  private final Findings findings;
  private final Map<Integer, Integer> counts = new HashMap<>();

  /** Those that are near none count as learned, too. */
  private int learned;

  private Set<Integer> rare = Set.of();
  private Set<Integer> most = Set.of();

  TopicShares(Columns columns, Findings findings) {
    this.columns = columns;
    this.findings = findings;
  }

  /**
   * Says what a conversation is about; what is not in the set is passed over. {@link #settle} comes after it, or after many.
   *
   * @param topic 0 for none
   */
  public void put(long id, int topic) {
    int slot = columns.slot(id);
    if (slot >= 0) {
      tellOf(slot, topic);
    }
  }

  private void tellOf(int slot, int topic) {
    if (columns.topics[slot] != topic) {
      count(slot, -1);
      columns.topics[slot] = topic;
      count(slot, 1);
      tell(slot);
    }
  }

  /** Forgets what all are about, until it is said anew. */
  public void forget() {
    for (int slot = 0; slot < columns.count; slot++) {
      if (columns.isThere(slot)) {
        tellOf(slot, 0);
      }
    }
  }

  /** Counts one that comes or goes; {@link #settle} comes after it, or after many. */
  void count(int slot, int by) {
    if (!columns.isHeldOut(slot)) {
      learned += by;
      int topic = columns.topics[slot];
      if (topic != 0) {
        counts.merge(topic, by, (one, other) -> one + other == 0 ? null : one + other);
      }
    }
  }

  /** Says again of all that are there what they are, where other topics have few or most. */
  public void settle() {
    int told = counts.values().stream().mapToInt(Integer::intValue).sum();
    var few = new HashSet<Integer>();
    var many = new HashSet<Integer>();
    if (counts.size() >= FEWEST_TOPICS) {
      double even = (double) told / counts.size();
      counts.forEach(
          (topic, count) -> {
            if (count < ENOUGH && count < RARE_SHARE * even) {
              few.add(topic);
            }
            if (count > MOST_SHARE * learned) {
              many.add(topic);
            }
          });
    }
    boolean same = few.equals(rare) && many.equals(most);
    rare = Set.copyOf(few);
    most = Set.copyOf(many);
    for (int slot = 0; !same && slot < columns.count; slot++) {
      if (columns.isThere(slot)) {
        tell(slot);
      }
    }
  }

  void tell(int slot) {
    int topic = columns.isHeldOut(slot) ? 0 : columns.topics[slot];
    findings.set(slot, TextProblem.RARE_TOPIC.ordinal(), rare.contains(topic));
    findings.set(slot, TextProblem.DOMINANT_TOPIC.ordinal(), most.contains(topic));
  }

  /** The topics that a problem is about, the one with the fewest conversations first. */
  public List<Integer> with(TextProblem problem) {
    var found = problem == TextProblem.RARE_TOPIC ? rare : most;
    var byCount = new TreeMap<Long, Integer>();
    found.forEach(
        topic -> byCount.put(((long) counts.getOrDefault(topic, 0) << 32) + topic, topic));
    return List.copyOf(byCount.values());
  }
}
