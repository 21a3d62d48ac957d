package studio.timbre.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import studio.timbre.model.Conversation;

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
  private OptionalLong entry = OptionalLong.empty();
  private int conversations;

  Act(Connection connection, String kind, String who) throws SQLException {
    this.connection = connection;
    this.kind = kind;
    this.who = who;
    this.table = new ConversationTable(connection);
    this.record = JournalChange.insertion(connection);
  }

  Connection connection() {
    return connection;
  }

  Optional<ConversationState> find(long id) throws SQLException {
    return table.find(id);
  }

  long add(ConversationState state, Conversation conversation) throws SQLException {
    long id = table.add(state, conversation);
    record(id, Optional.empty(), Optional.of(state));
    return id;
  }

  /** Changes a conversation, unless that is no change. */
  void change(long id, Optional<ConversationState> from, Optional<ConversationState> to)
      throws SQLException {
    if (!from.equals(to)) {
      table.change(id, from, to);
      record(id, from, to);
    }
  }

  private void record(long id, Optional<ConversationState> from, Optional<ConversationState> to)
      throws SQLException {
    if (entry.isEmpty()) {
      entry = OptionalLong.of(begin());
    }
    JournalChange.fill(record, entry.getAsLong(), id, from, to);
    record.executeUpdate();
    conversations++;
  }

  /** Begins the entry; what had been undone can no longer be redone. */
  private long begin() throws SQLException {
    Journal.delete(connection, "= 1");
    Sql.update(
        connection,
        "INSERT INTO journal_entry (kind, time, who, conversations) VALUES (?, ?, ?, 0)",
        kind,
        System.currentTimeMillis(),
        who);
    return Sql.number(connection, "SELECT last_insert_rowid()");
  }

  /** Ends the entry. */
  void finish() throws SQLException {
    if (entry.isPresent()) {
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
  }
}
