package studio.timbre.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import studio.timbre.model.topics.Topic;
import studio.timbre.model.topics.TopicSet;

/**
 * Topics that were found anew take the place of those before: what is nearly the same keeps its number, the name that a person gave, and
 * the topic that a person put it together with.
 */
public final class Succession {
  /** The cosine of the angle between two topics from which on they are nearly the same. */
  private static final double SAME = 0.6;

  private Succession() {}

  private record Heir(Topic found, Topic before, double nearness) {}

  /**
   * The topics that were found, with the numbers that they have from now on.
   *
   * @param free the least number that was never given
   */
  public static TopicSet of(TopicSet before, TopicSet found, long free) {
    var heirs = new ArrayList<Heir>();
    for (var topic : found.topics()) {
      for (var old : before.topics()) {
        double nearness = nearness(topic, old);
        if (nearness >= SAME) {
          heirs.add(new Heir(topic, old, nearness));
        }
      }
    }
    heirs.sort(Comparator.comparingDouble(Heir::nearness).reversed());
    var taken = new HashSet<Long>();
    var succeeding = new HashMap<Long, Topic>();
    for (var heir : heirs) {
      if (!succeeding.containsKey(heir.found().id()) && taken.add(heir.before().id())) {
        succeeding.put(heir.found().id(), heir.before());
      }
    }
    return new TopicSet(found.rarity(), joined(named(found.topics(), succeeding, free), before));
  }

  /** Where the topic that others were put together with was not found again, the first of them takes its place. */
  private static List<Topic> joined(List<Topic> topics, TopicSet before) {
    var there = topics.stream().map(Topic::id).collect(Collectors.toCollection(HashSet::new));
    var joined = new ArrayList<Topic>();
    for (var topic : topics) {
      boolean orphan = topic.isWithin() && !there.contains(topic.within());
      joined.add(orphan ? inPlaceOf(topic.within(), topic, before) : topic);
      there.add(joined.getLast().id());
    }
    return joined;
  }

  private static Topic inPlaceOf(long gone, Topic topic, TopicSet before) {
    var named =
        before.topics().stream().filter(old -> old.id() == gone && old.isRenamed()).findFirst();
    return new Topic(
        gone,
        named.map(Topic::name).orElse(topic.name()),
        named.isPresent() || topic.isRenamed(),
        topic.terms());
  }

  private static List<Topic> named(List<Topic> found, HashMap<Long, Topic> succeeding, long free) {
    var named = new ArrayList<Topic>();
    long next = free;
    for (var topic : found) {
      var old = succeeding.get(topic.id());
      if (old == null) {
        named.add(new Topic(next++, topic.name(), false, topic.terms()));
      } else {
        String name = old.isRenamed() ? old.name() : topic.name();
        named.add(new Topic(old.id(), name, old.isRenamed(), topic.terms(), old.within()));
      }
    }
    return named;
  }

  /** The cosine of the angle between them. */
  private static double nearness(Topic one, Topic other) {
    return one.terms().entrySet().stream()
        .mapToDouble(term -> term.getValue() * other.terms().getOrDefault(term.getKey(), 0.0))
        .sum();
  }
}
