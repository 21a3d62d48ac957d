package studio.timbre.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.timbre.json.JobEventJson;
import studio.timbre.json.TrainingSpecJson;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;

/**
 * The training runs of a project and what happened in them. Each method is one transaction, on the disk when it returns. Safe
 * for use by several threads.
 */
public final class RunStore {
  private final Database database;

  RunStore(Database database) {
    this.database = database;
  }

  /** Adds a run that owns its files. */
  public void put(StoredRun run) {
    database.write(
        connection ->
            Sql.update(
                connection,
                """
                INSERT INTO run (id, name, base_name, base_path, created, spec, journal_entry, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                run.id().value(),
                run.name(),
                run.baseName(),
                run.basePath().toString(),
                run.created().toEpochMilli(),
                TrainingSpecJson.write(run.spec()),
                run.journalEntry(),
                run.state().name()));
  }

  /** Newest first. */
  public List<StoredRun> list() {
    return database.read(
        connection ->
            Sql.list(
                connection, RunStore::run, "SELECT * FROM run ORDER BY created DESC, id DESC"));
  }

  public Optional<StoredRun> find(JobId run) {
    return database.read(
        connection ->
            Sql.first(connection, RunStore::run, "SELECT * FROM run WHERE id = ?", run.value()));
  }

  private static StoredRun run(ResultSet row) throws SQLException {
    return new StoredRun(
        new JobId(row.getString("id")),
        row.getString("name"),
        row.getString("base_name"),
        Path.of(row.getString("base_path")),
        Instant.ofEpochMilli(row.getLong("created")),
        TrainingSpecJson.read(row.getString("spec")),
        row.getLong("journal_entry"),
        RunState.valueOf(row.getString("state")),
        row.getInt("step"),
        row.getInt("total_steps"),
        real(row, "train_loss"),
        real(row, "first_eval_loss"),
        real(row, "last_eval_loss"),
        Optional.ofNullable(row.getString("result")),
        row.getBoolean("owns_files"));
  }

  private static OptionalDouble real(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  public void rename(JobId run, String name) {
    database.write(
        connection ->
            Sql.update(connection, "UPDATE run SET name = ? WHERE id = ?", name, run.value()));
  }

  /** Sets what no event tells: {@code STOPPED} for a dead worker, {@code QUEUED} for one that is asked to go on. */
  public void setState(JobId run, RunState state) {
    database.write(
        connection ->
            Sql.update(
                connection, "UPDATE run SET state = ? WHERE id = ?", state.name(), run.value()));
  }

  /** Forgets the run and its events. */
  public void delete(JobId run) {
    database.write(
        connection -> Sql.update(connection, "DELETE FROM run WHERE id = ?", run.value()));
  }

  /**
   * Appends events to their runs and moves state, step and losses of the runs along. An event that is there already, told by its
   * run and sequence, and an event of an unknown run are passed over.
   *
   * @return those that were new, in order
   */
  public List<JobEvent> append(List<JobEvent> events) {
    return database.write(
        connection -> {
          try (var insert =
              connection.prepareStatement(
                  """
                  INSERT OR IGNORE INTO run_event (run, sequence, json)
                  SELECT id, ?, ? FROM run WHERE id = ?""")) {
            var added = new ArrayList<JobEvent>();
            for (var event : events) {
              if (insert(insert, event)) {
                moveAlong(connection, event);
                added.add(event);
              }
            }
            return added;
          }
        });
  }

  private static boolean insert(PreparedStatement insert, JobEvent event) throws SQLException {
    insert.setLong(1, event.sequence());
    insert.setString(2, JobEventJson.write(event));
    insert.setString(3, event.job().value());
    return insert.executeUpdate() == 1;
  }

  private static void moveAlong(Connection connection, JobEvent event) throws SQLException {
    switch (event) {
      case JobEvent.Queued _ -> set(connection, event, "state = 'QUEUED'");
      case JobEvent.Started started ->
          set(
              connection,
              event,
              "state = 'RUNNING', step = ?, total_steps = ?",
              started.fromStep(),
              started.totalSteps());
      case JobEvent.Step step ->
          set(connection, event, "step = ?, train_loss = ?", step.step(), step.trainLoss());
      case JobEvent.Evaluated evaluated ->
          set(
              connection,
              event,
              "first_eval_loss = coalesce(first_eval_loss, ?), last_eval_loss = ?",
              evaluated.evalLoss(),
              evaluated.evalLoss());
      // Of providers alone.
      case JobEvent.Sending _, JobEvent.Rewarded _ -> {}
      case JobEvent.Checkpoint _, JobEvent.Log _ -> {}
      case JobEvent.Paused _ -> set(connection, event, "state = 'PAUSED'");
      case JobEvent.Finished finished ->
          set(connection, event, "state = 'FINISHED', result = ?", finished.result());
      case JobEvent.Failed _ -> set(connection, event, "state = 'FAILED'");
      case JobEvent.Cancelled _ -> set(connection, event, "state = 'CANCELLED'");
    }
  }

  private static void set(
      Connection connection, JobEvent event, String assignments, Object... values)
      throws SQLException {
    var parameters = new ArrayList<>(List.of(values));
    parameters.add(event.job().value());
    Sql.update(connection, "UPDATE run SET " + assignments + " WHERE id = ?", parameters.toArray());
  }

  /** The events of a run with a sequence above the given one, in order. */
  public List<JobEvent> events(JobId run, long afterSequence) {
    return database.read(
        connection ->
            Sql.list(
                    connection,
                    row -> JobEventJson.read(row.getString(1)),
                    "SELECT json FROM run_event WHERE run = ? AND sequence > ? ORDER BY sequence",
                    run.value(),
                    afterSequence)
                .stream()
                .flatMap(Optional::stream)
                .toList());
  }

  /** The highest sequence that is stored for a run, 0 for none. */
  public long lastSequence(JobId run) {
    return database.read(
        connection ->
            Sql.number(
                connection, "SELECT max(sequence) FROM run_event WHERE run = ?", run.value()));
  }
}
