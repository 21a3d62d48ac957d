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
    if (one.content().equals(other.content())) {
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

  private double alike(Message one, Message other) {
    if (one.content().equals(other.content())) {
      return 1;
    }
    var left = pairs.computeIfAbsent(one, Likeness::pairs);
    var right = pairs.computeIfAbsent(other, Likeness::pairs);
    if (left.isEmpty() || right.isEmpty()) {
      return 0;
    }
    var smaller = left.size() < right.size() ? left : right;
    var larger = smaller == left ? right : left;
    long shared = smaller.stream().filter(larger::contains).count();
    return 2.0 * shared / (left.size() + right.size());
  }

  private static Set<Integer> pairs(Message message) {
    String text = message.text();
    var found = new HashSet<Integer>();
    for (int i = 0; i + 1 < text.length(); i++) {
      found.add(text.charAt(i) << 16 | text.charAt(i + 1));
    }
    return found;
  }
}
