package studio.timbre.model.merge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import studio.timbre.model.Message;

/**
 * How likely one message is an edited form of another, by the pairs of neighbouring characters that both have (Dice's coefficient,
 * 1945), which needs no words and so holds for every script.
 */
final class Likeness {
  /** Equal messages belong together before all others. */
  static final double EQUAL = 3;

  /** More than any two edited ones come to: what says the same is the same, whoever says it and however it is trained on. */
  private static final double SAME_TEXT = 2.5;

  /** From here on it is the same message even where its role changed or it moved. */
  static final double CLEAR = 0.6;

  /** A message that was written anew in the place of another of its role. */
  private static final double SAME_ROLE = 0.1;

  private final Map<Message, Set<Integer>> pairs = new HashMap<>();

  /** 0 where they have nothing to do with each other. */
  double of(Message one, Message other) {
    if (one.equals(other)) {
      return EQUAL;
    }
    if (saySame(one, other)) {
      return SAME_TEXT;
    }
    double alike = alike(one, other);
    if (one.role().equals(other.role())) {
      return SAME_ROLE + alike;
    }
    return alike >= CLEAR ? alike : 0;
  }

  boolean isClear(Message one, Message other) {
    return alike(one, other) >= CLEAR;
  }

  /** How much of the shorter of two texts stands in the longer one, which is much where one was cut down or joined to others. */
  double trace(Message one, Message other) {
    if (saySame(one, other)) {
      return 1;
    }
    int less = Math.min(pairsOf(one).size(), pairsOf(other).size());
    return less == 0 ? 0 : (double) shared(one, other) / less;
  }

  /** Whether they say the same, however they are trained on; those without words say what stands in their other keys. */
  static boolean saySame(Message one, Message other) {
    return one.content().equals(other.content())
        && (!one.text().isEmpty() || one.extras().equals(other.extras()));
  }

  /** From 0, nothing in common, to 1. */
  private double alike(Message one, Message other) {
    if (saySame(one, other)) {
      return 1;
    }
    int all = pairsOf(one).size() + pairsOf(other).size();
    return all == 0 ? 0 : 2.0 * shared(one, other) / all;
  }

  private long shared(Message one, Message other) {
    var left = pairsOf(one);
    var right = pairsOf(other);
    var smaller = left.size() < right.size() ? left : right;
    var larger = smaller == left ? right : left;
    return smaller.stream().filter(larger::contains).count();
  }

  private Set<Integer> pairsOf(Message message) {
    return pairs.computeIfAbsent(message, Likeness::pairs);
  }

  private static Set<Integer> pairs(Message message) {
    String text =
        message.text().isEmpty() ? String.join(" ", message.extras().values()) : message.text();
    var found = new HashSet<Integer>();
    for (int i = 0; i + 1 < text.length(); i++) {
      found.add(text.charAt(i) << 16 | text.charAt(i + 1));
    }
    return found;
  }
}
