package studio.timbre.store;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.Holding;
import studio.timbre.model.NumberSet;
import studio.timbre.model.Since;
import studio.timbre.model.Trained;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceScore;

/**
 * The conditions of a query about what is known of a conversation {@code c} elsewhere: what its text holds, its problems, its past.
 */
final class DerivedSql {
  /**
   * The way from now to the state behind an entry, as {@link StatePath} tells it: entries to be taken back, and those that were taken
   * back, or put aside, to be done again.
   */
  private static final String WAY =
      """
      WITH RECURSIVE aside (id, base) AS (
      SELECT id, base FROM journal_entry WHERE id = %1$d AND undone = 2
      UNION ALL SELECT e.id, e.base FROM aside JOIN journal_entry e ON e.id = aside.base AND e.undone = 2
      ), fork (id) AS (SELECT coalesce((SELECT base FROM aside ORDER BY id LIMIT 1), %1$d))
      SELECT id FROM aside UNION ALL SELECT e.id FROM fork JOIN journal_entry e
      ON (e.undone = 0 AND e.id > fork.id) OR (e.undone = 1 AND e.id <= fork.id)""";

  /** The last step of that way that knows of a column of the conversation: so it was then. */
  private static final String LAST_STEP =
      """
      (SELECT j.%2$s FROM journal_change j JOIN journal_entry e ON e.id = j.entry
      WHERE j.conversation = c.id AND j.%2$s IS NOT NULL AND j.entry IN (%1$s)
      ORDER BY iif(e.undone = 0, e.id, -e.id) LIMIT 1)""";

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  private final Leads leads;

  DerivedSql(ConversationFilter filter, Leads leads) {
    this.leads = leads;
    if (!filter.holds().isEmpty()) {
      trait("(d.holds & ?) <> 0", List.of(Holding.bits(filter.holds())));
    }
    if (!filter.languages().isEmpty() && leads.languages()) {
      sql.append(" AND c.id IN (SELECT conversation FROM conversation_trait WHERE language IN (")
          .append(QuerySql.marks(filter.languages()))
          .append("))");
      parameters.addAll(filter.languages());
    } else if (!filter.languages().isEmpty()) {
      trait("d.language IN (" + QuerySql.marks(filter.languages()) + ")", filter.languages());
    }
    if (!filter.topics().isEmpty()) {
      // By the index of the topics; with those that are counted under one of them.
      String marks = QuerySql.marks(filter.topics());
      sql.append(" AND c.id IN (SELECT conversation FROM conversation_trait WHERE topic IN (")
          .append("SELECT t.id FROM topic t WHERE t.within <> 0 AND t.within IN (")
          .append(marks)
          .append(") UNION ALL VALUES ")
          .append("(?)" + ", (?)".repeat(filter.topics().size() - 1))
          .append("))");
      parameters.addAll(filter.topics());
      parameters.addAll(filter.topics());
    }
    if (!filter.problems().isEmpty()) {
      sql.append(
              " AND c.id IN (SELECT n.value FROM found_problem p, json_each(p.conversations) n WHERE p.kind IN (")
          .append(QuerySql.marks(filter.problems()))
          .append("))");
      parameters.addAll(filter.problems());
    }
    voice(filter);
    filter.since().ifPresent(this::since);
    filter.trained().ifPresent(this::trained);
    filter.only().map(NumberSet::json).ifPresent(this::only);
  }

  private void trait(String condition, Collection<?> values) {
    sql.append(" AND EXISTS (SELECT 1 FROM conversation_trait d WHERE d.conversation = c.id AND ")
        .append(condition)
        .append(')');
    parameters.addAll(values);
  }

  private void voice(ConversationFilter filter) {
    if (!filter.voice().isAny() || !filter.voiceRules().isEmpty()) {
      var voiced = voiced(filter);
      sql.append(" AND c.id IN (").append(voiced.sql()).append(')');
      parameters.addAll(voiced.parameters());
    }
  }

  /** The numbers of those with such scores, by the index of the scores, which knows the rules as well. */
  static Search.Part voiced(ConversationFilter filter) {
    var wanted = new ArrayList<Object>();
    wanted.add(Math.max(0, filter.voice().from().orElse(0)));
    wanted.add(Math.min(VoiceScore.FULL, filter.voice().to().orElse(VoiceScore.FULL)));
    String rules = "";
    if (!filter.voiceRules().isEmpty()) {
      rules = " AND (voice_rules & ?) <> 0";
      wanted.add(VoiceKind.bits(filter.voiceRules()));
    }
    return new Search.Part(
        "SELECT conversation FROM conversation_trait WHERE voice BETWEEN ? AND ?" + rules, wanted);
  }

  private void only(String numbers) {
    sql.append(" AND c.id IN (SELECT value FROM json_each(?))");
    parameters.add(numbers);
  }

  private void since(Since since) {
    if (leads.since()) {
      sql.append(" AND c.id IN (").append(changed(since)).append(')');
    } else {
      sql.append(
              " AND EXISTS (SELECT 1 FROM journal_change h WHERE h.conversation = c.id AND h.entry IN (")
          .append(entries(since))
          .append("))");
    }
  }

  /** The numbers of what has changed since, also of what is gone; some more than once. */
  static String changed(Since since) {
    return "SELECT conversation FROM journal_change WHERE entry IN (" + entries(since) + ")";
  }

  private static String entries(Since since) {
    return switch (since) {
      case Since.LastDays(int days) ->
          "SELECT id FROM journal_entry WHERE undone = 0 AND time >= " + midnight(days);
      case Since.Change(long entry) -> WAY.formatted(entry);
    };
  }

  private static long midnight(int days) {
    return LocalDate.now()
        .minusDays(days - 1L)
        .atStartOfDay(ZoneId.systemDefault())
        .toInstant()
        .toEpochMilli();
  }

  private void trained(Trained trained) {
    String way = WAY.formatted(trained.entry());
    sql.append(" AND coalesce(").append(LAST_STEP.formatted(way, "present")).append(", 1) = 1");
    var filter = trained.filter();
    sql.append(" AND ")
        .append(then(way, "status"))
        .append(" IN (")
        .append(QuerySql.marks(filter.statuses()))
        .append(')');
    filter.statuses().forEach(status -> parameters.add(status.name()));
    String review = "nullif(" + then(way, "review") + ", '')";
    if (filter.leastRating() > 0) {
      sql.append(" AND coalesce(json_extract(").append(review).append(", '$.rating'), 0) >= ?");
      parameters.add(filter.leastRating());
    }
    if (!filter.tags().isEmpty()) {
      sql.append(" AND EXISTS (SELECT 1 FROM json_each(")
          .append(review)
          .append(", '$.tags') g WHERE g.value IN (")
          .append(QuerySql.marks(filter.tags()))
          .append("))");
      parameters.addAll(filter.tags());
    }
  }

  private static String then(String way, String column) {
    return "coalesce(" + LAST_STEP.formatted(way, column) + ", c." + column + ")";
  }

  String sql() {
    return sql.toString();
  }

  List<Object> parameters() {
    return parameters;
  }
}
