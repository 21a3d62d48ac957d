package studio.timbre.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.sqlite.SQLiteConfig.JournalMode;
import studio.timbre.model.PackOrigin;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;

/**
 * Writes a review pack: a project of its own that holds some conversations under their numbers and in their order, and beside them
 * how they were when they were packed. Nothing else of the project goes along.
 */
public final class PackWriter {
  private static final int REPORT_EVERY = 100;

  private final ProjectFile project;
  private final PackOrigin origin;
  private final Map<String, String> settings;

  /** @param settings those that the pack begins with */
  public PackWriter(ProjectFile project, PackOrigin origin, Map<String, String> settings) {
    this.project = project;
    this.origin = origin;
    this.settings = Map.copyOf(settings);
  }

  /**
   * Makes the pack, whole or not at all; a file that is there is replaced.
   *
   * @param ids what goes in; numbers that are gone are passed over
   * @return how many went in
   * @throws CancellationException when it was called off; nothing is left of it then
   */
  public long write(Path target, long[] ids, Progress progress) throws UserFacingException {
    return Replacement.at(
        target,
        fresh -> {
          long written = fill(fresh.path(), ids, progress);
          if (written == 0) {
            throw new UserFacingException(
                "error.pack.empty",
                "None of these conversations is in the project, so no pack was made. Choose others.");
          }
          fresh.put();
          return written;
        });
  }

  private long fill(Path file, long[] ids, Progress progress) throws SQLException {
    try (var pack = Database.connect(file, JournalMode.DELETE)) {
      Database.execute(pack, "PRAGMA application_id = " + ProjectHeader.APPLICATION);
      Migrations.migrate(pack);
      Database.execute(pack, "BEGIN");
      long written = copy(pack, ids, progress);
      describe(pack);
      Database.execute(pack, "COMMIT");
      return written;
    } catch (ActPen.Refused refused) {
      throw refused.problem();
    }
  }

  private long copy(Connection pack, long[] ids, Progress progress) {
    return project
        .database()
        .read(
            connection -> {
              try (var from =
                      connection.prepareStatement(
                          "SELECT position, status, split, json, review FROM conversation"
                              + " WHERE id = ?");
                  var base =
                      pack.prepareStatement(
                          "INSERT INTO pack_base (conversation, place, status, split, json, review)"
                              + " VALUES (?, 0, ?, ?, ?, ?)");
                  var act = new Act(pack, "import", "")) {
                long written = 0;
                for (int i = 0; i < ids.length; i++) {
                  if (progress.isCancelled()) {
                    throw new CancellationException();
                  }
                  if (i % REPORT_EVERY == 0) {
                    progress.report(i, ids.length);
                  }
                  written += copy(from, base, act, ids[i]) ? 1 : 0;
                }
                act.finish();
                progress.report(ids.length, ids.length);
                return written;
              }
            });
  }

  private static boolean copy(PreparedStatement from, PreparedStatement base, Act act, long id)
      throws SQLException {
    from.setLong(1, id);
    try (var row = from.executeQuery()) {
      if (!row.next()) {
        return false;
      }
      var state =
          new ConversationState(
              row.getBytes(1),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getString(5));
      put(base, act, id, state);
      return true;
    }
  }

  /** What the pack refuses is no failure of the project that is read meanwhile. */
  private static void put(PreparedStatement base, Act act, long id, ConversationState state) {
    try {
      act.change(id, Optional.empty(), Optional.of(state));
      base.setLong(1, id);
      base.setString(2, state.status());
      base.setString(3, state.split());
      base.setString(4, state.json());
      base.setString(5, state.review());
      base.executeUpdate();
    } catch (SQLException problem) {
      throw new ActPen.Refused(problem);
    }
  }

  private void describe(Connection pack) throws SQLException {
    // What a colleague takes back first must be something that the colleague did.
    Database.execute(pack, "DELETE FROM journal_change");
    Database.execute(pack, "DELETE FROM journal_entry");
    Database.execute(
        pack,
        """
        UPDATE pack_base SET place = ranked.place FROM
        (SELECT id, row_number() OVER (ORDER BY position) AS place FROM conversation) AS ranked
        WHERE ranked.id = pack_base.conversation""");
    Sql.update(
        pack,
        "INSERT INTO pack_origin (pack, project, project_name, recipient, time)"
            + " VALUES (?, ?, ?, ?, ?)",
        origin.pack(),
        origin.project(),
        origin.projectName(),
        origin.recipient(),
        origin.time().toEpochMilli());
    for (var setting : settings.entrySet()) {
      Sql.update(
          pack,
          "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)",
          setting.getKey(),
          setting.getValue());
    }
  }
}
