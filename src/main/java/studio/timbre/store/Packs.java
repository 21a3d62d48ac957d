package studio.timbre.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import studio.timbre.json.ReviewJson;
import studio.timbre.model.Curated;
import studio.timbre.model.PackOrigin;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/** Review packs as a project knows them: those that were made of it, and what it is if it is a pack itself. */
public final class Packs {
  /** The setting under which a project keeps its identity; a copy has the same. */
  private static final String IDENTITY = "project-identity";

  private final Database database;

  Packs(Database database) {
    this.database = database;
  }

  Database database() {
    return database;
  }

  /** Who the project is, once a pack was made of it. */
  public Optional<String> identity() {
    return new Settings(database).get(IDENTITY);
  }

  /** Gives the project an identity, unless it has one. */
  public String makeIdentity() {
    return database.write(
        connection -> {
          Sql.update(
              connection,
              "INSERT OR IGNORE INTO setting (key, value) VALUES (?, ?)",
              IDENTITY,
              UUID.randomUUID().toString());
          return Sql.first(
                  connection,
                  row -> row.getString(1),
                  "SELECT value FROM setting WHERE key = ?",
                  IDENTITY)
              .orElseThrow();
        });
  }

  /** Remembers a pack that lies whole at its place. */
  public void made(PackOrigin origin, long conversations) {
    database.write(
        connection ->
            Sql.update(
                connection,
                "INSERT OR REPLACE INTO pack_made (pack, recipient, conversations, time)"
                    + " VALUES (?, ?, ?, ?)",
                origin.pack(),
                origin.recipient(),
                conversations,
                origin.time().toEpochMilli()));
  }

  /** Whether this pack was made of this project, or of the one that this is a copy of. */
  public boolean isMade(String pack) {
    return database.read(
        connection ->
            Sql.number(connection, "SELECT count(*) FROM pack_made WHERE pack = ?", pack) > 0);
  }

  /** What this project was made of, if it is a pack. */
  public Optional<PackOrigin> origin() {
    return database.read(
        connection ->
            Sql.first(
                connection,
                row ->
                    new PackOrigin(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Instant.ofEpochMilli(row.getLong(5))),
                "SELECT pack, project, project_name, recipient, time FROM pack_origin LIMIT 1"));
  }

  /** In a pack: the numbers of what was packed, in the order that it had. */
  public long[] packed() {
    return numbers("SELECT conversation FROM pack_base ORDER BY place");
  }

  /** The numbers of all conversations, in the order that they have now. */
  public long[] order() {
    return numbers("SELECT id FROM conversation ORDER BY position");
  }

  private long[] numbers(String sql) {
    return database.read(
        connection -> {
          try (var statement = connection.prepareStatement(sql);
              var rows = statement.executeQuery()) {
            var numbers = LongStream.builder();
            while (rows.next()) {
              numbers.add(rows.getLong(1));
            }
            return numbers.build().toArray();
          }
        });
  }

  /** In a pack: a conversation as it was when packed; empty where it was not. */
  public Optional<Curated> base(long id) {
    return find("SELECT status, split, json, review FROM pack_base WHERE conversation = ?", id);
  }

  /** A conversation as it is now. */
  public Optional<Curated> find(long id) {
    return find("SELECT status, split, json, review FROM conversation WHERE id = ?", id);
  }

  private Optional<Curated> find(String sql, long id) {
    return database.read(connection -> find(connection, sql, id));
  }

  private static Optional<Curated> find(Connection connection, String sql, Object... parameters)
      throws SQLException {
    return Sql.first(connection, row -> curated(row, 1), sql, parameters);
  }

  /** Read from status, split, JSON and review in four columns from {@code first} on. */
  static Curated curated(ResultSet row, int first) throws SQLException {
    return new Curated(
        Status.valueOf(row.getString(first)),
        Split.valueOf(row.getString(first + 1)),
        ConversationTable.parse(row.getString(first + 2)),
        ReviewJson.parse(row.getString(first + 3)));
  }
}
