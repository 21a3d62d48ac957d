package studio.timbre.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Keeps what is derived from the texts of conversations in step with them. Belongs to one act. */
final class TraitWriter implements AutoCloseable {
  private final PreparedStatement put;
  private final PreparedStatement delete;

  TraitWriter(Connection connection) throws SQLException {
    put =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO conversation_trait (conversation, holds) VALUES (?, ?)");
    delete = connection.prepareStatement("DELETE FROM conversation_trait WHERE conversation = ?");
  }

  /** The language is told later, in the background. */
  void put(long id, FromText text) throws SQLException {
    put.setLong(1, id);
    put.setInt(2, text.holds());
    put.executeUpdate();
  }

  void delete(long id) throws SQLException {
    delete.setLong(1, id);
    delete.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    put.close();
    delete.close();
  }
}
