package studio.timbre.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import studio.timbre.json.ConversationJson;
import studio.timbre.json.ReviewJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.UserFacingException;

/** Writes conversations together with everything that is derived from them. Belongs to one act. */
final class ConversationTable implements AutoCloseable {
  private final PreparedStatement select;
  private final PreparedStatement lastId;
  private final PreparedStatement delete;
  private final PreparedStatement deleteCounts;
  private final PreparedStatement insertTag;
  private final PreparedStatement deleteTags;
  private final RowWriter rows;
  private final PendingTexts texts;
  private final Tally tally;
  private final TraitWriter traits;
  private TouchedRows.Touched touched = TouchedRows.Touched.NONE;

  ConversationTable(Connection connection) throws SQLException {
    select =
        connection.prepareStatement(
            "SELECT position, status, split, json, review FROM conversation WHERE id = ?");
    rows = new RowWriter(connection);
    lastId = connection.prepareStatement("SELECT last_insert_rowid()");
    delete = connection.prepareStatement("DELETE FROM conversation WHERE id = ?");
    deleteCounts = connection.prepareStatement("DELETE FROM token_count WHERE conversation = ?");
    insertTag =
        connection.prepareStatement(
            "INSERT INTO conversation_tag (tag, conversation) VALUES (?, ?)");
    deleteTags = connection.prepareStatement("DELETE FROM conversation_tag WHERE conversation = ?");
    texts = new PendingTexts(connection);
    tally = new Tally(connection);
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
    return add(state, FromText.of(parse(state.json()), state.json()));
  }

  /** Adds a conversation of which all that is derived from its JSON is known. */
  long add(ConversationState state, FromText text) throws SQLException {
    rows.insert(null, state, text);
    long id;
    try (var row = lastId.executeQuery()) {
      id = row.getLong(1);
    }
    texts.put(id, text.searched());
    tally.conversation(state.status(), state.split(), 1);
    traits.put(id, text);
    writeTags(id, "", state.review());
    touched = touched.and(id);
    return id;
  }

  /** Brings the conversation from one state to another; empty stands for not being there. */
  void change(long id, Optional<ConversationState> from, Optional<ConversationState> to)
      throws SQLException {
    retally(id, from, to);
    if (to.isEmpty()) {
      run(delete, id);
      texts.delete(id);
      run(deleteCounts, id);
      traits.delete(id);
    } else if (from.isEmpty()) {
      var text = FromText.of(parse(to.get().json()), to.get().json());
      rows.insert(id, to.get(), text);
      texts.put(id, text.searched());
      traits.put(id, text);
    } else if (from.get().json().equals(to.get().json())) {
      rows.update(id, from.get(), to.get());
    } else {
      var text = FromText.of(parse(to.get().json()), to.get().json());
      rows.update(id, from.get(), to.get(), text);
      texts.put(id, text.searched());
      run(deleteCounts, id);
      traits.put(id, text);
    }
    writeTags(
        id,
        from.map(ConversationState::review).orElse(""),
        to.map(ConversationState::review).orElse(""));
    touched = touched.and(id);
  }

  /** Those that were added or changed. */
  TouchedRows.Touched touched() {
    return touched;
  }

  /** Before the change: the counts of tokens are still there. */
  private void retally(long id, Optional<ConversationState> from, Optional<ConversationState> to)
      throws SQLException {
    boolean sameCell =
        from.isPresent()
            && to.isPresent()
            && from.get().status().equals(to.get().status())
            && from.get().split().equals(to.get().split());
    boolean sameText =
        from.isPresent() && to.isPresent() && from.get().json().equals(to.get().json());
    if (from.isPresent() && !(sameCell && sameText)) {
      tally.counts(id, from.get().status(), from.get().split(), -1);
    }
    if (!sameCell) {
      from.ifPresent(state -> tally.conversation(state.status(), state.split(), -1));
      to.ifPresent(state -> tally.conversation(state.status(), state.split(), 1));
      if (sameText) {
        tally.counts(id, to.orElseThrow().status(), to.orElseThrow().split(), 1);
      }
    }
  }

  /** Writes what was gathered: to be called once, at the end of an act. */
  void finish() throws SQLException {
    tally.finish();
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
    rows.close();
    texts.close();
    tally.close();
    traits.close();
    for (var statement :
        new PreparedStatement[] {select, lastId, delete, deleteCounts, insertTag, deleteTags}) {
      statement.close();
    }
  }
}
