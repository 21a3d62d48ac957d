package studio.timbre.ui.data;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import javafx.collections.ObservableListBase;

/** The numbers of the conversations on show, in their order; eight bytes each, however many there are. */
final class IdList extends ObservableListBase<Long> {
  /** Stands where a conversation is, of which the number is still being read. */
  static final long UNKNOWN = -1;

  private long[] ids = {};

  @Override
  public Long get(int index) {
    return ids[index];
  }

  @Override
  public int size() {
    return ids.length;
  }

  long at(int index) {
    return ids[index];
  }

  /** Whether every number has been read; the last ones come last. */
  boolean isWhole() {
    return ids.length == 0 || ids[ids.length - 1] != UNKNOWN;
  }

  /** The numbers from one place up to before another. */
  long[] numbers(int from, int to) {
    return Arrays.copyOfRange(ids, from, to);
  }

  /** The place of a number, or -1. */
  int indexOf(long id) {
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == id) {
        return i;
      }
    }
    return -1;
  }

  /** These numbers from now on; listeners are told of the stretch that differs alone, so that a selection can stay. */
  void replace(long... newIds) {
    var old = ids;
    int shorter = Math.min(old.length, newIds.length);
    int head = 0;
    while (head < shorter && old[head] == newIds[head]) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && old[old.length - 1 - tail] == newIds[newIds.length - 1 - tail]) {
      tail++;
    }
    if (head == old.length && head == newIds.length) {
      return;
    }
    beginChange();
    ids = newIds;
    if (old.length - tail > head) {
      var removed = stretch(old, head, old.length - tail);
      if (newIds.length - tail > head) {
        nextReplace(head, newIds.length - tail, removed);
      } else {
        nextRemove(head, removed);
      }
    } else {
      nextAdd(head, newIds.length - tail);
    }
    endChange();
  }

  private static List<Long> stretch(long[] ids, int from, int to) {
    return new AbstractList<>() {
      @Override
      public Long get(int index) {
        return ids[from + index];
      }

      @Override
      public int size() {
        return to - from;
      }
    };
  }
}
