package studio.timbre.store;

import java.nio.file.Path;
import java.sql.SQLException;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;

/**
 * Reads a large file through after the program that had it did not come to close it. SQLite's log makes such a file whole by itself, so
 * this looks for damage of the disk, beside the work: it takes minutes where the project opens in a second.
 */
final class Inspection {
  /** Search indexes are left out: looking at one means to read every text again. */
  private static final String TABLES =
      """
      SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
      AND name NOT LIKE 'conversation_search%' AND name NOT LIKE 'sqlite%'""";

  private final Database database;
  private final Path shown;
  private volatile boolean stopped;

  Inspection(Database database, Path shown) {
    this.database = database;
    this.shown = shown;
  }

  /**
   * Table after table, so that no reading lasts long.
   *
   * @throws UserFacingException where the file is damaged
   */
  void make() throws UserFacingException {
    try {
      for (String table :
          database.read(connection -> Sql.list(connection, row -> row.getString(1), TABLES))) {
        look(table);
      }
    } catch (IllegalStateException e) {
      // Called off, or closed already.
      if (!stopped) {
        throw e;
      }
    }
  }

  private void look(String table) throws UserFacingException {
    String verdict =
        database.read(
            connection -> {
              try (var _ = Interruption.of(connection, new UntilStopped())) {
                return Sql.first(
                        connection, row -> row.getString(1), "PRAGMA quick_check('" + table + "')")
                    .orElse("nothing");
              }
            });
    if (!verdict.equals("ok")) {
      throw Failures.damaged(shown, new SQLException(verdict));
    }
  }

  private final class UntilStopped implements Progress {
    @Override
    public void report(long done, long total) {
      // Nobody is waiting for it.
    }

    @Override
    public boolean isCancelled() {
      return stopped;
    }
  }

  /** The project is closed. */
  void stop() {
    stopped = true;
  }
}
