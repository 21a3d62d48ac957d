package studio.timbre.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Facet;
import studio.timbre.model.Holding;
import studio.timbre.model.Measure;
import studio.timbre.model.Progress;
import studio.timbre.model.Spread;
import studio.timbre.model.voice.VoiceKind;

/** How many of the conversations that match have which value. */
public final class FacetCounts {
  private final Database database;

  FacetCounts(Database database) {
    this.database = database;
  }

  /** How many match; where it is cancelled meanwhile, {@link java.util.concurrent.CancellationException} is thrown. */
  public long count(ConversationQuery query, String counter, Progress progress) {
    return database.readWhileOpen(
        connection -> {
          try (var _ = Interruption.of(connection, progress)) {
            return TotalsSql.count(connection, query, counter);
          }
        });
  }

  /** Those of each value that occurs, the most frequent first. Can be cancelled as {@link #count}. */
  public Map<String, Long> of(
      Facet facet, ConversationQuery query, String counter, Progress progress) {
    var asked = new QuerySql(query, counter);
    return switch (facet) {
      case STATUS -> grouped("SELECT c.status AS it FROM %s", asked, progress);
      case SPLIT -> grouped("SELECT c.split AS it FROM %s", asked, progress);
      case ASSIGNEE -> grouped("SELECT c.assignee AS it FROM %s", asked, progress);
      case TAG ->
          grouped(
              """
              SELECT coalesce(g.tag, '') AS it FROM (SELECT c.id FROM %s) m
              LEFT JOIN conversation_tag g ON g.conversation = m.id""",
              asked, progress);
      case LANGUAGE ->
          grouped(
              """
              SELECT d.language AS it FROM (SELECT c.id FROM %s) m
              JOIN conversation_trait d ON d.conversation = m.id WHERE d.language IS NOT NULL""",
              asked, progress);
      case TOPIC ->
          query.filter().isAll()
              ? topics("conversation_trait d", new Object[0], progress)
              : topics(
                  "(SELECT c.id FROM %s) m JOIN conversation_trait d ON d.conversation = m.id"
                      .formatted(asked.sql()),
                  asked.parameters(),
                  progress);
      case PROBLEM ->
          grouped(
              """
              SELECT p.kind AS it FROM found_problem p, json_each(p.conversations) n
              WHERE n.value IN (SELECT c.id FROM %s)""",
              asked, progress);
      case VOICE ->
          grouped(
              """
              SELECT d.voice / 10 * 10 AS it FROM (SELECT c.id FROM %s) m
              JOIN conversation_trait d ON d.conversation = m.id WHERE d.voice <= 100""",
              asked, progress);
      case VOICE_RULE ->
          bits(
              "voice_rules",
              Stream.of(VoiceKind.values()).map(VoiceKind::name).toList(),
              asked,
              progress);
      case HOLDS ->
          bits("holds", Stream.of(Holding.values()).map(Holding::name).toList(), asked, progress);
    };
  }

  /** How often each number occurs among those that match. Can be cancelled as {@link #count}. */
  public Spread spread(
      Measure measure, ConversationQuery query, String counter, Progress progress) {
    return switch (measure) {
      case TURNS -> spread("SELECT c.turns AS it FROM %s", new QuerySql(query, counter), progress);
      case TOKENS ->
          query.filter().isAll()
              // The index of the counts knows, without reading a conversation.
              ? spread(
                  "token_count", "total", "WHERE counter = ?", new Object[] {counter}, progress)
              : spread(
                  "SELECT t.total AS it FROM %s",
                  new QuerySql(query, counter).withTokens(), progress);
      case VOICE ->
          query.filter().isAll()
              ? spread("conversation_trait", "voice", "WHERE voice <= 100", new Object[0], progress)
              : spread(
                  """
                  SELECT d.voice AS it FROM (SELECT c.id FROM %s) m
                  JOIN conversation_trait d ON d.conversation = m.id AND d.voice <= 100""",
                  new QuerySql(query, counter), progress);
    };
  }

  private Spread spread(String numbers, QuerySql sql, Progress progress) {
    return spread(
        "(" + numbers.formatted(sql.sql()) + ")",
        "it",
        "WHERE it IS NOT NULL",
        sql.parameters(),
        progress);
  }

  private Spread spread(
      String from, String column, String where, Object[] parameters, Progress progress) {
    return database.readWhileOpen(
        connection -> {
          var counts = new TreeMap<Integer, Long>();
          try (var _ = Interruption.of(connection, progress);
              var statement =
                  Sql.prepare(
                      connection,
                      "SELECT %s, count(*) FROM %s %s GROUP BY 1".formatted(column, from, where),
                      parameters);
              var rows = statement.executeQuery()) {
            while (rows.next()) {
              counts.put(rows.getInt(1), rows.getLong(2));
            }
          }
          return new Spread(counts);
        });
  }

  /** The details of the problems that the last look has found, by kind. */
  public Map<String, String> problemDetails() {
    return database.readWhileOpen(
        connection ->
            Sql.list(
                    connection,
                    row -> Map.entry(row.getString(1), row.getString(2)),
                    "SELECT kind, detail FROM found_problem")
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** Of topics that are gone, until all is told anew, nothing is known; what is counted under another is counted there. */
  private Map<String, Long> topics(String from, Object[] parameters, Progress progress) {
    return counted(
        "SELECT coalesce(nullif(t.within, 0), g.topic) AS it, sum(g.n) FROM (SELECT d.topic, count(*) AS n FROM "
            + from
            + " WHERE d.topic IS NOT NULL GROUP BY d.topic) g LEFT JOIN topic t ON t.id = g.topic"
            + " WHERE g.topic = 0 OR t.id IS NOT NULL GROUP BY it ORDER BY sum(g.n) DESC, it",
        parameters,
        progress);
  }

  private Map<String, Long> grouped(String values, QuerySql sql, Progress progress) {
    return counted(
        "SELECT it, count(*) FROM ("
            + values.formatted(sql.sql())
            + ") GROUP BY it ORDER BY count(*) DESC, it",
        sql.parameters(),
        progress);
  }

  private Map<String, Long> counted(String select, Object[] parameters, Progress progress) {
    return database.readWhileOpen(
        connection -> {
          var counts = new LinkedHashMap<String, Long>();
          try (var _ = Interruption.of(connection, progress);
              var statement = Sql.prepare(connection, select, parameters);
              var rows = statement.executeQuery()) {
            while (rows.next()) {
              counts.put(rows.getString(1), rows.getLong(2));
            }
          }
          return counts;
        });
  }

  /** @param names of the bits, from the lowest */
  private Map<String, Long> bits(
      String column, List<String> names, QuerySql sql, Progress progress) {
    String sums =
        IntStream.range(0, names.size())
            .mapToObj(bit -> "coalesce(sum((d." + column + " & " + (1 << bit) + ") <> 0), 0)")
            .collect(Collectors.joining(", "));
    return database.readWhileOpen(
        connection -> {
          try (var _ = Interruption.of(connection, progress)) {
            return Sql.first(
                    connection,
                    row -> counts(row, names),
                    "SELECT "
                        + sums
                        + " FROM (SELECT c.id FROM "
                        + sql.sql()
                        + ") m JOIN conversation_trait d ON d.conversation = m.id",
                    sql.parameters())
                .orElseThrow();
          }
        });
  }

  private static Map<String, Long> counts(ResultSet row, List<String> names) throws SQLException {
    var counts = new LinkedHashMap<String, Long>();
    for (int bit = 0; bit < names.size(); bit++) {
      long count = row.getLong(bit + 1);
      if (count > 0) {
        counts.put(names.get(bit), count);
      }
    }
    return counts;
  }
}
