package studio.timbre.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.timbre.model.Place;

/**
 * Finds the key of a place, and makes room there first where it would be long. To and fro at one place every move takes a byte more, and keys are
 * part of seven indexes: then those around it are spread evenly over the room of all of them, as part of the same act, so that undo and history
 * know of it.
 */
final class Room {
  /** Longer keys are not given. */
  static final int LONGEST = 48;

  /** Those around a place are to have keys of no more than that, so that it takes many moves until room is made again. */
  private static final int SHORT = 24;

  /** As many on either side at first, then four times as many, until the keys are short. */
  private static final int REACH = 32;

  private static final int WIDER = 4;

  private Room() {}

  /** A key for one that is put there. */
  static byte[] at(Act act, Place place) throws SQLException {
    byte[] key = Positions.of(act.connection(), place);
    if (key.length <= LONGEST) {
      return key;
    }
    spread(act, key);
    return Positions.of(act.connection(), place);
  }

  /** A conversation and its key. */
  private record Standing(long id, byte[] key) {}

  private static void spread(Act act, byte[] key) throws SQLException {
    boolean done = false;
    for (int reach = REACH; !done; reach *= WIDER) {
      var left = beside(act.connection(), "position < ? ORDER BY position DESC", key, reach);
      var right = beside(act.connection(), "position >= ? ORDER BY position", key, reach);
      boolean all = left.size() <= reach && right.size() <= reach;
      byte[] low = left.size() <= reach ? PositionKey.none() : left.removeLast().key();
      byte[] high =
          right.size() > reach
              ? right.removeLast().key()
              : PositionKey.after(right.isEmpty() ? key : right.getLast().key());
      var standing = new ArrayList<>(left.reversed());
      standing.addAll(right);
      var keys = PositionKey.spread(low, high, standing.size());
      done = all || keys.stream().allMatch(each -> each.length <= SHORT);
      if (done) {
        give(act, standing, keys);
      }
    }
  }

  private static ArrayList<Standing> beside(
      Connection connection, String where, byte[] key, int reach) throws SQLException {
    return new ArrayList<>(
        Sql.list(
            connection,
            row -> new Standing(row.getLong(1), row.getBytes(2)),
            "SELECT id, position FROM conversation WHERE position < x'ff' AND "
                + where
                + " LIMIT ?",
            key,
            reach + 1));
  }

  /** All step aside first, as a place is taken by one at a time. */
  private static void give(Act act, List<Standing> standing, List<byte[]> keys)
      throws SQLException {
    for (int i = 0; i < keys.size(); i++) {
      if (!Arrays.equals(standing.get(i).key(), keys.get(i))) {
        move(act, standing.get(i).id(), Positions.aside(standing.get(i).id()));
      }
    }
    for (int i = 0; i < keys.size(); i++) {
      if (!Arrays.equals(standing.get(i).key(), keys.get(i))) {
        move(act, standing.get(i).id(), keys.get(i));
      }
    }
  }

  private static void move(Act act, long id, byte[] key) throws SQLException {
    var from = act.find(id);
    act.change(id, from, from.map(state -> state.withPosition(key)));
  }
}
