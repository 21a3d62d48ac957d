package studio.timbre.store;

import java.sql.Connection;
import java.sql.SQLException;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ProjectTotals;

/** Adds up what matches: from the tallies where they tell it, and else from the conversations. */
final class TotalsSql {
  private TotalsSql() {}

  static ProjectTotals totals(Connection connection, ConversationQuery query, String counter)
      throws SQLException {
    return isTallied(query.filter())
        ? tallied(connection, query, counter)
        : added(connection, query, counter);
  }

  /** How many match. */
  static long count(Connection connection, ConversationQuery query, String counter)
      throws SQLException {
    if (isTallied(query.filter())) {
      var cells = QuerySql.cells(query.filter());
      return Sql.number(
          connection,
          "SELECT sum(conversations) FROM tally c" + cells.conditions(),
          cells.parameters());
    }
    return count(connection, query, counter, Leads.of(connection, query.filter(), counter));
  }

  static long count(Connection connection, ConversationQuery query, String counter, Leads leads)
      throws SQLException {
    if (isTallied(query.filter())) {
      return count(connection, query, counter);
    }
    var alone = Leads.alone(query.filter(), counter);
    if (alone.isPresent()) {
      return Leads.count(connection, alone.get());
    }
    var sql = new QuerySql(query, counter, leads);
    return Sql.number(connection, "SELECT count(*) FROM " + sql.sql(), sql.parameters());
  }

  /** Whether the sums that are kept tell it. */
  static boolean isTallied(ConversationFilter filter) {
    return ConversationFilter.ALL
        .withStatuses(filter.statuses())
        .withSplits(filter.splits())
        .equals(filter);
  }

  private static ProjectTotals tallied(
      Connection connection, ConversationQuery query, String counter) throws SQLException {
    long all = count(connection, query, counter);
    var cells = QuerySql.cells(query.filter());
    cells.and("c.counter = ?", counter);
    return Sql.first(
            connection,
            row -> new ProjectTotals(all, row.getLong(2), row.getLong(3), all - row.getLong(1)),
            "SELECT sum(conversations), sum(total), sum(answers) FROM token_tally c"
                + cells.conditions(),
            cells.parameters())
        .orElseThrow();
  }

  private static ProjectTotals added(Connection connection, ConversationQuery query, String counter)
      throws SQLException {
    var leads = Leads.of(connection, query.filter(), counter);
    var sql = new QuerySql(query, counter, leads).withTokens();
    return Sql.first(
            connection,
            row ->
                new ProjectTotals(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)),
            "SELECT count(*), coalesce(sum(t.total), 0), coalesce(sum(t.answers), 0),"
                + " count(*) - count(t.total) FROM "
                + sql.sql(),
            sql.parameters())
        .orElseThrow();
  }
}
