package studio.timbre.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CancellationException;
import studio.timbre.model.Progress;

/**
 * Makes the indexes of conversations anew at the end of an act that adds most of them. By question, by answer and by hash, rows come in
 * no order: each would read and write a page of each index somewhere in a file of gigabytes, where sorting all of them at the end
 * writes each page once. It is all within the act, so an act that is not finished leaves the indexes as they were.
 */
final class SortedAfterwards {
  /** Fewer are put in place one by one. */
  private static final int FEW = 20_000;

  private final Connection connection;
  private final long before;
  private List<Index> dropped = List.of();

  /** As SQLite keeps them. */
  private record Index(String name, String sql) {}

  SortedAfterwards(Connection connection) throws SQLException {
    this.connection = connection;
    this.before = Sql.number(connection, "SELECT coalesce(sum(conversations), 0) FROM tally");
  }

  /**
   * To be called before each that is added.
   *
   * @param added so many were
   */
  void adding(long added) throws SQLException {
    if (added < FEW || added < before || !dropped.isEmpty()) {
      return;
    }
    // The place of the next one is looked for by its own index, which rows join at its end.
    dropped =
        Sql.list(
            connection,
            row -> new Index(row.getString(1), row.getString(2)),
            """
            SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'conversation'
            AND sql LIKE 'CREATE INDEX %'""");
    for (var index : dropped) {
      Database.execute(connection, "DROP INDEX " + index.name());
    }
  }

  private record UntilCancelled(Runnable goOn) implements Progress {
    @Override
    public void report(long done, long total) {
      // An index does not say how far it is.
    }

    @Override
    public boolean isCancelled() {
      try {
        goOn.run();
        return false;
      } catch (CancellationException _) {
        return true;
      }
    }
  }

  /**
   * Makes the indexes that are gone.
   *
   * @param goOn asked all the while; what it throws ends the act
   */
  void finish(Runnable goOn) throws SQLException {
    if (dropped.isEmpty()) {
      return;
    }
    // Sorting in memory would need as much of it as the texts by which is sorted are long.
    Database.execute(connection, "PRAGMA temp_store = FILE");
    try {
      for (var index : dropped) {
        goOn.run();
        try (var _ = Interruption.of(connection, new UntilCancelled(goOn))) {
          Database.execute(connection, index.sql());
        }
      }
    } finally {
      Database.execute(connection, "PRAGMA temp_store = MEMORY");
    }
  }
}
