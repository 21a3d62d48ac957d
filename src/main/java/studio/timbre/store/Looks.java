package studio.timbre.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.NumberSet;
import studio.timbre.model.Split;
import studio.timbre.store.Traits.Unlooked;

/**
 * What the checks keep of each conversation, in bytes that they alone can read. A changed text loses its look with the change, so that one
 * edit costs one look.
 */
public final class Looks {
  /** The setting that tells who made what is kept. */
  private static final String MADE_BY = "timbre.looks";

  private static final String LOOK =
      "(SELECT look FROM conversation_trait WHERE conversation = c.id)";

  private final Database database;
  private final TouchedRows.Watch touched;

  Looks(Database database) {
    this.database = database;
    this.touched = database.touched().watch();
  }

  /** What was seen in a conversation. */
  public record Looked(Unlooked in, byte[] look) {}

  /** Takes one look after the other. */
  @FunctionalInterface
  public interface Taker {
    /** @param hash the same for conversations that are the same to the letter */
    void take(long id, Split split, long hash, byte[] look);
  }

  /**
   * Drops what was made by another version of the checks.
   *
   * @param version of those that look from now on
   */
  public void use(String version) {
    // Asked before every look: where all is as it was, no writer is waited for.
    boolean same =
        database.readWhileOpen(
            connection ->
                Sql.first(
                        connection,
                        row -> row.getString(1),
                        "SELECT value FROM setting WHERE key = ?",
                        MADE_BY)
                    .filter(version::equals)
                    .isPresent());
    if (!same) {
      database.write(
          connection -> {
            Sql.update(
                connection,
                "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)",
                MADE_BY,
                version);
            return Sql.update(
                connection, "UPDATE conversation_trait SET look = NULL WHERE look IS NOT NULL");
          });
    }
  }

  /** The next that nobody has looked at whose numbers are above one, by number. */
  public List<Unlooked> unlooked(long above, int limit) {
    return Traits.without("look", database, above, limit);
  }

  /** How many conversations checks of this version would have to look at. */
  public long missing(String version) {
    return database.read(
        connection ->
            Sql.number(
                connection,
                """
                SELECT CASE
                  WHEN EXISTS (SELECT 1 FROM setting WHERE key = ? AND value = ?)
                  THEN (SELECT count(*) FROM conversation_trait WHERE look IS NULL)
                  ELSE (SELECT count(*) FROM conversation_trait)
                END
                """,
                MADE_BY,
                version));
  }

  /** How many conversations nobody has looked at. */
  public long missing() {
    return database.readWhileOpen(
        connection ->
            Sql.number(connection, "SELECT count(*) FROM conversation_trait WHERE look IS NULL"));
  }

  /** Keeps what was seen; of texts that have changed since it is dropped. */
  public void put(List<Looked> looked) {
    database.write(
        connection -> {
          try (var statement =
              connection.prepareStatement(
                  """
                  UPDATE conversation_trait SET look = ? WHERE conversation = ?
                  AND (SELECT hash FROM conversation WHERE id = conversation_trait.conversation) = ?""")) {
            for (var one : looked) {
              statement.setBytes(1, one.look());
              statement.setLong(2, one.in().id());
              statement.setLong(3, one.in().hash());
              statement.executeUpdate();
            }
            return looked.size();
          }
        });
  }

  /** Asked by one alone, who reads then. What is touched while that goes on is told at the next call. */
  public Changes changes() {
    return Changes.of(touched.take());
  }

  /**
   * How a conversation stands.
   *
   * @param look empty where nobody has looked since its text has changed
   * @param behind the one before it among those that match; empty for the first
   */
  public record Standing(
      long id, Split split, long hash, Optional<byte[]> look, OptionalLong behind) {}

  /** Those of the conversations that match, in the order of the project. */
  public List<Standing> standing(ConversationFilter filter, Set<Long> ids) {
    var sql = new QuerySql(ConversationQuery.of(filter), "");
    String behind =
        "SELECT c.id FROM conversation c INDEXED BY conversation_position"
            + sql.conditions()
            + " AND c.position < ? AND "
            + LOOK
            + " IS NOT NULL ORDER BY c.position DESC LIMIT 1";
    // By number, and sorted here: along an index of the order all would be read.
    String chosen =
        "SELECT c.id, c.split, c.hash, c.position, "
            + LOOK
            + " FROM conversation c NOT INDEXED"
            + sql.conditions()
            + " AND c.id IN (SELECT value FROM json_each(?))";
    String numbers = NumberSet.of(ids.stream().mapToLong(Long::longValue).toArray()).json();
    return database.readWhileOpen(
        connection -> {
          var found = new TreeMap<byte[], Standing>(Arrays::compareUnsigned);
          try (var statement = Sql.prepare(connection, chosen, sql.parametersAnd(numbers));
              var rows = statement.executeQuery()) {
            while (rows.next()) {
              byte[] position = rows.getBytes(4);
              var left =
                  Sql.first(
                      connection,
                      row -> row.getLong(1),
                      behind,
                      sql.parametersAnd((Object) position));
              found.put(
                  position,
                  new Standing(
                      rows.getLong(1),
                      Split.valueOf(rows.getString(2)),
                      rows.getLong(3),
                      Optional.ofNullable(rows.getBytes(5)),
                      left.map(OptionalLong::of).orElse(OptionalLong.empty())));
            }
          }
          return List.copyOf(found.values());
        });
  }

  /** How many match. */
  public long count(ConversationFilter filter) {
    return database.readWhileOpen(
        connection -> TotalsSql.count(connection, ConversationQuery.of(filter), ""));
  }

  /** Changes when conversations come, go or move. */
  public long arrangement() {
    return database.arrangement();
  }

  /** Hands over what is kept of every conversation that matches, in the order asked for; those that nobody has looked at are left out. */
  public void each(ConversationQuery query, Taker taker) {
    var sql = new QuerySql(query, "").ordered(query);
    database.readWhileOpen(
        connection -> {
          try (var statement =
                  Sql.prepare(
                      connection,
                      "SELECT c.id, c.split, c.hash, " + LOOK + " FROM " + sql.sql(),
                      sql.parameters());
              var rows = statement.executeQuery()) {
            while (rows.next()) {
              byte[] look = rows.getBytes(4);
              if (look != null) {
                taker.take(
                    rows.getLong(1), Split.valueOf(rows.getString(2)), rows.getLong(3), look);
              }
            }
            return true;
          }
        });
  }
}
