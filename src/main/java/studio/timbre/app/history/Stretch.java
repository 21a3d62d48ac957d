package studio.timbre.app.history;

import java.util.ArrayList;
import java.util.List;
import studio.timbre.model.Message;

/**
 * A part of a conversation in three states, of which two come from the third: one message and what became of it in each, or what was
 * put between two messages.
 */
record Stretch(List<Message> base, List<Message> one, List<Message> other) {

  /** All of the three conversations, in order. */
  static List<Stretch> of(List<Message> base, List<Message> one, List<Message> other) {
    int[] inOne = MessageMatch.of(base, one);
    int[] inOther = MessageMatch.of(base, other);
    var stretches = new ArrayList<Stretch>();
    int atOne = 0;
    int atOther = 0;
    for (int at = 0; at <= base.size(); at++) {
      int untilOne = until(inOne, at, one.size());
      int untilOther = until(inOther, at, other.size());
      // What was put in stands before the next message that both still have.
      if (untilOne > atOne || untilOther > atOther) {
        stretches.add(
            new Stretch(
                List.of(), one.subList(atOne, untilOne), other.subList(atOther, untilOther)));
      }
      atOne = untilOne;
      atOther = untilOther;
      if (at < base.size()) {
        int nextOne = inOne[at] < 0 ? atOne : inOne[at] + 1;
        int nextOther = inOther[at] < 0 ? atOther : inOther[at] + 1;
        stretches.add(
            new Stretch(
                List.of(base.get(at)),
                one.subList(atOne, nextOne),
                other.subList(atOther, nextOther)));
        atOne = nextOne;
        atOther = nextOther;
      }
    }
    return stretches;
  }

  /** Where a message, or else the next one that is still there, stands; a message that is gone is waited for by nobody. */
  private static int until(int[] places, int at, int size) {
    for (int next = at; next < places.length; next++) {
      if (places[next] >= 0) {
        return places[next];
      }
    }
    return size;
  }
}
