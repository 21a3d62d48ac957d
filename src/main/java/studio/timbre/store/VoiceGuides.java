package studio.timbre.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sqlite.SQLiteErrorCode;
import studio.timbre.json.VoiceGuideJson;
import studio.timbre.model.UserFacingException;
import studio.timbre.model.voice.GuideVersion;
import studio.timbre.model.voice.GuideVersion.Origin;
import studio.timbre.model.voice.VoiceGuide;

/** The voice guide of a project. No change takes anything away: what was before stays, and can be gone back to. */
public final class VoiceGuides {
  private static final String COLUMNS = "SELECT id, time, who, origin, json FROM voice_guide";

  private final Database database;
  private final Supplier<String> who;

  VoiceGuides(Database database, Supplier<String> who) {
    this.database = database;
    this.who = who;
  }

  /** The one in force; empty where there never was one. */
  public Optional<GuideVersion> current() {
    return database.read(
        connection ->
            Sql.first(connection, VoiceGuides::version, COLUMNS + " ORDER BY id DESC LIMIT 1"));
  }

  /** The newest first. */
  public List<GuideVersion> history(int limit) {
    return database.read(
        connection ->
            Sql.list(
                connection, VoiceGuides::version, COLUMNS + " ORDER BY id DESC LIMIT ?", limit));
  }

  /** Puts a guide in force. */
  public GuideVersion add(VoiceGuide guide, Origin origin) {
    return database.write(connection -> insert(connection, guide, origin));
  }

  /** Puts the first guide in force, unless somebody was quicker. */
  public Optional<GuideVersion> addFirst(VoiceGuide guide) {
    return database.write(
        connection ->
            Sql.number(connection, "SELECT count(*) FROM voice_guide") == 0
                ? Optional.of(insert(connection, guide, Origin.LEARNED))
                : Optional.empty());
  }

  private GuideVersion insert(Connection connection, VoiceGuide guide, Origin origin)
      throws SQLException {
    var time = Instant.ofEpochMilli(System.currentTimeMillis());
    String name = who.get();
    Sql.update(
        connection,
        "INSERT INTO voice_guide (time, who, origin, json) VALUES (?, ?, ?, ?)",
        time.toEpochMilli(),
        name,
        origin.name(),
        VoiceGuideJson.write(guide));
    long id = Sql.number(connection, "SELECT last_insert_rowid()");
    return new GuideVersion(id, time, name, origin, guide);
  }

  private static GuideVersion version(ResultSet row) throws SQLException {
    try {
      return new GuideVersion(
          row.getLong(1),
          Instant.ofEpochMilli(row.getLong(2)),
          row.getString(3),
          Origin.valueOf(row.getString(4)),
          VoiceGuideJson.read(row.getString(5)));
    } catch (UserFacingException e) {
      throw new SQLException(
          "a stored voice guide cannot be read: " + e.getMessage(),
          "",
          SQLiteErrorCode.SQLITE_CORRUPT.code,
          e);
    }
  }
}
