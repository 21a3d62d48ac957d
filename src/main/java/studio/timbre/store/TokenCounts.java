package studio.timbre.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import studio.timbre.model.Conversation;
import studio.timbre.model.Split;
import studio.timbre.model.TokenCount;
import studio.timbre.model.TrainingFilter;

/** Tokens of conversations, kept so that nothing is counted twice. A changed text loses its counts with the change. */
public final class TokenCounts {
  private static final String UNCOUNTED =
      """
      SELECT id, hash, json FROM conversation c WHERE NOT EXISTS
      (SELECT 1 FROM token_count t WHERE t.counter = ? AND t.conversation = c.id)
      """;

  private final Database database;

  TokenCounts(Database database) {
    this.database = database;
  }

  /**
   * A conversation that is still to be counted.
   *
   * @param hash tells whether it is still the same when its count arrives
   */
  public record Uncounted(long id, long hash, Conversation conversation) {}

  /** A count that has been made. */
  public record Counted(Uncounted of, TokenCount count) {}

  /**
   * Tokens of what is trained on.
   *
   * @param examples counted or not
   * @param cutTokens after each is cut to the limit
   * @param overLimit how many the cut shortens
   */
  public record TrainingSum(
      long examples, long tokens, long answerTokens, long cutTokens, long overLimit) {}

  public TrainingSum trainingSum(TrainingFilter filter, String counter, int limit) {
    var trained = new QuerySql(filter.query(Split.TRAINING), counter);
    return database.read(
        connection ->
            Sql.first(
                    connection,
                    row ->
                        new TrainingSum(
                            row.getLong(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5)),
                    """
                    SELECT count(*), coalesce(sum(t.total), 0), coalesce(sum(t.answers), 0),
                    coalesce(sum(min(t.total, ?)), 0), coalesce(sum(t.total > ?), 0) FROM\s"""
                        + trained.sql(),
                    trained.parameters(limit, limit))
                .orElseThrow());
  }

  /** What is trained on and longer than the limit, in the order of the project. */
  public List<Long> overLimit(TrainingFilter filter, String counter, int limit) {
    var trained = new QuerySql(filter.query(Split.TRAINING), counter);
    return database.read(
        connection ->
            Sql.list(
                connection,
                row -> row.getLong(1),
                "SELECT c.id FROM " + trained.sql() + " AND t.total > ? ORDER BY c.position",
                trained.parametersAnd(limit)));
  }

  /** Those of the given conversations that are without a count. */
  public List<Uncounted> uncountedOf(String counter, long... ids) {
    return database.read(
        connection -> {
          var found = new ArrayList<Uncounted>();
          for (long id : ids) {
            Sql.first(connection, TokenCounts::uncounted, UNCOUNTED + "AND id = ?", counter, id)
                .ifPresent(found::add);
          }
          return found;
        });
  }

  /** The next conversations without a count, in no particular order. */
  public List<Uncounted> uncounted(String counter, int limit) {
    return database.read(
        connection ->
            Sql.list(connection, TokenCounts::uncounted, UNCOUNTED + "LIMIT ?", counter, limit));
  }

  private static Uncounted uncounted(ResultSet row) throws SQLException {
    return new Uncounted(row.getLong(1), row.getLong(2), ConversationTable.parse(row.getString(3)));
  }

  /** Keeps counts; those of texts that have changed since are dropped. */
  public void put(String counter, List<Counted> counts) {
    database.write(
        connection -> {
          try (var statement =
              connection.prepareStatement(
                  """
                  INSERT OR REPLACE INTO token_count (counter, conversation, total, answers)
                  SELECT ?, id, ?, ? FROM conversation WHERE id = ? AND hash = ?""")) {
            for (var counted : counts) {
              statement.setString(1, counter);
              statement.setInt(2, counted.count().total());
              statement.setInt(3, counted.count().answers());
              statement.setLong(4, counted.of().id());
              statement.setLong(5, counted.of().hash());
              statement.executeUpdate();
            }
            return counts.size();
          }
        });
  }
}
