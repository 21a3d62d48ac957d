package studio.timbre.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Flag;

/**
 * What providers' moderation said of the texts of a project. A verdict counts for a conversation as long as that says what was looked
 * at.
 */
public final class ModerationStore {
  private static final String LOOKED =
      "SELECT 1 FROM moderation m WHERE m.hash = c.hash AND m.address = ?";

  private final Database database;

  ModerationStore(Database database) {
    this.database = database;
  }

  /**
   * A conversation that is still to be looked at.
   *
   * @param place where to go on behind it
   * @param hash names what it says
   */
  public record Unlooked(byte[] place, long hash, Conversation conversation) {}

  /**
   * What was said of a text.
   *
   * @param hash names the text
   * @param flags empty where it is fine
   * @param beyondText whether there is more than the text, which was not looked at
   */
  public record Verdict(long hash, List<Flag> flags, boolean beyondText) {}

  /**
   * How far it is.
   *
   * @param conversations in all
   * @param looked of them at by this provider
   * @param flagged of those
   * @param beyondText of those, with more than text
   */
  public record Standing(long conversations, long looked, long flagged, long beyondText) {}

  /** The next conversations, in the order of the project, that the provider at an address has not looked at. */
  public List<Unlooked> unlooked(
      ConversationQuery query, String address, Optional<byte[]> behind, int limit) {
    var sql = new QuerySql(query, "");
    return database.read(
        connection ->
            Sql.list(
                connection,
                ModerationStore::unlooked,
                "SELECT c.position, c.hash, c.json FROM "
                    + sql.sql()
                    + " AND c.position > ? AND NOT EXISTS ("
                    + LOOKED
                    + ") ORDER BY c.position LIMIT ?",
                sql.parametersAnd(behind.orElse(new byte[0]), address, limit)));
  }

  private static Unlooked unlooked(ResultSet row) throws SQLException {
    return new Unlooked(row.getBytes(1), row.getLong(2), ConversationTable.parse(row.getString(3)));
  }

  public Standing standing(ConversationQuery query, String address) {
    var sql = new QuerySql(query, "");
    return database.read(
        connection ->
            Sql.first(
                    connection,
                    row ->
                        new Standing(
                            row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                    """
                    SELECT count(*), count(m.hash),
                    coalesce(sum(EXISTS (SELECT 1 FROM moderation_flag f WHERE f.hash = m.hash)), 0),
                    coalesce(sum(m.beyond_text), 0)
                    FROM (SELECT c.hash AS hash FROM %s) c
                    LEFT JOIN moderation m ON m.hash = c.hash AND m.address = ?"""
                        .formatted(sql.sql()),
                    sql.parametersAnd(address))
                .orElseThrow());
  }

  /** The flagged conversations of each category among those that match, in the order of the project. */
  public Map<String, List<Long>> flagged(ConversationQuery query) {
    var sql = new QuerySql(query, "");
    return database.read(
        connection -> {
          var flagged = new LinkedHashMap<String, List<Long>>();
          // Asked after every edit, and of most projects nothing is flagged.
          if (Sql.number(connection, "SELECT count(*) FROM (SELECT 1 FROM moderation_flag LIMIT 1)")
              == 0) {
            return flagged;
          }
          try (var statement =
                  Sql.prepare(
                      connection,
                      """
                      SELECT f.category, c.id
                      FROM (SELECT c.id, c.hash, c.position FROM %s) c
                      JOIN moderation_flag f ON f.hash = c.hash ORDER BY c.position"""
                          .formatted(sql.sql()),
                      sql.parameters());
              var rows = statement.executeQuery()) {
            while (rows.next()) {
              flagged
                  .computeIfAbsent(rows.getString(1), _ -> new java.util.ArrayList<>())
                  .add(rows.getLong(2));
            }
          }
          return flagged;
        });
  }

  /** Keeps verdicts; what somebody said of the same texts before is forgotten. */
  public void put(String address, String model, Instant time, List<Verdict> verdicts) {
    database.write(
        connection -> {
          for (var verdict : verdicts) {
            put(connection, address, model, time, verdict);
          }
          return verdicts.size();
        });
  }

  private static void put(
      Connection connection, String address, String model, Instant time, Verdict verdict)
      throws SQLException {
    Sql.update(connection, "DELETE FROM moderation WHERE hash = ?", verdict.hash());
    Sql.update(
        connection,
        "INSERT INTO moderation (hash, address, model, time, beyond_text) VALUES (?, ?, ?, ?, ?)",
        verdict.hash(),
        address,
        model,
        time.toEpochMilli(),
        verdict.beyondText() ? 1 : 0);
    for (var flag : verdict.flags()) {
      @Nullable Double score =
          flag.score().isPresent() ? (Double) flag.score().getAsDouble() : null;
      Sql.update(
          connection,
          "INSERT OR REPLACE INTO moderation_flag (hash, category, score) VALUES (?, ?, ?)",
          verdict.hash(),
          flag.category(),
          score);
    }
  }
}
