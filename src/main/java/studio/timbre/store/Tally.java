package studio.timbre.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many conversations of each status and use there are, and what tokens they come to. Changes are gathered during an act and
 * written with it, at {@link #finish}.
 */
final class Tally implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement counts;
  private final Map<Cell, long[]> conversations = new LinkedHashMap<>();
  private final Map<CountedCell, long[]> tokens = new LinkedHashMap<>();

  private record Cell(String status, String split) {}

  private record CountedCell(String counter, String status, String split) {}

  Tally(Connection connection) throws SQLException {
    this.connection = connection;
    this.counts =
        connection.prepareStatement(
            "SELECT counter, total, answers FROM token_count WHERE conversation = ?");
  }

  /** A conversation has come (1) or gone (-1). Its token counts are told of separately. */
  void conversation(String status, String split, int by) {
    conversations.computeIfAbsent(new Cell(status, split), _ -> new long[1])[0] += by;
  }

  /** A count of tokens has come (1) or gone (-1). */
  void count(String counter, String status, String split, int by, long total, long answers) {
    var sums = tokens.computeIfAbsent(new CountedCell(counter, status, split), _ -> new long[3]);
    sums[0] += by;
    sums[1] += by * total;
    sums[2] += by * answers;
  }

  /** All counts of a conversation that are in the file now have come to this cell (1) or leave it (-1). */
  void counts(long id, String status, String split, int by) throws SQLException {
    counts.setLong(1, id);
    try (var row = counts.executeQuery()) {
      while (row.next()) {
        count(row.getString(1), status, split, by, row.getLong(2), row.getLong(3));
      }
    }
  }

  void finish() throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            INSERT INTO tally (status, split, conversations) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET conversations = conversations + excluded.conversations""")) {
      for (var entry : conversations.entrySet()) {
        statement.setString(1, entry.getKey().status());
        statement.setString(2, entry.getKey().split());
        write(statement, 3, entry.getValue());
      }
    }
    try (var statement =
        connection.prepareStatement(
            """
            INSERT INTO token_tally (counter, status, split, conversations, total, answers)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET conversations = conversations + excluded.conversations,
            total = total + excluded.total, answers = answers + excluded.answers""")) {
      for (var entry : tokens.entrySet()) {
        statement.setString(1, entry.getKey().counter());
        statement.setString(2, entry.getKey().status());
        statement.setString(3, entry.getKey().split());
        write(statement, 4, entry.getValue());
      }
    }
    conversations.clear();
    tokens.clear();
  }

  private static void write(PreparedStatement statement, int first, long... sums)
      throws SQLException {
    boolean changed = false;
    for (int i = 0; i < sums.length; i++) {
      statement.setLong(first + i, sums[i]);
      changed |= sums[i] != 0;
    }
    if (changed) {
      statement.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    counts.close();
  }
}
