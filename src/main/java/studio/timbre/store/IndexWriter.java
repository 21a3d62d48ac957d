package studio.timbre.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes texts into the search index. */
final class IndexWriter implements AutoCloseable {
  private final PreparedStatement insert;
  private final PreparedStatement update;
  private final PreparedStatement delete;

  // No statement that replaces: SQLite would open a savepoint for every row, at which the index
  // writes itself out.
  IndexWriter(Connection connection) throws SQLException {
    insert =
        connection.prepareStatement("INSERT INTO conversation_search (rowid, text) VALUES (?, ?)");
    update =
        connection.prepareStatement("UPDATE conversation_search SET text = ?2 WHERE rowid = ?1");
    delete = connection.prepareStatement("DELETE FROM conversation_search WHERE rowid = ?");
  }

  void insert(long conversation, String text) throws SQLException {
    write(insert, conversation, text);
  }

  void update(long conversation, String text) throws SQLException {
    write(update, conversation, text);
  }

  void delete(long conversation) throws SQLException {
    delete.setLong(1, conversation);
    delete.executeUpdate();
  }

  private static void write(PreparedStatement statement, long conversation, String text)
      throws SQLException {
    statement.setLong(1, conversation);
    statement.setString(2, text);
    statement.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    update.close();
    delete.close();
  }
}
