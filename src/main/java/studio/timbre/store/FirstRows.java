package studio.timbre.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationQuery.Sort;
import studio.timbre.model.FirstFound;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.voice.VoiceScore;
import studio.timbre.store.KeptOrder.Places;

/** Finds the first rows of a query without a search and how many there are, without reading all where all are many. */
final class FirstRows {
  /** So many numbers are put into an order that is known in a moment. */
  private static final int ORDERED = 200_000;

  private final Connection connection;
  private final ConversationQuery query;
  private final String counter;
  private final int limit;
  private final Optional<Places> places;
  private final Leads leads;

  FirstRows(
      Connection connection,
      ConversationQuery query,
      String counter,
      int limit,
      Optional<Places> places)
      throws SQLException {
    this.connection = connection;
    this.query = query;
    this.counter = counter;
    this.limit = limit;
    this.places = places;
    this.leads = Leads.of(connection, query.filter(), counter);
  }

  FirstFound find() throws SQLException {
    var alone = Leads.alone(query.filter(), counter);
    if (alone.isPresent()) {
      return find(alone.get());
    }
    long[] first = firstByIndex();
    if (first.length < limit) {
      return new FirstFound(first, first.length, true);
    }
    if (query.sort() == Sort.POSITION
        && places.isPresent()
        && !TotalsSql.isTallied(query.filter())) {
      return new FirstFound(first, about(places.get(), first), false);
    }
    return new FirstFound(first, TotalsSql.count(connection, query, counter, leads), true);
  }

  /** One index knows how many match; of not too many it says which, and the order is known already. */
  private FirstFound find(Search.Part alone) throws SQLException {
    long count = Leads.count(connection, alone);
    if (query.sort() == Sort.POSITION && places.isPresent() && count <= ORDERED) {
      long[] all = Conversations.numbers(connection, alone);
      long[] ordered = places.get().ordered(query.descending(), all);
      return new FirstFound(Arrays.copyOf(ordered, Math.min(limit, ordered.length)), count, true);
    }
    return new FirstFound(firstByIndex(), count, true);
  }

  /** As many in the rest of the project as in the part that the first ones come from; to count them takes seconds. */
  private long about(Places known, long... first) throws SQLException {
    long total = TotalsSql.count(connection, ConversationQuery.ALL, counter);
    long place = known.place(first[first.length - 1]);
    long passed = query.descending() ? total - place + 1 : place;
    return Math.clamp(Math.round(first.length * (double) total / passed), first.length, total);
  }

  private long[] rows(QuerySql sql) throws SQLException {
    return Conversations.ids(connection, sql.ordered(query), limit);
  }

  /** What has few values is read value by value, each in the order of the project; so nothing has to be sorted. */
  private long[] firstByIndex() throws SQLException {
    return switch (query.sort()) {
      case STATUS -> parts(List.of(Status.values()), this::having);
      case SPLIT -> parts(List.of(Split.TRAINING, Split.HELD_OUT), this::having);
      case TOKENS ->
          TotalsSql.totals(connection, ConversationQuery.ALL, counter).uncounted() == 0
              ? byCounts()
              : rows(new QuerySql(query, counter, leads));
      case TURNS ->
          query.descending() ? downwards("turns") : rows(new QuerySql(query, counter, leads));
      case RATING ->
          query.descending() ? downwards("rating") : rows(new QuerySql(query, counter, leads));
      case ASSIGNEE ->
          query.descending() ? downwards("assignee") : rows(new QuerySql(query, counter, leads));
      case VOICE -> query.descending() ? byScores() : rows(new QuerySql(query, counter, leads));
      default -> rows(new QuerySql(query, counter, leads));
    };
  }

  /** The best first, score by score; what has none comes last. */
  private long[] byScores() throws SQLException {
    var first = LongStream.builder();
    int left = limit;
    var scores =
        IntStream.concat(
            IntStream.rangeClosed(0, VoiceScore.FULL).map(score -> VoiceScore.FULL - score),
            IntStream.of(VoiceScores.NO_ANSWER, VoiceScores.UNJUDGED));
    for (int score : scores.toArray()) {
      if (left > 0) {
        var sql = new QuerySql(query, counter, leads);
        sql.and("v.voice = ?", score);
        long[] ids =
            Conversations.ids(connection, sql.ordered(query.sortedBy(Sort.VOICE, false)), left);
        Arrays.stream(ids).forEach(first::add);
        left -= ids.length;
      }
    }
    return first.build().toArray();
  }

  private long[] byCounts() throws SQLException {
    if (!query.descending()) {
      return Conversations.ids(
          connection, new QuerySql(query, counter, leads).orderedByCounts(), limit);
    }
    return downwards(
        below ->
            Sql.first(
                    connection,
                    FirstRows::value,
                    "SELECT max(total) FROM token_count WHERE counter = ?" + below("total", below),
                    Stream.concat(Stream.of(counter), below.stream()).toArray())
                .flatMap(found -> found),
        value -> {
          var sql = new QuerySql(query, counter, leads).orderedByCounts();
          sql.and("t.total = ?", value);
          return sql;
        });
  }

  /** An index leads downwards only with equal ones upside down: they are read value by value, each in the order of the project. */
  private long[] downwards(String column) throws SQLException {
    return downwards(
        below ->
            Sql.first(
                    connection,
                    FirstRows::value,
                    "SELECT max("
                        + column
                        + ") FROM conversation WHERE 1 = 1"
                        + below(column, below),
                    below.stream().toArray())
                .flatMap(found -> found),
        value -> {
          var sql = new QuerySql(query, counter, leads);
          sql.and("c." + column + " = ?", value);
          return sql.ordered(ConversationQuery.of(query.filter()));
        });
  }

  private static Optional<Object> value(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getObject(1));
  }

  private static String below(String column, Optional<Object> value) {
    return value.isPresent() ? " AND " + column + " < ?" : "";
  }

  /** Finds the next value. */
  @FunctionalInterface
  private interface Next {
    Optional<Object> below(Optional<Object> value) throws SQLException;
  }

  private long[] downwards(Next next, Function<Object, QuerySql> having) throws SQLException {
    var first = LongStream.builder();
    int left = limit;
    var value = next.below(Optional.empty());
    while (value.isPresent() && left > 0) {
      long[] ids = Conversations.ids(connection, having.apply(value.get()), left);
      Arrays.stream(ids).forEach(first::add);
      left -= ids.length;
      value = next.below(value);
    }
    return first.build().toArray();
  }

  private <T> long[] parts(List<T> values, Function<T, Optional<ConversationFilter>> having)
      throws SQLException {
    var first = LongStream.builder();
    int left = limit;
    for (var value : query.descending() ? values.reversed() : values) {
      var filter = having.apply(value);
      if (filter.isPresent() && left > 0) {
        var part = ConversationQuery.of(filter.get());
        long[] ids =
            Conversations.ids(connection, new QuerySql(part, counter, leads).ordered(part), left);
        Arrays.stream(ids).forEach(first::add);
        left -= ids.length;
      }
    }
    return first.build().toArray();
  }

  private Optional<ConversationFilter> having(Status status) {
    var wanted = query.filter().statuses();
    return wanted.isEmpty() || wanted.contains(status)
        ? Optional.of(query.filter().withStatuses(Set.of(status)))
        : Optional.empty();
  }

  private Optional<ConversationFilter> having(Split split) {
    var wanted = query.filter().splits();
    return wanted.isEmpty() || wanted.contains(split)
        ? Optional.of(query.filter().withSplits(Set.of(split)))
        : Optional.empty();
  }
}
