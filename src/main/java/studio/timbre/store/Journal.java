package studio.timbre.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.timbre.model.ChangeInfo;

/**
 * Every edit in order, and the way back and forth along them. Taking an entry back exchanges what the journal holds of it with
 * what the table holds, so that the same walk leads forth again.
 */
public final class Journal {
  private static final String ENTRY =
      "SELECT id, kind, conversations, time, who, undone FROM journal_entry ";
  private static final String NEXT_UNDO = ENTRY + "WHERE undone = 0 ORDER BY id DESC LIMIT 1";
  private static final String NEXT_REDO = ENTRY + "WHERE undone = 1 ORDER BY id LIMIT 1";

  private final Database database;

  Journal(Database database) {
    this.database = database;
  }

  /** Takes the last change back, if there is one; answers it. */
  public Optional<ChangeInfo> undo() {
    return step(NEXT_UNDO, 1);
  }

  /** Does again what was taken back last. */
  public Optional<ChangeInfo> redo() {
    return step(NEXT_REDO, 0);
  }

  public Optional<ChangeInfo> nextUndo() {
    return database.read(connection -> Sql.first(connection, Journal::info, NEXT_UNDO));
  }

  public Optional<ChangeInfo> nextRedo() {
    return database.read(connection -> Sql.first(connection, Journal::info, NEXT_REDO));
  }

  /** The newest changes first. */
  public List<ChangeInfo> history(int limit) {
    return database.read(
        connection ->
            Sql.list(connection, Journal::info, ENTRY + "ORDER BY id DESC LIMIT ?", limit));
  }

  /** The number of the last change that is not taken back, 0 for none: names the state of the data. */
  public long position() {
    return nextUndo().map(ChangeInfo::entry).orElse(0L);
  }

  /** Begins the history here: nothing before can be undone. */
  public void forget() {
    database.write(connection -> delete(connection, ">= 0"));
  }

  /** Forgets the entries that are undone, or all of them. */
  static int delete(Connection connection, String undone) throws SQLException {
    String which = " WHERE undone " + undone;
    Sql.update(
        connection,
        "DELETE FROM journal_change WHERE entry IN (SELECT id FROM journal_entry" + which + ")");
    return Sql.update(connection, "DELETE FROM journal_entry" + which);
  }

  private Optional<ChangeInfo> step(String which, int undone) {
    return database.write(
        connection -> {
          var entry = Sql.first(connection, Journal::info, which);
          if (entry.isEmpty()) {
            return entry;
          }
          long id = entry.get().entry();
          exchange(connection, id);
          Sql.update(connection, "UPDATE journal_entry SET undone = ? WHERE id = ?", undone, id);
          return Sql.first(connection, Journal::info, ENTRY + "WHERE id = ?", id);
        });
  }

  /** Puts every conversation of the entry on its other side. The journal's rows are read by key, as they change meanwhile. */
  private static void exchange(Connection connection, long entry) throws SQLException {
    try (var table = new ConversationTable(connection);
        var record = JournalChange.update(connection);
        var next =
            Sql.prepare(
                connection,
                """
                SELECT * FROM journal_change WHERE entry = ? AND conversation > ?
                ORDER BY conversation LIMIT 1""",
                entry,
                Long.MIN_VALUE)) {
      while (true) {
        try (var row = next.executeQuery()) {
          if (!row.next()) {
            table.finish();
            return;
          }
          long id = row.getLong("conversation");
          var here = table.find(id);
          var other = JournalChange.read(row, here);
          table.change(id, here, other);
          JournalChange.fill(record, entry, id, here, other);
          next.setLong(2, id);
        }
        record.executeUpdate();
      }
    }
  }

  private static ChangeInfo info(ResultSet row) throws SQLException {
    return new ChangeInfo(
        row.getLong(1),
        row.getString(2),
        row.getInt(3),
        Instant.ofEpochMilli(row.getLong(4)),
        row.getString(5),
        row.getInt(6) == 1);
  }
}
