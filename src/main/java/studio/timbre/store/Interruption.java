package studio.timbre.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.ProgressHandler;
import studio.timbre.model.Progress;

/** Stops what a connection is reading once it is cancelled, also where it sorts for long before the first row comes. */
final class Interruption implements AutoCloseable {
  /** Steps of SQLite's machine between two questions: a millisecond or so. */
  private static final int STEPS = 100_000;

  private final Connection connection;

  private Interruption(Connection connection) {
    this.connection = connection;
  }

  static Interruption of(Connection connection, Progress progress) throws SQLException {
    if (progress != Progress.NONE) {
      ProgressHandler.setHandler(
          connection,
          STEPS,
          new ProgressHandler() {
            @Override
            protected int progress() {
              return progress.isCancelled() ? 1 : 0;
            }
          });
    }
    return new Interruption(connection);
  }

  @Override
  public void close() throws SQLException {
    ProgressHandler.clearHandler(connection);
  }
}
