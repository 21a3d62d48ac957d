package studio.timbre.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig.JournalMode;
import studio.timbre.model.UserFacingException;

/** Writes a copy of a project into a file of its own, whole or not at all. The files of the runs, and jobs not begun, stay the original's. */
final class ProjectCopy {
  private final Database database;

  ProjectCopy(Database database) {
    this.database = database;
  }

  /** Writes the state as it is now; a file that is there is replaced. */
  void write(Path target) throws UserFacingException {
    Replacement.at(target, this::make);
  }

  private boolean make(Replacement copy) throws IOException, SQLException {
    // Not one of the pool: VACUUM cannot run inside a transaction, and takes its time.
    try (var connection = Database.connect(database.file(), JournalMode.WAL);
        var statement = connection.prepareStatement("VACUUM INTO ?")) {
      statement.setString(1, copy.path().toString());
      statement.execute();
    }
    try (var connection = Database.connect(copy.path(), JournalMode.DELETE)) {
      Sql.update(connection, "UPDATE run SET owns_files = 0");
      // What is not begun could be begun from both files, and be paid twice: it stays with the
      // original.
      Sql.update(
          connection, "DELETE FROM api_job WHERE stage IN ('PREPARED', 'UPLOADING', 'ASKED')");
      Sql.update(connection, "UPDATE api_job SET own = 0");
    }
    copy.put();
    return true;
  }
}
