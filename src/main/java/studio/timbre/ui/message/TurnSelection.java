package studio.timbre.ui.message;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Messages of a conversation that are picked out, by their numbers. */
public final class TurnSelection {
  private final ReadOnlyObjectWrapper<SequencedSet<Integer>> chosen =
      new ReadOnlyObjectWrapper<>(new LinkedHashSet<>());
  private int anchor = -1;

  /** In the order of the conversation. */
  public ReadOnlyObjectProperty<SequencedSet<Integer>> chosen() {
    return chosen.getReadOnlyProperty();
  }

  public boolean contains(int index) {
    return chosen.get().contains(index);
  }

  void toggle(int index) {
    var next = new TreeSet<>(chosen.get());
    if (!next.remove(index)) {
      next.add(index);
    }
    anchor = index;
    chosen.set(next);
  }

  /** Picks all from the one that was picked last. */
  void extendTo(int index) {
    var next = new TreeSet<>(chosen.get());
    int from = anchor < 0 ? index : anchor;
    for (int i = Math.min(from, index); i <= Math.max(from, index); i++) {
      next.add(i);
    }
    chosen.set(next);
  }

  public void clear() {
    anchor = -1;
    if (!chosen.get().isEmpty()) {
      chosen.set(new LinkedHashSet<>());
    }
  }
}
