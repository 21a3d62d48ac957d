package studio.timbre.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import studio.timbre.json.ConversationJson;
import studio.timbre.json.Fingerprint;
import studio.timbre.json.ReviewJson;
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
  private final PreparedStatement insertTag;
  private final PreparedStatement deleteTags;
  private final TraitWriter traits;

  ConversationTable(Connection connection) throws SQLException {
    select =
        connection.prepareStatement(
            "SELECT position, status, split, json, review FROM conversation WHERE id = ?");
    insert =
        connection.prepareStatement(
            """
            INSERT INTO conversation (position, status, split, review, rating, assignee, question, answer,
            turns, hash, json, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    lastId = connection.prepareStatement("SELECT last_insert_rowid()");
    update =
        connection.prepareStatement(
            """
            UPDATE conversation SET position = ?, status = ?, split = ?, review = ?, rating = ?,
            assignee = ?, question = ?, answer = ?, turns = ?, hash = ?, json = ? WHERE id = ?""");
    move =
        connection.prepareStatement(
            """
            UPDATE conversation SET position = ?, status = ?, split = ?, review = ?, rating = ?,
            assignee = ? WHERE id = ?""");
    delete = connection.prepareStatement("DELETE FROM conversation WHERE id = ?");
    insertText =
        connection.prepareStatement("INSERT INTO conversation_search (text, rowid) VALUES (?, ?)");
    updateText =
        connection.prepareStatement("UPDATE conversation_search SET text = ? WHERE rowid = ?");
    deleteText = connection.prepareStatement("DELETE FROM conversation_search WHERE rowid = ?");
    deleteCounts = connection.prepareStatement("DELETE FROM token_count WHERE conversation = ?");
    insertTag =
        connection.prepareStatement(
            "INSERT INTO conversation_tag (tag, conversation) VALUES (?, ?)");
    deleteTags = connection.prepareStatement("DELETE FROM conversation_tag WHERE conversation = ?");
    traits = new TraitWriter(connection);
  }

  Optional<ConversationState> find(long id) throws SQLException {
    select.setLong(1, id);
    try (var row = select.executeQuery()) {
      return row.next()
          ? Optional.of(
              new ConversationState(
                  row.getBytes(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5)))
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
    insert.setNull(12, java.sql.Types.INTEGER);
    insert.executeUpdate();
    long id;
    try (var row = lastId.executeQuery()) {
      id = row.getLong(1);
    }
    writeText(insertText, conversation, id);
    traits.put(id, conversation);
    writeTags(id, "", state.review());
    return id;
  }

  /** Brings the conversation from one state to another; empty stands for not being there. */
  void change(long id, Optional<ConversationState> from, Optional<ConversationState> to)
      throws SQLException {
    if (to.isEmpty()) {
      run(delete, id);
      run(deleteText, id);
      run(deleteCounts, id);
      traits.delete(id);
    } else if (from.isEmpty()) {
      var conversation = parse(to.get().json());
      fill(insert, to.get(), conversation);
      run(insert, id, 12);
      writeText(insertText, conversation, id);
      traits.put(id, conversation);
    } else if (from.get().json().equals(to.get().json())) {
      fillPlace(move, to.get());
      run(move, id, 7);
    } else {
      var conversation = parse(to.get().json());
      fill(update, to.get(), conversation);
      run(update, id, 12);
      writeText(updateText, conversation, id);
      run(deleteCounts, id);
      traits.put(id, conversation);
    }
    writeTags(
        id,
        from.map(ConversationState::review).orElse(""),
        to.map(ConversationState::review).orElse(""));
  }

  private void writeTags(long id, String from, String to) throws SQLException {
    if (from.equals(to)) {
      return;
    }
    run(deleteTags, id);
    for (String tag : ReviewJson.parse(to).tags()) {
      insertTag.setString(1, tag);
      run(insertTag, id, 2);
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
    var review = ReviewJson.parse(state.review());
    statement.setBytes(1, state.position());
    statement.setString(2, state.status());
    statement.setString(3, state.split());
    statement.setString(4, state.review());
    statement.setInt(5, review.rating());
    statement.setString(6, review.assignee());
  }

  private static void fill(
      PreparedStatement statement, ConversationState state, Conversation conversation)
      throws SQLException {
    fillPlace(statement, state);
    statement.setString(7, SearchText.sortKey(conversation.question()));
    statement.setString(8, SearchText.sortKey(conversation.answer()));
    statement.setInt(9, conversation.turns());
    statement.setLong(10, Fingerprint.of(state.json()));
    statement.setString(11, state.json());
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
    traits.close();
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
          deleteCounts,
          insertTag,
          deleteTags
        }) {
      statement.close();
    }
  }
}
