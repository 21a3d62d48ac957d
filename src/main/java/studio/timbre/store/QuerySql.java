package studio.timbre.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Range;
import studio.timbre.model.Status;

/** A query as SQL: what stands behind {@code FROM}, and what fills its question marks. */
final class QuerySql {
  private static final String TOKENS =
      " LEFT JOIN token_count t ON t.conversation = c.id AND t.counter = ?";
  private static final String TEXTS =
      " LEFT JOIN conversation_search s ON s.rowid = c.id"
          + " LEFT JOIN search_pending p ON p.conversation = c.id";

  /** Read from the conversation itself: seldom sorted by, so no index is kept for it. */
  private static final String INSTRUCTIONS =
      "(SELECT lower(json_extract(value, '$.content')) FROM json_each(c.json, '$.messages')"
          + " WHERE json_extract(value, '$.role') IN ('system', 'developer') LIMIT 1)";

  private static final String SCORES =
      "conversation_trait v CROSS JOIN conversation c ON c.id = v.conversation";

  private final String counter;
  private final Leads leads;
  private final StringBuilder sql = new StringBuilder(" WHERE 1 = 1");
  private final List<Object> parameters = new ArrayList<>();
  private String order = "";
  private boolean tokens;
  private boolean texts;
  private boolean countsLead;
  private boolean scoresLead;

  private QuerySql(String counter, Leads leads) {
    this.counter = counter;
    this.leads = leads;
  }

  /**
   * The conversations as {@code c}, and {@code t} for their tokens where these are asked for. The search index narrows the search
   * down.
   *
   * @param counter whose tokens
   */
  QuerySql(ConversationQuery query, String counter) {
    this(query, counter, Leads.UNCOUNTED);
  }

  /**
   * As the other.
   *
   * @param leads by which conditions the conversations are found
   */
  QuerySql(ConversationQuery query, String counter, Leads leads) {
    this(counter, leads);
    filter(query.filter());
    search(Search.of(query.filter().search()));
  }

  /** As the other, but reads text after text in the order asked for: the first of many are found sooner like this. */
  static QuerySql readingTexts(ConversationQuery query, String counter) {
    var sql = new QuerySql(counter, Leads.UNCOUNTED);
    sql.texts = true;
    sql.filter(query.filter());
    sql.and(Search.of(query.filter().search()).everyWord("coalesce(p.text, s.text)"));
    return sql;
  }

  /** The part of a filter that the tallies know of, for a table that is called {@code c}. */
  static QuerySql cells(ConversationFilter filter) {
    var cells = new QuerySql("", Leads.UNCOUNTED);
    cells.statusAndSplit(filter);
    return cells;
  }

  private void filter(ConversationFilter filter) {
    statusAndSplit(filter);
    oneOf("c.assignee", filter.assignees());
    within("c.rating", filter.rating());
    within("c.turns", filter.turns());
    tokens(filter.tokens());
    tagged(filter.tags());
    var derived = new DerivedSql(filter, leads);
    sql.append(derived.sql());
    parameters.addAll(derived.parameters());
  }

  private void statusAndSplit(ConversationFilter filter) {
    oneOf("c.status", names(filter.statuses()));
    oneOf("c.split", names(filter.splits()));
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

  private void tokens(Range range) {
    if (range.isAny()) {
      return;
    }
    if (leads.tokens()) {
      within("t.total", range);
      tokens = true;
      return;
    }
    sql.append(" AND EXISTS (SELECT 1 FROM token_count u WHERE u.conversation = c.id");
    and("u.counter = ?", counter);
    // The sign keeps SQLite from reading the index of all totals for each.
    within("+u.total", range);
    sql.append(')');
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

  void and(String condition, Object parameter) {
    sql.append(" AND ").append(condition);
    parameters.add(parameter);
  }

  private void and(Search.Part condition) {
    sql.append(" AND ").append(condition.sql());
    parameters.addAll(condition.parameters());
  }

  private void search(Search search) {
    if (!search.isEmpty()) {
      var numbers = search.numbers();
      and(new Search.Part("c.id IN (" + numbers.sql() + ")", numbers.parameters()));
    }
  }

  /** Adds the order; what is equal stays in the order of the project, and of equal tokens in the order in which it came. */
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
          case NUMBER -> "c.id";
          case SYSTEM -> INSTRUCTIONS;
          case TAGS ->
              "(SELECT group_concat(tag, ', ') FROM"
                  + " (SELECT tag FROM conversation_tag WHERE conversation = c.id ORDER BY tag))";
          case NOTE -> "lower(iif(c.review = '', '', json_extract(c.review, '$.note')))";
          // The index of the scores leads; above 100 is what has none.
          case VOICE ->
              query.descending() ? "iif(v.voice > 100, 100 - v.voice, v.voice)" : "v.voice";
          case ROLES ->
              "(SELECT group_concat(json_extract(value, '$.role'))"
                  + " FROM json_each(c.json, '$.messages'))";
        };
    tokens |= query.sort() == ConversationQuery.Sort.TOKENS;
    scoresLead = query.sort() == ConversationQuery.Sort.VOICE;
    order = " ORDER BY " + column + direction;
    switch (query.sort()) {
      case POSITION -> {}
      // So that the index of the counts knows the order without reading a conversation.
      case TOKENS -> order += ", c.id";
      case VOICE -> order += ", v.voice_rules, v.conversation";
      default -> order += ", c.position";
    }
    return this;
  }

  /** With the tokens, which are left out where nothing asks for them. */
  QuerySql withTokens() {
    tokens = true;
    return this;
  }

  private static String statusOrder() {
    return Stream.of(Status.values())
        .map(status -> "WHEN '" + status.name() + "' THEN " + status.ordinal())
        .collect(Collectors.joining(" ", "CASE c.status ", " END"));
  }

  /** From the fewest tokens to the most, where all are counted: the index of the counts leads. */
  QuerySql orderedByCounts() {
    tokens = true;
    countsLead = true;
    order = " ORDER BY t.total, t.conversation";
    return this;
  }

  String sql() {
    if (countsLead) {
      return "token_count t CROSS JOIN conversation c ON c.id = t.conversation AND t.counter = ?"
          + sql
          + order;
    }
    return (scoresLead ? SCORES : "conversation c")
        + (tokens ? TOKENS : "")
        + (texts ? TEXTS : "")
        + sql
        + order;
  }

  /** The conditions alone, for {@link #cells}. */
  String conditions() {
    return sql.toString();
  }

  Object[] parameters() {
    return (tokens ? Stream.concat(Stream.of(counter), parameters.stream()) : parameters.stream())
        .toArray();
  }

  /**
   * @param behind for question marks that stand behind this part
   */
  Object[] parametersAnd(Object... behind) {
    return Stream.concat(Arrays.stream(parameters()), Arrays.stream(behind)).toArray();
  }
}
