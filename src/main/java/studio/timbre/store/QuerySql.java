package studio.timbre.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Range;
import studio.timbre.model.Status;

/** A query as SQL: what stands behind {@code FROM}, and what fills its question marks. */
final class QuerySql {
  private static final int TRIGRAM = 3;

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  /**
   * The conversations as {@code c}, and {@code t} for their tokens.
   *
   * @param counter whose tokens
   */
  QuerySql(ConversationQuery query, String counter) {
    sql.append(
        "conversation c LEFT JOIN token_count t ON t.conversation = c.id AND t.counter = ?"
            + " WHERE 1 = 1");
    parameters.add(counter);
    var filter = query.filter();
    oneOf("c.status", names(filter.statuses()));
    oneOf("c.split", names(filter.splits()));
    oneOf("c.assignee", filter.assignees());
    within("c.rating", filter.rating());
    within("c.turns", filter.turns());
    within("t.total", filter.tokens());
    tagged(filter.tags());
    var derived = new DerivedSql(filter);
    sql.append(derived.sql());
    parameters.addAll(derived.parameters());
    search(SearchText.words(filter.search()));
  }

  private static List<String> names(Collection<? extends Enum<?>> values) {
    return values.stream().<String>map(Enum::name).toList();
  }

  private void oneOf(String column, Collection<String> values) {
    if (!values.isEmpty()) {
      sql.append(" AND ").append(column).append(" IN (").append(marks(values)).append(')');
      parameters.addAll(values);
    }
  }

  static String marks(Collection<?> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }

  private void within(String column, Range range) {
    range.from().ifPresent(least -> and(column + " >= ?", least));
    range.to().ifPresent(most -> and(column + " <= ?", most));
  }

  private void tagged(Collection<String> tags) {
    if (tags.isEmpty()) {
      return;
    }
    var named = tags.stream().filter(tag -> !tag.isEmpty()).toList();
    String untagged = "c.id NOT IN (SELECT conversation FROM conversation_tag)";
    String tagged =
        "c.id IN (SELECT conversation FROM conversation_tag WHERE tag IN (" + marks(named) + "))";
    sql.append(" AND (");
    if (named.isEmpty()) {
      sql.append(untagged);
    } else {
      sql.append(tagged);
      if (named.size() < tags.size()) {
        sql.append(" OR ").append(untagged);
      }
    }
    sql.append(')');
    parameters.addAll(named);
  }

  private void and(String condition, Object parameter) {
    sql.append(" AND ").append(condition);
    parameters.add(parameter);
  }

  private void search(List<String> words) {
    if (words.isEmpty()) {
      return;
    }
    sql.append(" AND c.id IN (SELECT rowid FROM conversation_search WHERE 1 = 1");
    String trigrams =
        words.stream()
            .flatMap(QuerySql::trigrams)
            .distinct()
            .map(trigram -> '"' + trigram.replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(" AND "));
    if (!trigrams.isEmpty()) {
      and("conversation_search MATCH ?", trigrams);
    }
    // The index narrows the search down; the text itself decides.
    words.forEach(word -> and("instr(text, ?) > 0", word));
    sql.append(')');
  }

  /** Every three characters in a row; none for a shorter word. */
  private static Stream<String> trigrams(String word) {
    int[] characters = word.codePoints().toArray();
    return IntStream.rangeClosed(0, characters.length - TRIGRAM)
        .mapToObj(i -> new String(characters, i, TRIGRAM));
  }

  /** Adds the order; what is equal stays in the order of the project. */
  QuerySql ordered(ConversationQuery query) {
    String direction = query.descending() ? " DESC" : "";
    String column =
        switch (query.sort()) {
          case POSITION -> "c.position";
          case STATUS -> statusOrder();
          case SPLIT -> "c.split = 'HELD_OUT'";
          case QUESTION -> "c.question";
          case ANSWER -> "c.answer";
          case TURNS -> "c.turns";
          case TOKENS -> "coalesce(t.total, -1)";
          case RATING -> "c.rating";
          case ASSIGNEE -> "c.assignee";
        };
    sql.append(" ORDER BY ").append(column).append(direction);
    if (query.sort() != ConversationQuery.Sort.POSITION) {
      sql.append(", c.position");
    }
    return this;
  }

  private static String statusOrder() {
    return Stream.of(Status.values())
        .map(status -> "WHEN '" + status.name() + "' THEN " + status.ordinal())
        .collect(Collectors.joining(" ", "CASE c.status ", " END"));
  }

  String sql() {
    return sql.toString();
  }

  /**
   * What fills the question marks.
   *
   * @param before for those that stand before this part
   */
  Object[] parameters(Object... before) {
    return Stream.concat(Arrays.stream(before), parameters.stream()).toArray();
  }

  /**
   * @param behind for question marks that stand behind this part
   */
  Object[] parametersAnd(Object... behind) {
    return Stream.concat(parameters.stream(), Arrays.stream(behind)).toArray();
  }
}
