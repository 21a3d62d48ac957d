package studio.timbre.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.timbre.model.ChangeInfo;
import studio.timbre.model.ConversationChange;
import studio.timbre.model.Curated;
import studio.timbre.store.Database.Done;

/**
 * Every edit in order, and the way back and forth along them. Taking an entry back exchanges what the journal holds of it with
 * what the table holds, so that the same walk leads forth again. An entry that is put aside counts no more; see {@link StatePath}.
 */
public final class Journal {
  private static final String ENTRY =
      "SELECT id, kind, conversations, time, who, undone FROM journal_entry ";
  private static final String NEXT_UNDO = ENTRY + "WHERE undone = 0 ORDER BY id DESC LIMIT 1";
  private static final String NEXT_REDO = ENTRY + "WHERE undone = 1 ORDER BY id LIMIT 1";

  private static final String OF_ONE =
      """
      SELECT e.id, e.kind, e.conversations, e.time, e.who, e.undone, c.present, c.position, c.status,
      c.split, c.json, c.review
      FROM journal_change c JOIN journal_entry e ON e.id = c.entry
      WHERE c.conversation = ? AND e.undone = 0 ORDER BY c.entry DESC LIMIT ?""";

  private final Database database;
  private final SmallCounts counts;

  Journal(Database database, SmallCounts counts) {
    this.database = database;
    this.counts = counts;
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
            Sql.list(
                connection,
                Journal::info,
                ENTRY + "WHERE undone < 2 ORDER BY id DESC LIMIT ?",
                limit));
  }

  /** What was done to one conversation and counts, the newest first, with how it was before and after. */
  public List<ConversationChange> historyOf(long conversation, int limit) {
    return database.read(
        connection -> {
          var changes = new ArrayList<ConversationChange>();
          try (var table = new ConversationTable(connection);
              var statement = Sql.prepare(connection, OF_ONE, conversation, limit);
              var row = statement.executeQuery()) {
            var after = table.find(conversation);
            while (row.next()) {
              var before = JournalChange.read(row, after);
              changes.add(new ConversationChange(info(row), curated(before), curated(after)));
              after = before;
            }
          }
          return changes;
        });
  }

  private static Optional<Curated> curated(Optional<ConversationState> state) throws SQLException {
    return state.isPresent() ? Optional.of(state.get().curated()) : Optional.empty();
  }

  /** The number of the last change that is not taken back, 0 for none: names the state of the data. */
  public long position() {
    return nextUndo().map(ChangeInfo::entry).orElse(0L);
  }

  /** Begins the history here: nothing before can be undone. */
  public void forget() {
    database.write(connection -> delete(connection, ">= 0"));
  }

  /**
   * Something new is done: what had been taken back can no longer be done again. Of it those entries are put aside that lead to a
   * state which a version or a training points at; the others are forgotten.
   */
  static void letGo(Connection connection) throws SQLException {
    if (Sql.number(connection, "SELECT max(id) FROM journal_entry WHERE undone = 1") == 0) {
      return;
    }
    long wanted =
        Sql.number(
            connection,
            """
            SELECT max(e.id) FROM journal_entry e WHERE e.undone = 1 AND (
              EXISTS (SELECT 1 FROM version v WHERE v.entry = e.id)
              OR EXISTS (SELECT 1 FROM run_data r WHERE r.entry = e.id)
              OR EXISTS (SELECT 1 FROM journal_entry a WHERE a.undone = 2 AND a.base = e.id))""");
    Sql.update(
        connection,
        """
        UPDATE journal_entry SET base = coalesce((SELECT p.id FROM journal_entry p
        WHERE p.undone < 2 AND p.id < journal_entry.id ORDER BY p.id DESC LIMIT 1), 0)
        WHERE undone = 1 AND id <= ?""",
        wanted);
    Sql.update(
        connection, "UPDATE journal_entry SET undone = 2 WHERE undone = 1 AND id <= ?", wanted);
    delete(connection, "= 1");
  }

  /** Forgets the entries that are undone, or all of them. */
  private static int delete(Connection connection, String undone) throws SQLException {
    String which = " WHERE undone " + undone;
    Sql.update(
        connection,
        "DELETE FROM journal_change WHERE entry IN (SELECT id FROM journal_entry" + which + ")");
    return Sql.update(connection, "DELETE FROM journal_entry" + which);
  }

  private Optional<ChangeInfo> step(String which, int undone) {
    return database.act(
        connection -> {
          var entry = Sql.first(connection, Journal::info, which);
          if (entry.isEmpty()) {
            return new Done<>(entry, TouchedRows.Touched.NONE, false);
          }
          long id = entry.get().entry();
          boolean rearranges;
          TouchedRows.Touched touched;
          try (var exchange = new Exchange(connection, id)) {
            exchange.make();
            rearranges = exchange.rearranges();
            touched = exchange.touched();
          }
          counts.after(connection, id);
          Sql.update(connection, "UPDATE journal_entry SET undone = ? WHERE id = ?", undone, id);
          return new Done<>(
              Sql.first(connection, Journal::info, ENTRY + "WHERE id = ?", id),
              touched,
              rearranges);
        });
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
