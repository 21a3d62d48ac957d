package studio.timbre.store;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import studio.timbre.model.Place;

/** Finds the key that puts a conversation at a place. */
final class Positions {
  private static final String POSITION = "SELECT position FROM conversation ";

  private static final byte[] ASIDE = {-1, -1, -1, -1, -1, -1, -1, -1};

  private Positions() {}

  static byte[] of(Connection connection, Place place) throws SQLException {
    return switch (place) {
      case Place.Start() -> atStart(connection);
      case Place.End() -> atEnd(connection);
      case Place.Behind(long id) -> {
        var left = find(connection, POSITION + "WHERE id = ?", id);
        yield left.isPresent() ? behind(connection, left.get()) : atEnd(connection);
      }
      case Place.Before(long id) -> {
        var right = find(connection, POSITION + "WHERE id = ?", id);
        yield right.isPresent() ? before(connection, right.get()) : atEnd(connection);
      }
    };
  }

  /** A key that no place has, for a conversation that makes room for another one within an act. */
  static byte[] aside(long conversation) {
    return ByteBuffer.allocate(ASIDE.length + Long.BYTES).put(ASIDE).putLong(conversation).array();
  }

  private static byte[] atStart(Connection connection) throws SQLException {
    return find(connection, POSITION + "ORDER BY position LIMIT 1")
        .map(PositionKey::before)
        .orElseGet(PositionKey::first);
  }

  private static byte[] atEnd(Connection connection) throws SQLException {
    return find(connection, POSITION + "ORDER BY position DESC LIMIT 1")
        .map(PositionKey::after)
        .orElseGet(PositionKey::first);
  }

  private static byte[] behind(Connection connection, byte[] left) throws SQLException {
    return find(connection, POSITION + "WHERE position > ? ORDER BY position LIMIT 1", left)
        .map(right -> PositionKey.between(left, right))
        .orElseGet(() -> PositionKey.after(left));
  }

  private static byte[] before(Connection connection, byte[] right) throws SQLException {
    return find(connection, POSITION + "WHERE position < ? ORDER BY position DESC LIMIT 1", right)
        .map(left -> PositionKey.between(left, right))
        .orElseGet(() -> PositionKey.before(right));
  }

  private static Optional<byte[]> find(Connection connection, String sql, Object... parameters)
      throws SQLException {
    return Sql.first(connection, row -> row.getBytes(1), sql, parameters);
  }
}
