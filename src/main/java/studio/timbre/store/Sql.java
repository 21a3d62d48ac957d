package studio.timbre.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Short statements with their parameters. */
final class Sql {
  private Sql() {}

  /** Reads one row of an answer. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  static <T> List<T> list(
      Connection connection, RowReader<T> reader, String sql, Object... parameters)
      throws SQLException {
    try (var statement = prepare(connection, sql, parameters);
        var rows = statement.executeQuery()) {
      var list = new ArrayList<T>();
      while (rows.next()) {
        list.add(reader.read(rows));
      }
      return list;
    }
  }

  static <T> Optional<T> first(
      Connection connection, RowReader<T> reader, String sql, Object... parameters)
      throws SQLException {
    try (var statement = prepare(connection, sql, parameters);
        var rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
    }
  }

  /** The number in the first column of the first row, 0 without a row. */
  static long number(Connection connection, String sql, Object... parameters) throws SQLException {
    return first(connection, row -> row.getLong(1), sql, parameters).orElse(0L);
  }

  static int update(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (var statement = prepare(connection, sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
