package studio.timbre.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import studio.timbre.json.TrainingFilterJson;
import studio.timbre.model.Comparison;
import studio.timbre.model.Curated;
import studio.timbre.model.JobId;
import studio.timbre.model.TrainingFilter;
import studio.timbre.model.Version;
import studio.timbre.store.Database.Done;

/** States of the conversations that are to be found again: those with a name, and those that trainings have seen. */
public final class Versions {
  private static final String VERSION =
      "SELECT id, name, time, who, entry, conversations FROM version ";

  /** Names the walk back as if it were a training. */
  private static final String WALK = "";

  private final Database database;

  Versions(Database database) {
    this.database = database;
  }

  /**
   * What a training has seen.
   *
   * @param entry names the state
   * @param filter what it took of it
   */
  public record Seen(long entry, TrainingFilter filter) {}

  /** Gives the present state a name. */
  public Version name(String name, String who) {
    return database.write(
        connection -> {
          Sql.update(
              connection,
              """
              INSERT INTO version (name, time, who, entry, conversations)
              VALUES (?, ?, ?, ?, (SELECT count(*) FROM conversation))""",
              name,
              System.currentTimeMillis(),
              who,
              present(connection));
          return Sql.first(
                  connection, Versions::version, VERSION + "WHERE id = last_insert_rowid()")
              .orElseThrow();
        });
  }

  /** Newest first. */
  public List<Version> list() {
    return database.read(
        connection -> Sql.list(connection, Versions::version, VERSION + "ORDER BY id DESC"));
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(
        row.getLong(1),
        row.getString(2),
        Instant.ofEpochMilli(row.getLong(3)),
        row.getString(4),
        row.getLong(5),
        row.getLong(6));
  }

  public void rename(long version, String name) {
    database.write(
        connection ->
            Sql.update(connection, "UPDATE version SET name = ? WHERE id = ?", name, version));
  }

  /** Takes the name away; the conversations stay as they are. */
  public void forget(long version) {
    database.write(
        connection -> Sql.update(connection, "DELETE FROM version WHERE id = ?", version));
  }

  /** Keeps what a training has seen; where that state is no longer known it is not kept. */
  public void saw(JobId run, Seen seen) {
    database.write(connection -> saw(connection, run.value(), seen));
  }

  /** Keeps a state from being forgotten. */
  public void keep(String reason, long state) {
    database.write(connection -> saw(connection, reason, new Seen(state, TrainingFilter.DEFAULT)));
  }

  /** Whether a state can still be found. */
  public boolean knows(long state) {
    return database.read(connection -> StatePath.to(connection, state).isPresent());
  }

  private static int saw(Connection connection, String run, Seen seen) throws SQLException {
    return Sql.update(
        connection,
        """
                INSERT OR REPLACE INTO run_data (run, entry, filter) SELECT ?, ?, ?
                WHERE ? = 0 OR EXISTS (SELECT 1 FROM journal_entry WHERE id = ?)""",
        run,
        seen.entry(),
        TrainingFilterJson.write(seen.filter()),
        seen.entry(),
        seen.entry());
  }

  /** What a training has seen, as far as that is known. */
  public Optional<Seen> seenBy(JobId run) {
    return database.read(
        connection ->
            Sql.first(
                connection,
                row ->
                    new Seen(
                        row.getLong(1),
                        TrainingFilterJson.read(row.getString(2)).orElse(TrainingFilter.DEFAULT)),
                "SELECT entry, filter FROM run_data WHERE run = ?",
                run.value()));
  }

  private static long present(Connection connection) throws SQLException {
    return Sql.number(connection, "SELECT max(id) FROM journal_entry WHERE undone = 0");
  }

  private static StatePath path(Connection connection, long state) throws SQLException {
    return StatePath.to(connection, state)
        .orElseThrow(() -> new IllegalArgumentException("the journal knows no state " + state));
  }

  /** What lies between two states; takes as long as there are changes between either and the present one. */
  public Comparison compare(long from, long to) {
    return database.read(connection -> compare(connection, from, to));
  }

  private static Comparison compare(Connection connection, long from, long to) throws SQLException {
    var there = path(connection, from);
    var here = path(connection, to);
    long[] touched =
        LongStream.concat(
                Arrays.stream(there.touched(connection)), Arrays.stream(here.touched(connection)))
            .sorted()
            .distinct()
            .toArray();
    var added = LongStream.builder();
    var removed = LongStream.builder();
    var changed = LongStream.builder();
    var moved = LongStream.builder();
    try (var table = new ConversationTable(connection);
        var first = new StatePath.Walker(connection, there);
        var second = new StatePath.Walker(connection, here)) {
      for (long id : touched) {
        var now = table.find(id);
        var before = first.from(id, now);
        var after = second.from(id, now);
        if (before.equals(after)) {
          continue;
        }
        if (before.isEmpty()) {
          added.add(id);
        } else if (after.isEmpty()) {
          removed.add(id);
        } else if (before.equals(after.map(state -> state.withPosition(before.get().position())))) {
          moved.add(id);
        } else {
          changed.add(id);
        }
      }
    }
    return new Comparison(
        from,
        to,
        added.build().toArray(),
        removed.build().toArray(),
        changed.build().toArray(),
        moved.build().toArray());
  }

  /** A conversation as it was in a state; empty where it was not there. */
  public Optional<Curated> find(long conversation, long state) {
    return Optional.ofNullable(findAll(state, conversation).get(conversation));
  }

  /** Conversations as they were in a state, by their numbers; without those that were not there. */
  public Map<Long, Curated> findAll(long state, long... conversations) {
    return database.read(
        connection -> {
          var found = new HashMap<Long, Curated>();
          try (var table = new ConversationTable(connection);
              var walker = new StatePath.Walker(connection, path(connection, state))) {
            for (long id : conversations) {
              var then = walker.from(id, table.find(id));
              if (then.isPresent()) {
                found.put(id, then.get().curated());
              }
            }
            return found;
          }
        });
  }

  /** Numbers of the conversations that passed a filter in a state, in rising order, whether they are still there or not. */
  public long[] passed(long state, TrainingFilter filter) {
    return database.read(
        connection -> {
          var path = path(connection, state);
          long[] touched = path.touched(connection);
          var found = LongStream.builder();
          var now = new QuerySql(filter.query(), "");
          try (var statement =
                  Sql.prepare(connection, "SELECT c.id FROM " + now.sql(), now.parameters());
              var rows = statement.executeQuery()) {
            while (rows.next()) {
              if (Arrays.binarySearch(touched, rows.getLong(1)) < 0) {
                found.add(rows.getLong(1));
              }
            }
          }
          try (var table = new ConversationTable(connection);
              var walker = new StatePath.Walker(connection, path)) {
            for (long id : touched) {
              var then = walker.from(id, table.find(id));
              if (then.isPresent() && filter.accepts(then.get().curated())) {
                found.add(id);
              }
            }
          }
          return found.build().sorted().toArray();
        });
  }

  /**
   * Brings all conversations to a state again, under the numbers and at the places that they had; one act, which can be undone.
   *
   * @return how many conversations this changes
   */
  public int goBack(long state, String who) {
    return database.act(
        connection -> {
          var path = path(connection, state);
          // What leads there must not be forgotten while it is walked along.
          saw(connection, WALK, new Seen(state, TrainingFilter.DEFAULT));
          try (var act = new Act(connection, "back", who);
              var walker = new StatePath.Walker(connection, path)) {
            int changed = new StateReturn(act, walker).make(path.touched(connection));
            act.finish();
            Sql.update(connection, "DELETE FROM run_data WHERE run = ?", WALK);
            return new Done<>(changed, act.touched(), act.rearranges());
          }
        });
  }
}
