package studio.timbre.store;

import java.util.List;
import studio.timbre.model.Conversation;
import studio.timbre.model.TokenCount;

/** Tokens of conversations, kept so that nothing is counted twice. A changed text loses its counts with the change. */
public final class TokenCounts {
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

  /** The next conversations without a count, in no particular order. */
  public List<Uncounted> uncounted(String counter, int limit) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                row ->
                    new Uncounted(
                        row.getLong(1), row.getLong(2), ConversationTable.parse(row.getString(3))),
                """
                SELECT id, hash, json FROM conversation c WHERE NOT EXISTS
                (SELECT 1 FROM token_count t WHERE t.counter = ? AND t.conversation = c.id)
                LIMIT ?""",
                counter,
                limit));
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
