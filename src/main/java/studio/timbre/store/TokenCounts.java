package studio.timbre.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import studio.timbre.model.Conversation;
import studio.timbre.model.Split;
import studio.timbre.model.TokenCount;
import studio.timbre.model.TrainingFilter;

/** Tokens of conversations, kept so that nothing is counted twice. A changed text loses its counts with the change. */
public final class TokenCounts {
  /** An act on so many conversations brings their counts; those of larger ones are counted afterwards. */
  public static final int AT_ONCE = 20;

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
    var query = filter.query(Split.TRAINING);
    var trained = new QuerySql(query, counter).withTokens();
    return database.read(
        connection -> {
          var all = TotalsSql.totals(connection, query, counter);
          return Sql.first(
                  connection,
                  row ->
                      new TrainingSum(
                          all.conversations(),
                          all.tokens(),
                          all.answerTokens(),
                          all.tokens() - (row.getLong(1) - limit * row.getLong(2)),
                          row.getLong(2)),
                  "SELECT coalesce(sum(t.total), 0), count(*) FROM "
                      + trained.sql()
                      + " AND t.total > ?",
                  trained.parametersAnd(limit))
              .orElseThrow();
        });
  }

  /** What is trained on and longer than the limit, by number. */
  public long[] overLimit(TrainingFilter filter, String counter, int limit) {
    var trained = new QuerySql(filter.query(Split.TRAINING), counter);
    return database.read(
        connection -> {
          // Along the counts: there are few so long, and each of them is looked up.
          try (var statement =
                  Sql.prepare(
                      connection,
                      "SELECT c.id FROM (SELECT conversation FROM token_count"
                          + " WHERE counter = ? AND total > ?) l"
                          + " CROSS JOIN conversation c ON c.id = l.conversation"
                          + trained.conditions()
                          + " ORDER BY c.id",
                      Stream.concat(Stream.of(counter, limit), Arrays.stream(trained.parameters()))
                          .toArray());
              var rows = statement.executeQuery()) {
            return Conversations.numbers(rows);
          }
        });
  }

  /** Those of the conversations that an entry of the journal has touched that are without a count. */
  static List<Uncounted> uncountedOfEntry(Connection connection, String counter, long entry)
      throws SQLException {
    return Sql.list(
        connection,
        TokenCounts::uncounted,
        UNCOUNTED + "AND id IN (SELECT conversation FROM journal_change WHERE entry = ?)",
        counter,
        entry);
  }

  /** The next conversations without a count whose numbers are above one, by number. */
  public List<Uncounted> uncounted(String counter, long above, int limit) {
    return database.read(
        connection ->
            isComplete(connection, counter)
                ? List.of()
                : Sql.list(
                    connection,
                    TokenCounts::uncounted,
                    UNCOUNTED + "AND id > ? ORDER BY id LIMIT ?",
                    counter,
                    above,
                    limit));
  }

  /** Told from the tallies, so that nothing is looked for where there is nothing. */
  private static boolean isComplete(Connection connection, String counter) throws SQLException {
    return Sql.number(
            connection,
            """
            SELECT (SELECT coalesce(sum(conversations), 0) FROM tally)
            - (SELECT coalesce(sum(conversations), 0) FROM token_tally WHERE counter = ?)""",
            counter)
        == 0;
  }

  private static Uncounted uncounted(ResultSet row) throws SQLException {
    return new Uncounted(row.getLong(1), row.getLong(2), ConversationTable.parse(row.getString(3)));
  }

  /** Keeps counts; those of texts that have changed since are dropped. */
  public void put(String counter, List<Counted> counts) {
    database.write(connection -> put(connection, counter, counts));
  }

  static int put(Connection connection, String counter, List<Counted> counts) throws SQLException {
    if (counts.isEmpty()) {
      return 0;
    }
    try (var writing = new CountWriter(connection, counter)) {
      for (var counted : counts) {
        writing.put(counted);
      }
      writing.finish();
      return counts.size();
    }
  }

  /** Writes counts that are not there yet, and tallies them. */
  private static final class CountWriter implements AutoCloseable {
    private final String counter;
    private final Tally tally;
    private final PreparedStatement find;
    private final PreparedStatement insert;

    CountWriter(Connection connection, String counter) throws SQLException {
      this.counter = counter;
      this.tally = new Tally(connection);
      this.find =
          connection.prepareStatement(
              """
              SELECT c.status, c.split FROM conversation c WHERE c.id = ?1 AND c.hash = ?2
              AND NOT EXISTS (SELECT 1 FROM token_count t WHERE t.counter = ?3 AND t.conversation = ?1)""");
      this.insert =
          connection.prepareStatement(
              "INSERT INTO token_count (counter, conversation, total, answers) VALUES (?, ?, ?, ?)");
    }

    void put(Counted counted) throws SQLException {
      int total = counted.count().total();
      int answers = counted.count().answers();
      find.setLong(1, counted.of().id());
      find.setLong(2, counted.of().hash());
      find.setString(3, counter);
      try (var row = find.executeQuery()) {
        if (!row.next()) {
          return;
        }
        tally.count(counter, row.getString(1), row.getString(2), 1, total, answers);
      }
      insert.setString(1, counter);
      insert.setLong(2, counted.of().id());
      insert.setInt(3, total);
      insert.setInt(4, answers);
      insert.executeUpdate();
    }

    void finish() throws SQLException {
      tally.finish();
    }

    @Override
    public void close() throws SQLException {
      tally.close();
      find.close();
      insert.close();
    }
  }
}
