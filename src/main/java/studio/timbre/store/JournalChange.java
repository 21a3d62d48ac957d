package studio.timbre.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the other side of an entry is kept for one conversation. Of a conversation that is on both sides only the differences are
 * kept, so that approving a hundred thousand conversations does not copy them.
 */
final class JournalChange {
  private JournalChange() {}

  /** For an entry that has no row for the conversation yet. */
  static PreparedStatement insertion(Connection connection) throws SQLException {
    return connection.prepareStatement(
        """
        INSERT INTO journal_change
        (present, position, status, split, json, review, entry, conversation)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""");
  }

  /** For a row that is there. */
  static PreparedStatement update(Connection connection) throws SQLException {
    return connection.prepareStatement(
        """
        UPDATE journal_change SET present = ?, position = ?, status = ?, split = ?, json = ?,
        review = ?
        WHERE entry = ? AND conversation = ?""");
  }

  /** Fills the row that leads from {@code here} back to {@code other}. */
  static void fill(
      PreparedStatement row,
      long entry,
      long id,
      Optional<ConversationState> other,
      Optional<ConversationState> here)
      throws SQLException {
    row.setLong(7, entry);
    row.setLong(8, id);
    row.setInt(1, other.isPresent() ? 1 : 0);
    boolean same = other.isPresent() && here.isPresent();
    boolean samePlace =
        same && java.util.Arrays.equals(other.get().position(), here.get().position());
    row.setBytes(2, samePlace ? null : other.map(ConversationState::position).orElse(null));
    row.setString(3, difference(same, other, here, ConversationState::status));
    row.setString(4, difference(same, other, here, ConversationState::split));
    row.setString(5, difference(same, other, here, ConversationState::json));
    row.setString(6, difference(same, other, here, ConversationState::review));
  }

  private static @Nullable String difference(
      boolean same,
      Optional<ConversationState> other,
      Optional<ConversationState> here,
      java.util.function.Function<ConversationState, String> part) {
    String value = other.map(part).orElse(null);
    return same && here.map(part).orElseThrow().equals(value) ? null : value;
  }

  /** The other side, told from a row and from how the conversation is now. */
  static Optional<ConversationState> read(ResultSet row, Optional<ConversationState> here)
      throws SQLException {
    if (row.getInt("present") == 0) {
      return Optional.empty();
    }
    byte[] position = row.getBytes("position");
    return Optional.of(
        new ConversationState(
            position == null ? here.orElseThrow().position() : position,
            or(row.getString("status"), here, ConversationState::status),
            or(row.getString("split"), here, ConversationState::split),
            or(row.getString("json"), here, ConversationState::json),
            or(row.getString("review"), here, ConversationState::review)));
  }

  private static String or(
      @Nullable String kept,
      Optional<ConversationState> here,
      java.util.function.Function<ConversationState, String> part) {
    return kept == null ? here.map(part).orElseThrow() : kept;
  }
}
