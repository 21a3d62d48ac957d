package studio.timbre.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.FirstFound;
import studio.timbre.store.KeptOrder.Places;

/**
 * Finds the first rows of a search and how many there are. Of a word that few conversations may hold the index tells which, and their
 * texts are read in the order asked for; of one that many hold text after text is read, which soon comes upon the first ones.
 */
final class FirstMatches {
  /** With more candidates than this, every twentieth of a million, a page is full before many texts were read. */
  static final int MANY = 50_000;

  /** So many texts are read to know the count before the first rows are shown. */
  private static final int FEW = 8_000;

  private static final int TEXTS_AT_ONCE = 256;

  private final Connection connection;
  private final ConversationQuery query;
  private final String counter;
  private final int limit;
  private final int many;
  private final ConversationFilter rest;
  private final Search search;
  private final Optional<Places> places;

  FirstMatches(
      Connection connection,
      ConversationQuery query,
      String counter,
      int limit,
      int many,
      Optional<Places> places) {
    this.connection = connection;
    this.query = query;
    this.counter = counter;
    this.limit = limit;
    this.many = many;
    this.places = places;
    this.rest = query.filter().withSearch("");
    this.search = Search.of(query.filter().search());
  }

  /** Whether a short word is found in so many conversations that reading them is quicker than asking the index. */
  static boolean isFrequent(Connection connection, Search search, int many) throws SQLException {
    return search.isShort()
        && Conversations.numbers(connection, search.some().limited(many + 1)).length > many;
  }

  FirstFound find() throws SQLException {
    if (pending(many) > many || isFrequent(connection, search, many)) {
      return reading(total());
    }
    long[] candidates = Conversations.numbers(connection, search.candidates().limited(many + 1));
    if (candidates.length > many) {
      return reading(estimate(candidates));
    }
    long[] pending = Conversations.numbers(connection, search.pending());
    return among(
        ordered(LongStream.concat(Arrays.stream(candidates), Arrays.stream(pending)).toArray()),
        pending);
  }

  private long pending(int most) throws SQLException {
    return Sql.number(
        connection, "SELECT count(*) FROM (SELECT 1 FROM search_pending LIMIT ?)", most + 1);
  }

  private long[] ordered(long... ids) throws SQLException {
    if (places.isPresent()
        && rest.equals(ConversationFilter.ALL)
        && query.sort() == ConversationQuery.Sort.POSITION) {
      return places.get().ordered(query.descending(), ids);
    }
    var among = new ConversationQuery(rest, query.sort(), query.descending());
    var sql = new QuerySql(among, counter);
    sql.and("c.id IN (SELECT value FROM json_each(?))", json(ids));
    return Conversations.ids(connection, sql.ordered(query), -1);
  }

  private static String json(long... ids) {
    return Arrays.stream(ids).mapToObj(Long::toString).collect(Collectors.joining(",", "[", "]"));
  }

  /**
   * @param ordered all that it may be
   * @param sure in no order: those whose texts were seen already
   */
  private FirstFound among(long[] ordered, long... sure) throws SQLException {
    if (search.isDecided()) {
      return new FirstFound(ordered, ordered.length, true);
    }
    int enough = ordered.length <= FEW ? ordered.length : limit;
    var right = LongStream.builder();
    int found = 0;
    int seen = 0;
    while (seen < ordered.length && found < enough) {
      int to = Math.min(ordered.length, seen + TEXTS_AT_ONCE);
      long[] some = right(Arrays.copyOfRange(ordered, seen, to), sure);
      Arrays.stream(some).forEach(right::add);
      found += some.length;
      seen = to;
    }
    return new FirstFound(
        right.build().toArray(), found + (ordered.length - seen), seen == ordered.length);
  }

  private long[] right(long[] ids, long... sure) throws SQLException {
    var holding = search.holding("text");
    try (var statement =
            Sql.prepare(
                connection,
                "SELECT rowid FROM conversation_search WHERE rowid IN (SELECT value FROM json_each(?)) AND "
                    + holding.sql(),
                Stream.concat(Stream.of(json(ids)), holding.parameters().stream()).toArray());
        var rows = statement.executeQuery()) {
      long[] right =
          LongStream.concat(Arrays.stream(Conversations.numbers(rows)), Arrays.stream(sure))
              .sorted()
              .toArray();
      return Arrays.stream(ids).filter(id -> Arrays.binarySearch(right, id) >= 0).toArray();
    }
  }

  private long total() throws SQLException {
    return TotalsSql.count(connection, ConversationQuery.of(rest), counter);
  }

  /** About how many there are: as many in the rest of the project as in the part that the first candidates come from. */
  private long estimate(long... candidates) throws SQLException {
    long last = Sql.number(connection, "SELECT max(id) FROM conversation");
    double part = candidates[candidates.length - 1] / (double) Math.max(1, last);
    return Math.min(total(), Math.round(candidates.length / Math.min(1, part)));
  }

  private FirstFound reading(long about) throws SQLException {
    long[] first =
        Conversations.ids(connection, QuerySql.readingTexts(query, counter).ordered(query), limit);
    if (first.length < limit) {
      return new FirstFound(first, first.length, true);
    }
    if (search.isDecided()
        && !search.isShort()
        && rest.equals(ConversationFilter.ALL)
        && pending(0) == 0) {
      return new FirstFound(first, counted(), true);
    }
    return new FirstFound(first, Math.max(about, first.length), false);
  }

  private long counted() throws SQLException {
    var match = search.match();
    return Sql.number(
        connection,
        "SELECT count(*) FROM conversation_search WHERE " + match.sql(),
        match.parameters().toArray());
  }
}
