package studio.timbre.model.merge;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import studio.timbre.model.Message;

/**
 * Where an alignment may be wrong. Messages have no names: one that was moved and edited besides, was cut in two, was joined to
 * another or stands beside its like may be taken for another. As long as the other side left those messages alone, every reading
 * comes to the same.
 */
final class Doubt {
  /** Of the shorter of two texts so much stands in the longer one where it may have come from there. */
  private static final double TRACE = 0.5;

  /** A rival that has so much less in common than the message that was taken is none. */
  private static final double CLEARLY_LESS = 0.2;

  private final List<Message> base;
  private final List<Message> side;
  private final Alignment alignment;
  private final Likeness likeness;
  private final BitSet doubtful = new BitSet();

  private Doubt(List<Message> base, List<Message> side, Alignment alignment, Likeness likeness) {
    this.base = base;
    this.side = side;
    this.alignment = alignment;
    this.likeness = likeness;
  }

  /**
   * The messages of the base, by place, of which it is not sure what became of them.
   *
   * @param moved those of the base that stand elsewhere on this side
   */
  static BitSet of(
      List<Message> base,
      List<Message> side,
      Alignment alignment,
      BitSet moved,
      Likeness likeness) {
    var doubt = new Doubt(base, side, alignment, likeness);
    moved.stream().filter(index -> !doubt.isFound(index)).forEach(doubt.doubtful::set);
    doubt.compareLikes();
    doubt.compareRivals();
    return doubt.doubtful;
  }

  /** Whether the message of the base stands on this side word for word. */
  private boolean isFound(int index) {
    int found = alignment.sideOf(index);
    return found >= 0 && Likeness.saySame(base.get(index), side.get(found));
  }

  private boolean isOld(int sideIndex) {
    int origin = alignment.baseOf(sideIndex);
    return origin >= 0 && isFound(origin);
  }

  /** Messages that say the same, of which one went or came. */
  private void compareLikes() {
    for (int i = 0; i < base.size(); i++) {
      for (int j = 0; j < side.size(); j++) {
        if (isFound(i) != isOld(j) && Likeness.saySame(base.get(i), side.get(j))) {
          doubt(i, j);
        }
      }
    }
  }

  /** Messages that changed and have at least as much in common with another one as with what they are taken for. */
  private void compareRivals() {
    int[] lost = IntStream.range(0, base.size()).filter(i -> !isFound(i)).toArray();
    int[] fresh = IntStream.range(0, side.size()).filter(j -> !isOld(j)).toArray();
    if ((long) lost.length * fresh.length > Alignment.MOST_COMPARED) {
      IntStream.of(lost).forEach(doubtful::set);
      return;
    }
    for (int i : lost) {
      for (int j : fresh) {
        if (alignment.sideOf(i) != j && isRival(i, j)) {
          doubt(i, j);
        }
      }
    }
  }

  private boolean isRival(int i, int j) {
    double trace = likeness.trace(base.get(i), side.get(j));
    return trace >= TRACE
        && trace >= taken(i, alignment.sideOf(i)) - CLEARLY_LESS
        && trace >= taken(alignment.baseOf(j), j) - CLEARLY_LESS;
  }

  /** How much two that were matched have in common, 0 where one of them was not. */
  private double taken(int i, int j) {
    return i < 0 || j < 0 ? 0 : likeness.trace(base.get(i), side.get(j));
  }

  private void doubt(int i, int j) {
    doubtful.set(i);
    if (alignment.baseOf(j) >= 0) {
      doubtful.set(alignment.baseOf(j));
    }
  }
}
