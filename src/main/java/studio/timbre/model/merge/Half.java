package studio.timbre.model.merge;

import java.util.BitSet;
import java.util.List;
import studio.timbre.model.Message;

/**
 * What one side made of the messages.
 *
 * @param moved those of the base that stand elsewhere now
 * @param doubtful those of the base that may have become something else than the alignment says
 */
record Half(
    List<Message> base,
    List<Message> messages,
    Alignment alignment,
    BitSet moved,
    BitSet doubtful) {

  static Half of(List<Message> base, List<Message> messages) {
    var likeness = new Likeness();
    var alignment = Alignment.of(base, messages, likeness);
    var moved = Sequences.movedValues(alignment.order());
    var doubtful = Doubt.of(base, messages, alignment, moved, likeness);
    return new Half(base, messages, alignment, moved, doubtful);
  }

  boolean has(int baseIndex) {
    return alignment.sideOf(baseIndex) >= 0;
  }

  Message of(int baseIndex) {
    return messages.get(alignment.sideOf(baseIndex));
  }

  /** Whether a message that is still there was edited or moved. */
  boolean touched(int baseIndex) {
    return moved.get(baseIndex) || !of(baseIndex).equals(base.get(baseIndex));
  }

  /** Whether the other side did something to a message of which it is not sure what became of it here. */
  boolean isUncertainBeside(Half other) {
    return doubtful.stream().anyMatch(index -> !other.has(index) || other.touched(index));
  }
}
