package studio.timbre.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Facet;
import studio.timbre.model.Holding;

/** How many of the conversations that match have which value. */
public final class FacetCounts {
  private final Database database;

  FacetCounts(Database database) {
    this.database = database;
  }

  /** How many match. */
  public long count(ConversationQuery query, String counter) {
    var sql = new QuerySql(query, counter);
    return database.read(
        connection ->
            Sql.number(connection, "SELECT count(*) FROM " + sql.sql(), sql.parameters()));
  }

  /** Those of each value that occurs, the most frequent first. */
  public Map<String, Long> of(Facet facet, ConversationQuery query, String counter) {
    return switch (facet) {
      case STATUS -> grouped("SELECT c.status AS it FROM %s", query, counter);
      case SPLIT -> grouped("SELECT c.split AS it FROM %s", query, counter);
      case ASSIGNEE -> grouped("SELECT c.assignee AS it FROM %s", query, counter);
      case TAG ->
          grouped(
              """
              SELECT coalesce(g.tag, '') AS it FROM (SELECT c.id FROM %s) m
              LEFT JOIN conversation_tag g ON g.conversation = m.id""",
              query, counter);
      case LANGUAGE ->
          grouped(
              """
              SELECT d.language AS it FROM (SELECT c.id FROM %s) m
              JOIN conversation_trait d ON d.conversation = m.id WHERE d.language IS NOT NULL""",
              query, counter);
      case PROBLEM ->
          grouped(
              """
              SELECT p.kind AS it FROM found_problem p, json_each(p.conversations) n
              WHERE n.value IN (SELECT c.id FROM %s)""",
              query, counter);
      case HOLDS -> holdings(query, counter);
    };
  }

  /** The details of the problems that the last look has found, by kind. */
  public Map<String, String> problemDetails() {
    return database.read(
        connection ->
            Sql.list(
                    connection,
                    row -> Map.entry(row.getString(1), row.getString(2)),
                    "SELECT kind, detail FROM found_problem")
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private Map<String, Long> grouped(String values, ConversationQuery query, String counter) {
    var sql = new QuerySql(query, counter);
    return database.read(
        connection -> {
          var counts = new LinkedHashMap<String, Long>();
          try (var statement =
                  Sql.prepare(
                      connection,
                      "SELECT it, count(*) FROM ("
                          + values.formatted(sql.sql())
                          + ") GROUP BY it ORDER BY count(*) DESC, it",
                      sql.parameters());
              var rows = statement.executeQuery()) {
            while (rows.next()) {
              counts.put(rows.getString(1), rows.getLong(2));
            }
          }
          return counts;
        });
  }

  private Map<String, Long> holdings(ConversationQuery query, String counter) {
    var sql = new QuerySql(query, counter);
    String sums =
        Stream.of(Holding.values())
            .map(holding -> "coalesce(sum((d.holds & " + holding.bit() + ") <> 0), 0)")
            .collect(Collectors.joining(", "));
    return database.read(
        connection ->
            Sql.first(
                    connection,
                    row -> {
                      var counts = new LinkedHashMap<String, Long>();
                      for (var holding : Holding.values()) {
                        long count = row.getLong(holding.ordinal() + 1);
                        if (count > 0) {
                          counts.put(holding.name(), count);
                        }
                      }
                      return counts;
                    },
                    "SELECT "
                        + sums
                        + " FROM (SELECT c.id FROM "
                        + sql.sql()
                        + ") m JOIN conversation_trait d ON d.conversation = m.id",
                    sql.parameters())
                .orElseThrow());
  }
}
