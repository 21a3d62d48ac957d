package studio.timbre.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import studio.timbre.json.ConversationJson;
import studio.timbre.json.Fingerprint;
import studio.timbre.model.Conversation;
import studio.timbre.model.UserFacingException;

/** Writes conversations together with everything that is derived from them. Belongs to one act. */
final class ConversationTable implements AutoCloseable {
  private final PreparedStatement select;
  private final PreparedStatement insert;
  private final PreparedStatement lastId;
  private final PreparedStatement update;
  private final PreparedStatement move;
  private final PreparedStatement delete;
  private final PreparedStatement insertText;
  private final PreparedStatement updateText;
  private final PreparedStatement deleteText;
  private final PreparedStatement deleteCounts;

  ConversationTable(Connection connection) throws SQLException {
    select =
        connection.prepareStatement(
            "SELECT position, status, split, json FROM conversation WHERE id = ?");
    insert =
        connection.prepareStatement(
            """
            INSERT INTO conversation (position, status, split, question, answer, turns, hash, json, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    lastId = connection.prepareStatement("SELECT last_insert_rowid()");
    update =
        connection.prepareStatement(
            """
            UPDATE conversation SET position = ?, status = ?, split = ?, question = ?, answer = ?,
            turns = ?, hash = ?, json = ? WHERE id = ?""");
    move =
        connection.prepareStatement(
            "UPDATE conversation SET position = ?, status = ?, split = ? WHERE id = ?");
    delete = connection.prepareStatement("DELETE FROM conversation WHERE id = ?");
    insertText =
        connection.prepareStatement("INSERT INTO conversation_search (text, rowid) VALUES (?, ?)");
    updateText =
        connection.prepareStatement("UPDATE conversation_search SET text = ? WHERE rowid = ?");
    deleteText = connection.prepareStatement("DELETE FROM conversation_search WHERE rowid = ?");
    deleteCounts = connection.prepareStatement("DELETE FROM token_count WHERE conversation = ?");
  }

  Optional<ConversationState> find(long id) throws SQLException {
    select.setLong(1, id);
    try (var row = select.executeQuery()) {
      return row.next()
          ? Optional.of(
              new ConversationState(
                  row.getBytes(1), row.getString(2), row.getString(3), row.getString(4)))
          : Optional.empty();
    }
  }

  /** Adds a conversation under a new number, which it answers. */
  long add(ConversationState state) throws SQLException {
    return add(state, parse(state.json()));
  }

  /** Adds a conversation whose JSON was written from {@code conversation}. */
  long add(ConversationState state, Conversation conversation) throws SQLException {
    fill(insert, state, conversation);
    insert.setNull(9, java.sql.Types.INTEGER);
    insert.executeUpdate();
    long id;
    try (var row = lastId.executeQuery()) {
      id = row.getLong(1);
    }
    writeText(insertText, conversation, id);
    return id;
  }

  /** Brings the conversation from one state to another; empty stands for not being there. */
  void change(long id, Optional<ConversationState> from, Optional<ConversationState> to)
      throws SQLException {
    if (to.isEmpty()) {
      run(delete, id);
      run(deleteText, id);
      run(deleteCounts, id);
    } else if (from.isEmpty()) {
      var conversation = parse(to.get().json());
      fill(insert, to.get(), conversation);
      run(insert, id, 9);
      writeText(insertText, conversation, id);
    } else if (from.get().json().equals(to.get().json())) {
      fillPlace(move, to.get());
      run(move, id, 4);
    } else {
      var conversation = parse(to.get().json());
      fill(update, to.get(), conversation);
      run(update, id, 9);
      writeText(updateText, conversation, id);
      run(deleteCounts, id);
    }
  }

  private static void run(PreparedStatement statement, long id) throws SQLException {
    run(statement, id, 1);
  }

  private static void run(PreparedStatement statement, long id, int parameter) throws SQLException {
    statement.setLong(parameter, id);
    statement.executeUpdate();
  }

  private static void fillPlace(PreparedStatement statement, ConversationState state)
      throws SQLException {
    statement.setBytes(1, state.position());
    statement.setString(2, state.status());
    statement.setString(3, state.split());
  }

  private static void fill(
      PreparedStatement statement, ConversationState state, Conversation conversation)
      throws SQLException {
    fillPlace(statement, state);
    statement.setString(4, SearchText.sortKey(conversation.question()));
    statement.setString(5, SearchText.sortKey(conversation.answer()));
    statement.setInt(6, conversation.turns());
    statement.setLong(7, Fingerprint.of(state.json()));
    statement.setString(8, state.json());
  }

  private static void writeText(PreparedStatement statement, Conversation conversation, long id)
      throws SQLException {
    statement.setString(1, SearchText.of(conversation));
    run(statement, id, 2);
  }

  static Conversation parse(String json) throws SQLException {
    try {
      return ConversationJson.parse(json);
    } catch (UserFacingException e) {
      throw new SQLException(
          "a stored conversation cannot be read: " + e.getMessage(),
          "",
          org.sqlite.SQLiteErrorCode.SQLITE_CORRUPT.code,
          e);
    }
  }

  @Override
  public void close() throws SQLException {
    for (var statement :
        new PreparedStatement[] {
          select,
          insert,
          lastId,
          update,
          move,
          delete,
          insertText,
          updateText,
          deleteText,
          deleteCounts
        }) {
      statement.close();
    }
  }
}
