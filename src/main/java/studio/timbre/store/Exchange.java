package studio.timbre.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Puts every conversation of an entry on its other side. The journal's rows are read by key, as they change meanwhile. A place is
 * taken by one conversation at a time: those that move step aside first, and those that come back come last.
 */
final class Exchange implements AutoCloseable {
  private final long entry;
  private final ConversationTable table;
  private final PreparedStatement next;
  private final PreparedStatement one;
  private final PreparedStatement record;
  private final Map<Long, byte[]> moving = new LinkedHashMap<>();
  private final LongStream.Builder missing = LongStream.builder();
  private boolean rearranges;

  Exchange(Connection connection, long entry) throws SQLException {
    this.entry = entry;
    table = new ConversationTable(connection);
    next =
        Sql.prepare(
            connection,
            """
            SELECT * FROM journal_change WHERE entry = ? AND conversation > ?
            ORDER BY conversation LIMIT 1""",
            entry,
            Long.MIN_VALUE);
    one =
        connection.prepareStatement(
            "SELECT * FROM journal_change WHERE entry = ? AND conversation = ?");
    record = JournalChange.update(connection);
  }

  void make() throws SQLException {
    while (exchangeNext()) {}
    for (var moved : moving.entrySet()) {
      var aside = table.find(moved.getKey());
      table.change(moved.getKey(), aside, aside.map(state -> state.withPosition(moved.getValue())));
    }
    for (long id : missing.build().toArray()) {
      bringBack(id);
    }
    table.finish();
  }

  /** Whether a conversation has come, gone or moved. */
  boolean rearranges() {
    return rearranges;
  }

  TouchedRows.Touched touched() {
    return table.touched();
  }

  private boolean exchangeNext() throws SQLException {
    boolean wanted;
    try (var row = next.executeQuery()) {
      if (!row.next()) {
        return false;
      }
      long id = row.getLong("conversation");
      next.setLong(2, id);
      var here = table.find(id);
      wanted = here.isPresent();
      if (wanted) {
        var other = JournalChange.read(row, here);
        rearranges |= ConversationState.rearranges(here, other);
        JournalChange.fill(record, entry, id, here, other);
        table.change(id, here, aside(id, here.get(), other));
      } else {
        missing.add(id);
      }
    }
    if (wanted) {
      record.executeUpdate();
    }
    return true;
  }

  private Optional<ConversationState> aside(
      long id, ConversationState here, Optional<ConversationState> other) {
    if (other.isEmpty() || java.util.Arrays.equals(here.position(), other.get().position())) {
      return other;
    }
    moving.put(id, other.get().position());
    return other.map(state -> state.withPosition(Positions.aside(id)));
  }

  private void bringBack(long id) throws SQLException {
    one.setLong(1, entry);
    one.setLong(2, id);
    Optional<ConversationState> other;
    try (var row = one.executeQuery()) {
      row.next();
      other = JournalChange.read(row, Optional.empty());
    }
    rearranges = true;
    table.change(id, Optional.empty(), other);
    JournalChange.fill(record, entry, id, Optional.empty(), other);
    record.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    table.close();
    next.close();
    one.close();
    record.close();
  }
}
