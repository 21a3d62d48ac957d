package studio.timbre.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.FirstFound;

/**
 * Finds the first rows of a query and how many there are, without reading all where all are many. What a search may match is told by
 * its index in no time; whether it does is seen from the texts, of which only so many can be read before anything is shown.
 */
final class FirstRows {
  /** So many texts are read before the first rows are shown. */
  private static final int FEW = 8_000;

  private final Connection connection;
  private final ConversationQuery query;
  private final String counter;
  private final int limit;

  FirstRows(Connection connection, ConversationQuery query, String counter, int limit) {
    this.connection = connection;
    this.query = query;
    this.counter = counter;
    this.limit = limit;
  }

  FirstFound find() throws SQLException {
    var words = SearchText.words(query.filter().search());
    if (words.isEmpty()) {
      long[] first = rows(new QuerySql(query, counter));
      return first.length < limit
          ? new FirstFound(first, first.length, true)
          : new FirstFound(first, TotalsSql.count(connection, query, counter), true);
    }
    String trigrams = QuerySql.trigrams(words);
    if (!trigrams.isEmpty()) {
      long candidates = candidates(trigrams);
      return candidates <= FEW ? all() : some(words, candidates);
    }
    return some(words, TotalsSql.count(connection, ConversationQuery.ALL, counter));
  }

  private long[] rows(QuerySql sql) throws SQLException {
    return Conversations.ids(connection, sql.ordered(query), limit);
  }

  private long candidates(String trigrams) throws SQLException {
    return Sql.number(
            connection,
            "SELECT count(*) FROM conversation_search WHERE conversation_search MATCH ?",
            trigrams)
        + Sql.number(connection, "SELECT count(*) FROM search_pending");
  }

  private FirstFound all() throws SQLException {
    long[] ids = Conversations.ids(connection, new QuerySql(query, counter).ordered(query), -1);
    return new FirstFound(ids, ids.length, true);
  }

  private FirstFound some(List<String> words, long candidates) throws SQLException {
    long[] first = rows(QuerySql.readingTexts(query, counter));
    if (first.length < limit) {
      return new FirstFound(first, first.length, true);
    }
    var rest = query.filter().withSearch("");
    long most =
        Math.min(candidates, TotalsSql.count(connection, ConversationQuery.of(rest), counter));
    boolean exact =
        rest.equals(ConversationFilter.ALL)
            && words.stream().allMatch(word -> word.codePointCount(0, word.length()) == 3)
            && !SearchWriter.isBehind(connection);
    return new FirstFound(first, most, exact);
  }
}
