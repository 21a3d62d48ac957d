package studio.timbre.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import studio.timbre.json.HeldJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.Holding;

/** What is derived from texts and takes its time: languages. A changed text loses its language with the change. */
public final class Traits {
  private final Database database;

  Traits(Database database) {
    this.database = database;
  }

  /**
   * A conversation that nobody has looked at.
   *
   * @param hash tells whether it is still the same when the answer arrives
   */
  public record Unlooked(long id, long hash, Conversation conversation) {}

  /** What somebody has seen in it. */
  public record Seen(Unlooked in, String language) {}

  /** The next ones. */
  public List<Unlooked> unlooked(int limit) {
    return without("language", database, Long.MIN_VALUE, limit);
  }

  /** The next conversations of which a trait is not known and whose numbers are above one, by number. */
  static List<Unlooked> without(String trait, Database database, long above, int limit) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                Traits::unlooked,
                "SELECT c.id, c.hash, c.json FROM conversation_trait d JOIN conversation c"
                    + " ON c.id = d.conversation WHERE d."
                    + trait
                    + " IS NULL AND d.conversation > ? ORDER BY d.conversation LIMIT ?",
                above,
                limit));
  }

  static Unlooked unlooked(ResultSet row) throws SQLException {
    return new Unlooked(row.getLong(1), row.getLong(2), ConversationTable.parse(row.getString(3)));
  }

  /** Keeps what was seen; of texts that have changed since it is dropped. */
  public void put(List<Seen> seen) {
    database.write(
        connection -> {
          try (var statement =
              connection.prepareStatement(
                  """
                  UPDATE conversation_trait SET language = ?, holds = ? WHERE conversation = ?
                  AND (SELECT hash FROM conversation WHERE id = conversation_trait.conversation) = ?""")) {
            for (var one : seen) {
              statement.setString(1, one.language());
              statement.setInt(2, Holding.bits(HeldJson.of(one.in().conversation())));
              statement.setLong(3, one.in().id());
              statement.setLong(4, one.in().hash());
              statement.executeUpdate();
            }
            return seen.size();
          }
        });
  }
}
