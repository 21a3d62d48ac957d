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

/**
 * The conditions of a query about what is known of a conversation {@code c} elsewhere: what its text holds, its problems, its past.
 */
final class DerivedSql {
  /**
   * The entries of the journal that lie between now and the state behind an entry: made since, or made before and taken back since.
   */
  private static final String SINCE =
      "SELECT id FROM journal_entry WHERE (id > %1$d AND undone = 0) OR (id <= %1$d AND undone = 1)";

  /** A column of the conversation as it was in that state: the first other side on the way from there to now that has it. */
  private static final String THEN =
      """
      coalesce((SELECT j.%2$s FROM journal_change j WHERE j.conversation = c.id AND j.%2$s IS NOT NULL
      AND j.entry IN (%1$s) ORDER BY abs(j.entry - %3$d) LIMIT 1), c.%2$s)""";

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  DerivedSql(ConversationFilter filter) {
    if (!filter.holds().isEmpty()) {
      trait("(d.holds & ?) <> 0", List.of(Holding.bits(filter.holds())));
    }
    if (!filter.languages().isEmpty()) {
      trait("d.language IN (" + QuerySql.marks(filter.languages()) + ")", filter.languages());
    }
    if (!filter.problems().isEmpty()) {
      sql.append(
              " AND c.id IN (SELECT n.value FROM found_problem p, json_each(p.conversations) n WHERE p.kind IN (")
          .append(QuerySql.marks(filter.problems()))
          .append("))");
      parameters.addAll(filter.problems());
    }
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

  private void only(String numbers) {
    sql.append(" AND c.id IN (SELECT value FROM json_each(?))");
    parameters.add(numbers);
  }

  private void since(Since since) {
    String entries =
        switch (since) {
          case Since.LastDays(int days) ->
              "SELECT id FROM journal_entry WHERE undone = 0 AND time >= " + midnight(days);
          case Since.Change(long entry) -> SINCE.formatted(entry);
        };
    sql.append(" AND c.id IN (SELECT conversation FROM journal_change WHERE entry IN (")
        .append(entries)
        .append("))");
  }

  private static long midnight(int days) {
    return LocalDate.now()
        .minusDays(days - 1L)
        .atStartOfDay(ZoneId.systemDefault())
        .toInstant()
        .toEpochMilli();
  }

  private void trained(Trained trained) {
    long entry = trained.entry();
    String since = SINCE.formatted(entry);
    // The first other side on the way tells whether it was there at all.
    sql.append(" AND ")
        .append(
            """
        coalesce((SELECT j.present FROM journal_change j WHERE j.conversation = c.id
         AND j.entry IN (%s) ORDER BY abs(j.entry - %d) LIMIT 1), 1) = 1"""
                .formatted(since, entry));
    var filter = trained.filter();
    sql.append(" AND ")
        .append(THEN.formatted(since, "status", entry))
        .append(" IN (")
        .append(QuerySql.marks(filter.statuses()))
        .append(')');
    filter.statuses().forEach(status -> parameters.add(status.name()));
    String review = THEN.formatted(since, "review", entry);
    if (filter.leastRating() > 0) {
      sql.append(" AND coalesce(json_extract(nullif(")
          .append(review)
          .append(", ''), '$.rating'), 0) >= ?");
      parameters.add(filter.leastRating());
    }
    if (!filter.tags().isEmpty()) {
      sql.append(" AND EXISTS (SELECT 1 FROM json_each(nullif(")
          .append(review)
          .append(", ''), '$.tags') g WHERE g.value IN (")
          .append(QuerySql.marks(filter.tags()))
          .append("))");
      parameters.addAll(filter.tags());
    }
  }

  String sql() {
    return sql.toString();
  }

  List<Object> parameters() {
    return parameters;
  }
}
