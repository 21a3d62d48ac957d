package studio.timbre.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One change to the conversations while it is made: every state that it overwrites goes into the journal with it. An act that
 * changes nothing leaves no entry.
 */
final class Act implements AutoCloseable {
  private final Connection connection;
  private final String kind;
  private final String who;
  private final ConversationTable table;
  private final PreparedStatement record;
  private final PreparedStatement amend;
  private final PreparedStatement recorded;
  private final PreparedStatement forget;
  private OptionalLong entry = OptionalLong.empty();
  private int conversations;
  private boolean rearranges;

  Act(Connection connection, String kind, String who) throws SQLException {
    this.connection = connection;
    this.kind = kind;
    this.who = who;
    this.table = new ConversationTable(connection);
    this.record = JournalChange.insertion(connection);
    this.amend = JournalChange.update(connection);
    this.recorded =
        connection.prepareStatement(
            "SELECT * FROM journal_change WHERE entry = ? AND conversation = ?");
    this.forget =
        connection.prepareStatement(
            "DELETE FROM journal_change WHERE entry = ? AND conversation = ?");
  }

  Connection connection() {
    return connection;
  }

  Optional<ConversationState> find(long id) throws SQLException {
    return table.find(id);
  }

  long add(ConversationState state, FromText text) throws SQLException {
    long id = table.add(state, text);
    rearranges = true;
    // A new number is in no entry yet.
    write(record, id, Optional.empty(), Optional.of(state));
    conversations++;
    return id;
  }

  /** Changes a conversation, unless that is no change. */
  void change(long id, Optional<ConversationState> from, Optional<ConversationState> to)
      throws SQLException {
    if (!from.equals(to)) {
      table.change(id, from, to);
      rearranges |= ConversationState.rearranges(from, to);
      record(id, from, to);
    }
  }

  /** What the journal keeps is how the conversation was before the act, however often the act changes it. */
  private void record(long id, Optional<ConversationState> from, Optional<ConversationState> to)
      throws SQLException {
    recorded.setLong(1, entryOfAct());
    recorded.setLong(2, id);
    boolean again;
    Optional<ConversationState> before;
    try (var row = recorded.executeQuery()) {
      again = row.next();
      before = again ? JournalChange.read(row, from) : from;
    }
    if (again && before.equals(to)) {
      forget.setLong(1, entryOfAct());
      forget.setLong(2, id);
      forget.executeUpdate();
      conversations--;
    } else {
      write(again ? amend : record, id, before, to);
      conversations += again ? 0 : 1;
    }
  }

  private void write(
      PreparedStatement row,
      long id,
      Optional<ConversationState> before,
      Optional<ConversationState> to)
      throws SQLException {
    JournalChange.fill(row, entryOfAct(), id, before, to);
    row.executeUpdate();
  }

  private long entryOfAct() throws SQLException {
    if (entry.isEmpty()) {
      entry = OptionalLong.of(begin());
    }
    return entry.getAsLong();
  }

  /** Begins the entry; what had been undone can no longer be redone. */
  private long begin() throws SQLException {
    Journal.letGo(connection);
    Sql.update(
        connection,
        "INSERT INTO journal_entry (kind, time, who, conversations) VALUES (?, ?, ?, 0)",
        kind,
        System.currentTimeMillis(),
        who);
    return Sql.number(connection, "SELECT last_insert_rowid()");
  }

  /** Whether a conversation has come, gone or moved. */
  boolean rearranges() {
    return rearranges;
  }

  TouchedRows.Touched touched() {
    return table.touched();
  }

  /** The entry that came of it; empty where nothing is left of it. */
  OptionalLong entry() {
    return conversations == 0 ? OptionalLong.empty() : entry;
  }

  /** Ends the entry; one of which nothing is left is no entry. */
  void finish() throws SQLException {
    table.finish();
    if (entry.isEmpty()) {
      return;
    }
    if (conversations == 0) {
      Sql.update(connection, "DELETE FROM journal_entry WHERE id = ?", entry.getAsLong());
    } else {
      Sql.update(
          connection,
          "UPDATE journal_entry SET conversations = ? WHERE id = ?",
          conversations,
          entry.getAsLong());
    }
  }

  @Override
  public void close() throws SQLException {
    table.close();
    record.close();
    amend.close();
    recorded.close();
    forget.close();
  }
}
