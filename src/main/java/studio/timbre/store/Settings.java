package studio.timbre.store;

import java.util.Optional;

/** Small things that a project remembers. They are no part of undo. */
public final class Settings {
  private final Database database;

  Settings(Database database) {
    this.database = database;
  }

  public Optional<String> get(String key) {
    return database.read(
        connection ->
            Sql.first(
                connection,
                row -> row.getString(1),
                "SELECT value FROM setting WHERE key = ?",
                key));
  }

  public void put(String key, String value) {
    database.write(
        connection ->
            Sql.update(
                connection,
                "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)",
                key,
                value));
  }

  public void remove(String key) {
    database.write(connection -> Sql.update(connection, "DELETE FROM setting WHERE key = ?", key));
  }
}
