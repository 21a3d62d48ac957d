package studio.timbre.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the searched texts of one act. A small act brings the index up to date itself; of a large one, and for as long as the
 * index is behind, the texts are put aside for {@link Upkeep}.
 */
final class SearchWriter implements AutoCloseable {
  /** Texts of an act that go into the index at once: each takes a good tenth of a millisecond. */
  private static final int AT_ONCE = 32;

  private final PreparedStatement insert;
  private final PreparedStatement update;
  private final PreparedStatement delete;
  private final PreparedStatement putAside;
  private final int atOnce;
  private boolean behind;
  private int written;

  private SearchWriter(Connection connection, int atOnce, boolean behind) throws SQLException {
    this.atOnce = atOnce;
    this.behind = behind;
    insert =
        connection.prepareStatement("INSERT INTO conversation_search (rowid, text) VALUES (?, ?)");
    update =
        connection.prepareStatement("UPDATE conversation_search SET text = ?2 WHERE rowid = ?1");
    delete = connection.prepareStatement("DELETE FROM conversation_search WHERE rowid = ?");
    putAside =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO search_pending (conversation, text) VALUES (?, ?)");
  }

  static SearchWriter ofAct(Connection connection) throws SQLException {
    return new SearchWriter(connection, AT_ONCE, isBehind(connection));
  }

  /** Writes into the index, whatever is put aside. */
  static SearchWriter ofIndex(Connection connection) throws SQLException {
    return new SearchWriter(connection, Integer.MAX_VALUE, false);
  }

  /** Whether the index does not know every text. */
  static boolean isBehind(Connection connection) throws SQLException {
    return Sql.number(connection, "SELECT EXISTS (SELECT 1 FROM search_pending)") == 1;
  }

  void insert(long id, String text) throws SQLException {
    write(insert, id, text);
  }

  void update(long id, String text) throws SQLException {
    write(update, id, text);
  }

  void delete(long id) throws SQLException {
    if (goesAside()) {
      run(putAside, id, null);
    } else {
      delete.setLong(1, id);
      delete.executeUpdate();
    }
  }

  private void write(PreparedStatement now, long id, String text) throws SQLException {
    run(goesAside() ? putAside : now, id, text);
  }

  /** What is put aside is newer than the index: from then on nothing may go past it. */
  private boolean goesAside() {
    behind |= ++written > atOnce;
    return behind;
  }

  private static void run(PreparedStatement statement, long id, @Nullable String text)
      throws SQLException {
    statement.setLong(1, id);
    statement.setString(2, text);
    statement.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    update.close();
    delete.close();
    putAside.close();
  }
}
