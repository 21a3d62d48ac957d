package studio.timbre.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteConfig.JournalMode;
import studio.timbre.model.UserFacingException;

/** How a project file is made and opened: what is looked at before anything is written into it. */
final class ProjectOpening {
  /** Larger files are not read through at every opening; see {@link ProjectFile#inspect}. */
  private static final long CHECKED_BYTES = 64L << 20;

  private ProjectOpening() {}

  /** See {@link ProjectFile#create}. */
  static ProjectFile create(Path file) throws UserFacingException {
    if (Files.exists(file)) {
      throw Failures.failure(
          "error.project.exists", "There is already a file called %s. Choose another name.", file);
    }
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var fresh = Replacement.of(file.toAbsolutePath())) {
        try (var connection = Database.connect(fresh.path(), JournalMode.DELETE)) {
          Database.execute(connection, "PRAGMA application_id = " + ProjectHeader.APPLICATION);
          Migrations.migrate(connection);
        }
        fresh.put();
      }
    } catch (IOException e) {
      throw Failures.reason(file, e);
    } catch (SQLException e) {
      throw Failures.reason(file, e);
    }
    return open(file);
  }

  /** See {@link ProjectFile#open}. */
  static ProjectFile open(Path file) throws UserFacingException {
    try {
      var real = real(file);
      ProjectHeader.read(real).check(file);
      var lock =
          ProjectLock.take(real)
              .orElseThrow(
                  () ->
                      Failures.failure(
                          "error.project.inUse",
                          "%s is open in another window of Timbre. Go on there, or close it there"
                              + " first.",
                          file));
      ProjectFile project = null;
      try {
        var opened =
            new ProjectFile(
                file,
                Optional.of(lock),
                database(real, file),
                lock.wasLeftBehind() && Files.size(real) > CHECKED_BYTES);
        opened.startUpkeep();
        project = opened;
        return project;
      } finally {
        if (project == null) {
          lock.close();
        }
      }
    } catch (IOException e) {
      throw Failures.reason(file, e);
    } catch (SQLException e) {
      throw Failures.reason(file, e);
    }
  }

  /** See {@link ProjectFile#openShared}. */
  static ProjectFile openShared(Path file) throws UserFacingException {
    try {
      if (!Files.exists(file)) {
        createShared(file);
      }
      var real = real(file);
      ProjectHeader.read(real).check(file);
      return new ProjectFile(file, Optional.empty(), database(real, file), false);
    } catch (IOException e) {
      throw Failures.reason(file, e);
    } catch (SQLException e) {
      throw Failures.reason(file, e);
    }
  }

  private static void createShared(Path file) throws UserFacingException {
    try {
      create(file).close();
    } catch (UserFacingException e) {
      // Another program was quicker.
      if (!Files.exists(file)) {
        throw e;
      }
    }
  }

  private static Path real(Path file) throws IOException, UserFacingException {
    if (!Files.isRegularFile(file)) {
      throw Failures.failure(
          "error.project.missing",
          "There is no project %s any more. It was moved, renamed or deleted: look for it and open"
              + " it from there.",
          file);
    }
    return file.toRealPath();
  }

  private static Database database(Path real, Path shown)
      throws SQLException, IOException, UserFacingException {
    try (var connection = Database.connect(real, JournalMode.WAL)) {
      if (Sql.number(connection, "PRAGMA user_version") > Migrations.VERSION) {
        throw ProjectHeader.newer(shown);
      }
      Migrations.migrate(connection);
      if (Files.size(real) <= CHECKED_BYTES) {
        check(connection, shown);
      }
    }
    return Database.open(real);
  }

  private static void check(Connection connection, Path shown)
      throws SQLException, UserFacingException {
    String verdict =
        Sql.first(connection, row -> row.getString(1), "PRAGMA quick_check(1)").orElse("nothing");
    if (!verdict.equals("ok")) {
      throw Failures.damaged(shown, new SQLException(verdict));
    }
  }
}
