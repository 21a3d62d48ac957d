package studio.timbre.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The way from the present state of the conversations to another one that the journal knows: entries to be taken back, and then
 * entries to be done again. What the journal holds of an entry leads in just that direction.
 *
 * @param back ids, rising; taken back from the last on
 * @param forth ids, rising; done again from the first on
 */
record StatePath(long[] back, long[] forth) {

  /** Where an entry stands in the journal. */
  private record Place(int undone, long base) {}

  /** Empty where the journal does not know that state. */
  static Optional<StatePath> to(Connection connection, long state) throws SQLException {
    var aside = new ArrayList<Long>();
    long at = state;
    var place = place(connection, at);
    while (place.isPresent() && place.get().undone() == 2) {
      aside.add(at);
      at = place.get().base();
      place = place(connection, at);
    }
    if (place.isEmpty()) {
      return Optional.empty();
    }
    Collections.reverse(aside);
    boolean isAhead = place.get().undone() == 1;
    long[] back =
        isAhead
            ? new long[0]
            : ids(
                connection,
                "SELECT id FROM journal_entry WHERE undone = 0 AND id > ? ORDER BY id",
                at);
    long[] ahead =
        isAhead
            ? ids(
                connection,
                "SELECT id FROM journal_entry WHERE undone = 1 AND id <= ? ORDER BY id",
                at)
            : new long[0];
    return Optional.of(
        new StatePath(
            back,
            LongStream.concat(Arrays.stream(ahead), aside.stream().mapToLong(Long::longValue))
                .toArray()));
  }

  /** The beginning counts as done. */
  private static Optional<Place> place(Connection connection, long entry) throws SQLException {
    return entry == 0
        ? Optional.of(new Place(0, 0))
        : Sql.first(
            connection,
            row -> new Place(row.getInt(1), row.getLong(2)),
            "SELECT undone, base FROM journal_entry WHERE id = ?",
            entry);
  }

  private static long[] ids(Connection connection, String sql, long parameter) throws SQLException {
    try (var statement = Sql.prepare(connection, sql, parameter);
        var rows = statement.executeQuery()) {
      return Conversations.numbers(rows);
    }
  }

  /** The conversations that any step touches, in rising order. */
  long[] touched(Connection connection) throws SQLException {
    List<long[]> parts = new ArrayList<>();
    try (var statement =
        connection.prepareStatement("SELECT conversation FROM journal_change WHERE entry = ?")) {
      for (long entry : LongStream.concat(Arrays.stream(back), Arrays.stream(forth)).toArray()) {
        statement.setLong(1, entry);
        try (var rows = statement.executeQuery()) {
          parts.add(Conversations.numbers(rows));
        }
      }
    }
    return parts.stream().flatMapToLong(Arrays::stream).sorted().distinct().toArray();
  }

  /** Tells how conversations are at the end of a path. Belongs to one transaction. */
  static final class Walker implements AutoCloseable {
    private final StatePath path;
    private final PreparedStatement falling;
    private final PreparedStatement rising;

    Walker(Connection connection, StatePath path) throws SQLException {
      this.path = path;
      falling =
          connection.prepareStatement(
              "SELECT * FROM journal_change WHERE conversation = ? AND entry >= ? ORDER BY entry DESC");
      rising =
          connection.prepareStatement(
              "SELECT * FROM journal_change WHERE conversation = ? AND entry >= ? ORDER BY entry");
    }

    /**
     * The conversation at the end of the path.
     *
     * @param here as it is in the present state
     */
    Optional<ConversationState> from(long id, Optional<ConversationState> here)
        throws SQLException {
      return walk(rising, path.forth(), id, walk(falling, path.back(), id, here));
    }

    private static Optional<ConversationState> walk(
        PreparedStatement rows, long[] entries, long id, Optional<ConversationState> from)
        throws SQLException {
      if (entries.length == 0) {
        return from;
      }
      rows.setLong(1, id);
      rows.setLong(2, entries[0]);
      var state = from;
      try (ResultSet row = rows.executeQuery()) {
        while (row.next()) {
          if (Arrays.binarySearch(entries, row.getLong("entry")) >= 0) {
            state = JournalChange.read(row, state);
          }
        }
      }
      return state;
    }

    @Override
    public void close() throws SQLException {
      falling.close();
      rising.close();
    }
  }
}
