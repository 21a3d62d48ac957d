package studio.timbre.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Puts the searched texts of an act aside for {@link Upkeep}, which brings the index up to date: that costs more than all else an act
 * writes. Until then a search looks at both.
 */
final class PendingTexts implements AutoCloseable {
  private final PreparedStatement put;

  PendingTexts(Connection connection) throws SQLException {
    put =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO search_pending (conversation, text) VALUES (?, ?)");
  }

  void put(long conversation, String text) throws SQLException {
    write(conversation, text);
  }

  void delete(long conversation) throws SQLException {
    write(conversation, null);
  }

  private void write(long conversation, @Nullable String text) throws SQLException {
    put.setLong(1, conversation);
    put.setString(2, text);
    put.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    put.close();
  }
}
