package studio.timbre.ui.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** What each act of {@link TableProbe} comes to at the least: the statements alone, on a bare table of the same conversations. */
final class PlainSqlite implements AutoCloseable {
  private static final int SCREEN = 40;

  private final Connection connection;

  private PlainSqlite(Connection connection) {
    this.connection = connection;
  }

  /** With the settings that a project is opened with. */
  static PlainSqlite open(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    config.setCacheSize(-32_000);
    config.setBusyTimeout(60_000);
    return new PlainSqlite(config.createConnection("jdbc:sqlite:" + file));
  }

  /** Writes the bare table: number, place and text of each conversation of a project. */
  void copyFrom(Path project) throws SQLException {
    run("ATTACH '" + project + "' AS project");
    run("CREATE TABLE bare (id INTEGER PRIMARY KEY, position BLOB, turns INTEGER, json TEXT)");
    run("INSERT INTO bare SELECT id, position, turns, json FROM project.conversation ORDER BY id");
    run("CREATE INDEX bare_turns ON bare (turns, position)");
    run("CREATE UNIQUE INDEX bare_position ON bare (position)");
    run("DETACH project");
    run("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  void screen(String order, long offset) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "SELECT id, json FROM bare ORDER BY " + order + " LIMIT ? OFFSET ?")) {
      statement.setInt(1, SCREEN);
      statement.setLong(2, offset);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          rows.getString(2);
        }
      }
    }
  }

  void count() throws SQLException {
    number("SELECT count(*) FROM bare");
  }

  long number(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /** The search index of a project, asked for one word: how many, and the first of them. */
  void match(String word) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "SELECT count(*) FROM conversation_search WHERE conversation_search MATCH ?")) {
      statement.setString(1, '"' + word + '"');
      try (var row = statement.executeQuery()) {
        row.getLong(1);
      }
    }
    try (var statement =
        connection.prepareStatement(
            """
            SELECT json FROM conversation WHERE id IN
            (SELECT rowid FROM conversation_search WHERE conversation_search MATCH ? LIMIT 40)""")) {
      statement.setString(1, '"' + word + '"');
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          rows.getString(1);
        }
      }
    }
  }

  void change(long id, String json) throws SQLException {
    try (var statement = connection.prepareStatement("UPDATE bare SET json = ? WHERE id = ?")) {
      statement.setString(1, json);
      statement.setLong(2, id);
      statement.executeUpdate();
    }
  }

  void insert(int count, String json) throws SQLException {
    run("BEGIN IMMEDIATE");
    try (var statement =
        connection.prepareStatement("INSERT INTO bare (position, turns, json) VALUES (?, 1, ?)")) {
      for (int i = 0; i < count; i++) {
        statement.setBytes(1, ("~" + System.nanoTime() + i).getBytes(StandardCharsets.US_ASCII));
        statement.setString(2, json);
        statement.executeUpdate();
      }
    }
    run("COMMIT");
  }

  void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
