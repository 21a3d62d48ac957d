package studio.timbre.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.timbre.json.ReviewJson;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.FirstFound;
import studio.timbre.model.Progress;
import studio.timbre.model.ProjectTotals;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.store.KeptOrder.Places;

/** Reads conversations. Tokens are those of the way of counting that is named. */
public final class Conversations {
  private static final String COLUMNS =
      "c.id, c.status, c.split, c.json, c.review, coalesce(t.total, -1), coalesce(t.answers, -1),"
          + " (SELECT iif(voice > 100, -1, voice) FROM conversation_trait WHERE conversation = c.id)";
  private static final String ROW =
      "SELECT "
          + COLUMNS
          + " FROM conversation c LEFT JOIN token_count t"
          + " ON t.conversation = c.id AND t.counter = ? WHERE c.id = ?";

  /** No limit. */
  private static final int ALL = -1;

  private final Database database;
  private final KeptOrder order = new KeptOrder();

  Conversations(Database database) {
    this.database = database;
  }

  /**
   * A number that changes when conversations come, go or move: a list in the order of the project that was read after it is right
   * as long as it stays.
   */
  public long arrangement() {
    return database.arrangement();
  }

  /** Numbers of the conversations that match, in the order asked for. */
  public long[] ids(ConversationQuery query, String counter) {
    return ids(query, counter, Progress.NONE);
  }

  /** As the other; where it is cancelled meanwhile, {@link java.util.concurrent.CancellationException} is thrown. */
  public long[] ids(ConversationQuery query, String counter, Progress progress) {
    long arrangement = database.arrangement();
    var places = places(query, arrangement);
    var ids =
        database.readWhileOpen(
            connection -> {
              try (var _ = Interruption.of(connection, progress)) {
                return places.isPresent()
                    ? matching(connection, Search.of(query.filter().search()))
                    : ids(connection, ordered(connection, query, counter), ALL);
              }
            });
    if (query.equals(ConversationQuery.ALL)) {
      order.keep(arrangement, ids);
    }
    return places.map(known -> known.ordered(query.descending(), ids)).orElse(ids);
  }

  private static QuerySql ordered(Connection connection, ConversationQuery query, String counter)
      throws SQLException {
    return new QuerySql(query, counter, Leads.of(connection, query.filter(), counter))
        .ordered(query);
  }

  private static long[] matching(Connection connection, Search search) throws SQLException {
    var quicker =
        FirstMatches.isFrequent(connection, search, FirstMatches.MANY)
            ? search.byReading()
            : search;
    return numbers(connection, quicker.numbers());
  }

  /** The order of the project, where it is known and only words are asked for. */
  private Optional<Places> places(ConversationQuery query, long arrangement) {
    boolean asksForWords =
        !Search.of(query.filter().search()).isEmpty()
            && query.filter().withSearch("").equals(ConversationFilter.ALL);
    return asksForWords && query.sort() == ConversationQuery.Sort.POSITION
        ? order.at(arrangement)
        : Optional.empty();
  }

  /** Where to begin, quickly: see {@link FirstFound}. Can be cancelled as {@link #ids(ConversationQuery, String, Progress)}. */
  public FirstFound first(ConversationQuery query, String counter, int limit, Progress progress) {
    return first(query, counter, limit, FirstMatches.MANY, progress);
  }

  /** @param many from how many candidates on text after text is read */
  FirstFound first(
      ConversationQuery query, String counter, int limit, int many, Progress progress) {
    var places = order.at(database.arrangement());
    return database.readWhileOpen(
        connection -> {
          try (var _ = Interruption.of(connection, progress)) {
            return Search.of(query.filter().search()).isEmpty()
                ? new FirstRows(connection, query, counter, limit, places).find()
                : new FirstMatches(connection, query, counter, limit, many, places).find();
          }
        });
  }

  static long[] ids(Connection connection, QuerySql sql, int limit) throws SQLException {
    try (var statement =
            Sql.prepare(
                connection, "SELECT c.id FROM " + sql.sql() + " LIMIT " + limit, sql.parameters());
        var rows = statement.executeQuery()) {
      return numbers(rows);
    }
  }

  static long[] numbers(Connection connection, Search.Part part) throws SQLException {
    try (var statement = Sql.prepare(connection, part.sql(), part.parameters().toArray());
        var rows = statement.executeQuery()) {
      return numbers(rows);
    }
  }

  static long[] numbers(ResultSet rows) throws SQLException {
    var ids = new long[1024];
    int count = 0;
    while (rows.next()) {
      if (count == ids.length) {
        ids = Arrays.copyOf(ids, count * 2);
      }
      ids[count++] = rows.getLong(1);
    }
    return Arrays.copyOf(ids, count);
  }

  /** These conversations, in this order; numbers that are gone are left out. */
  public List<ConversationRow> rows(String counter, long... ids) {
    return database.read(
        connection -> {
          try (var statement = Sql.prepare(connection, ROW, counter)) {
            var rows = new ArrayList<ConversationRow>(ids.length);
            for (long id : ids) {
              statement.setLong(2, id);
              addRow(statement, rows);
            }
            return rows;
          }
        });
  }

  private static void addRow(PreparedStatement statement, List<ConversationRow> rows)
      throws SQLException {
    try (var row = statement.executeQuery()) {
      if (row.next()) {
        rows.add(row(row));
      }
    }
  }

  private static ConversationRow row(ResultSet row) throws SQLException {
    return new ConversationRow(
        row.getLong(1),
        Status.valueOf(row.getString(2)),
        Split.valueOf(row.getString(3)),
        ConversationTable.parse(row.getString(4)),
        ReviewJson.parse(row.getString(5)),
        row.getInt(6),
        row.getInt(7),
        row.getInt(8));
  }

  /** Hands over every conversation that matches, in the order asked for, of one state of the project. */
  public void each(ConversationQuery query, String counter, Consumer<ConversationRow> taker) {
    var sql = new QuerySql(query, counter).withTokens().ordered(query);
    database.read(
        connection -> {
          try (var statement =
                  Sql.prepare(
                      connection, "SELECT " + COLUMNS + " FROM " + sql.sql(), sql.parameters());
              var rows = statement.executeQuery()) {
            while (rows.next()) {
              taker.accept(row(rows));
            }
            return true;
          }
        });
  }

  public ProjectTotals totals(ConversationQuery query, String counter) {
    return database.readWhileOpen(connection -> TotalsSql.totals(connection, query, counter));
  }
}
