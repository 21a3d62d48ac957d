package studio.timbre.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Brings conversations to how they were in another state. Places are taken by one conversation at a time: those that move step aside
 * first, and those that come back come last.
 */
final class StateReturn {
  private final Act act;
  private final StatePath.Walker walker;
  private final Map<Long, byte[]> moving = new HashMap<>();
  private final LongStream.Builder missing = LongStream.builder();
  private int changed;

  StateReturn(Act act, StatePath.Walker walker) {
    this.act = act;
    this.walker = walker;
  }

  int make(long... touched) throws SQLException {
    for (long id : touched) {
      var here = act.find(id);
      if (here.isEmpty()) {
        missing.add(id);
      } else {
        replace(id, here, walker.from(id, here));
      }
    }
    for (var entry : moving.entrySet()) {
      var parked = act.find(entry.getKey());
      act.change(entry.getKey(), parked, parked.map(state -> state.withPosition(entry.getValue())));
    }
    for (long id : missing.build().toArray()) {
      var wanted = walker.from(id, Optional.empty());
      act.change(id, Optional.empty(), wanted);
      changed += wanted.isPresent() ? 1 : 0;
    }
    return changed;
  }

  private void replace(
      long id, Optional<ConversationState> here, Optional<ConversationState> wanted)
      throws SQLException {
    if (wanted.equals(here)) {
      return;
    }
    changed++;
    if (wanted.isEmpty() || Arrays.equals(wanted.get().position(), here.orElseThrow().position())) {
      act.change(id, here, wanted);
    } else {
      moving.put(id, wanted.get().position());
      act.change(id, here, wanted.map(state -> state.withPosition(Positions.aside(id))));
    }
  }
}
