package studio.timbre.checks;

import java.util.AbstractList;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * The conversations with a finding, in the order of the project, as it was when somebody asked. How many there are is known at once;
 * which, is looked up when the first is asked for.
 */
final class FoundIds extends AbstractList<Long> implements RandomAccess {
  private final int size;
  private Optional<State> state;
  private long[] found = new long[0];

  /**
   * What was known then.
   *
   * @param order slots in the order of the project
   */
  record State(int kind, Findings.Told findings, int[] order, int count, long[] ids) {}

  FoundIds(int size, State state) {
    this.size = size;
    this.state = Optional.of(state);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Long get(int index) {
    return known()[index];
  }

  private synchronized long[] known() {
    if (state.isPresent()) {
      found = looked(state.get());
      state = Optional.empty();
    }
    return found;
  }

  private long[] looked(State then) {
    var looked = new long[size];
    int filled = 0;
    for (int i = 0; i < then.count() && filled < size; i++) {
      int slot = then.order()[i];
      if (then.findings().has(slot, then.kind())) {
        looked[filled++] = then.ids()[slot];
      }
    }
    return looked;
  }
}
