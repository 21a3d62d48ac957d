package studio.timbre.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.timbre.json.JobEventJson;
import studio.timbre.model.ApiJob;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiStanding;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;

/**
 * The jobs at providers and what happened in them. Each method is one transaction, on the disk when it returns. Safe for use by
 * several threads and several programs.
 */
public final class ApiJobStore {
  private final Database database;

  ApiJobStore(Database database) {
    this.database = database;
  }

  /** Adds an order of which nothing was sent yet. */
  public void put(ApiOrder order) {
    database.write(connection -> insert(connection, order));
  }

  private static int insert(Connection connection, ApiOrder order) throws SQLException {
    return Sql.update(
        connection,
        """
        INSERT INTO api_job (id, name, connection, connection_name, provider, address, key_variable, recipe,
                             agreed_usd, journal_entry, created, stage, state)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        ApiJobRow.order(order, ApiStanding.NEW.stage(), RunState.QUEUED));
  }

  /** Adds a job that its provider has already, with what is known of it there, in one act. */
  public void adopt(ApiOrder order, ApiStanding standing) {
    database.write(
        connection -> {
          insert(connection, order);
          return update(connection, order.id(), standing);
        });
  }

  /** Newest first. */
  public List<ApiJob> list() {
    return database.read(
        connection ->
            Sql.list(
                connection,
                ApiJobRow::read,
                "SELECT * FROM api_job ORDER BY created DESC, id DESC"));
  }

  public Optional<ApiJob> find(JobId job) {
    return database.read(connection -> find(connection, job));
  }

  private static Optional<ApiJob> find(Connection connection, JobId job) throws SQLException {
    return Sql.first(
        connection, ApiJobRow::read, "SELECT * FROM api_job WHERE id = ?", job.value());
  }

  /** Reads how a job stands at its provider, changes it and writes it in one act; answers what stands now. */
  public ApiStanding change(JobId job, UnaryOperator<ApiStanding> change) {
    return database.write(
        connection -> {
          var before =
              find(connection, job)
                  .orElseThrow(() -> new IllegalArgumentException("there is no job " + job))
                  .standing();
          var after = change.apply(before);
          update(connection, job, after);
          return after;
        });
  }

  private static int update(Connection connection, JobId job, ApiStanding standing)
      throws SQLException {
    return Sql.update(
        connection,
        """
        UPDATE api_job SET stage = ?, asked_at = ?, training_file = ?, validation_file = ?, provider_job = ?,
                           tuned_model = ?, cancel_wanted = ?, left_behind = ?, uploads = ?
        WHERE id = ?""",
        ApiJobRow.standing(standing, job));
  }

  /** Appends an event and moves state, step and loss along; one that is there already, told by its sequence, is passed over. */
  public void append(JobEvent event) {
    database.write(
        connection -> {
          int added =
              Sql.update(
                  connection,
                  "INSERT OR IGNORE INTO api_job_event (job, sequence, json) SELECT id, ?, ? FROM api_job WHERE id = ?",
                  event.sequence(),
                  JobEventJson.write(event),
                  event.job().value());
          if (added == 1) {
            moveAlong(connection, event);
          }
          return added;
        });
  }

  private static void moveAlong(Connection connection, JobEvent event) throws SQLException {
    switch (event) {
      case JobEvent.Sending _ -> {}
      case JobEvent.Rewarded rewarded -> reward(connection, rewarded);
      case JobEvent.Queued _ -> set(connection, event, "state = 'QUEUED'");
      case JobEvent.Started started ->
          set(
              connection,
              event,
              "state = 'RUNNING', total_steps = max(total_steps, ?)",
              started.totalSteps());
      // Steps that were missed are told late: the furthest one counts.
      case JobEvent.Step step ->
          set(
              connection,
              event,
              "train_loss = CASE WHEN ? >= step THEN ? ELSE train_loss END, step = max(step, ?)",
              step.step(),
              step.trainLoss(),
              step.step());
      case JobEvent.Paused _ -> set(connection, event, "state = 'PAUSED'");
      case JobEvent.Finished _ -> set(connection, event, "state = 'FINISHED'");
      case JobEvent.Failed _ -> set(connection, event, "state = 'FAILED'");
      case JobEvent.Cancelled _ -> set(connection, event, "state = 'CANCELLED'");
      case JobEvent.Evaluated evaluated ->
          set(
              connection,
              event,
              "last_eval_loss = CASE WHEN ? >= coalesce(last_eval_step, 0) THEN ? ELSE last_eval_loss END, last_eval_step = max(coalesce(last_eval_step, 0), ?)",
              evaluated.step(),
              evaluated.evalLoss(),
              evaluated.step());
      case JobEvent.Checkpoint _, JobEvent.Log _ -> {}
    }
  }

  private static void reward(Connection connection, JobEvent.Rewarded event) throws SQLException {
    set(connection, event, "step = max(step, ?)", event.step());
    if (event.heldOut().isPresent()) {
      set(
          connection,
          event,
          "held_out_reward = CASE WHEN ? >= coalesce(last_eval_step, 0) THEN ? ELSE held_out_reward END, last_eval_step = max(coalesce(last_eval_step, 0), ?)",
          event.step(),
          event.heldOut().getAsDouble(),
          event.step());
    }
  }

  private static void set(
      Connection connection, JobEvent event, String assignments, Object... values)
      throws SQLException {
    var parameters = new ArrayList<>(List.of(values));
    parameters.add(event.job().value());
    Sql.update(
        connection, "UPDATE api_job SET " + assignments + " WHERE id = ?", parameters.toArray());
  }

  /** Sets what no event tells. */
  public void setState(JobId job, RunState state) {
    set(job, "state", state.name());
  }

  /** Keeps the provider's own word for where the job stands. */
  public void setProviderState(JobId job, String word) {
    set(job, "provider_state", word);
  }

  /** Keeps how many tokens the provider has trained on. */
  public void setTrainedTokens(JobId job, long tokens) {
    set(job, "trained_tokens", tokens);
  }

  public void rename(JobId job, String name) {
    set(job, "name", name);
  }

  /** Forgets the job and its events. */
  public void delete(JobId job) {
    database.write(
        connection -> Sql.update(connection, "DELETE FROM api_job WHERE id = ?", job.value()));
  }

  private void set(JobId job, String column, Object value) {
    database.write(
        connection ->
            Sql.update(
                connection,
                "UPDATE api_job SET " + column + " = ? WHERE id = ?",
                value,
                job.value()));
  }

  /** The events of a job with a sequence above the given one, in order. */
  public List<JobEvent> events(JobId job, long afterSequence) {
    return database.read(
        connection ->
            Sql.list(
                    connection,
                    row -> JobEventJson.read(row.getString(1)),
                    "SELECT json FROM api_job_event WHERE job = ? AND sequence > ? ORDER BY sequence",
                    job.value(),
                    afterSequence)
                .stream()
                .flatMap(Optional::stream)
                .toList());
  }

  /** The highest sequence that is stored for a job, 0 for none. */
  public long lastSequence(JobId job) {
    return database.read(
        connection ->
            Sql.number(
                connection, "SELECT max(sequence) FROM api_job_event WHERE job = ?", job.value()));
  }
}
