package studio.timbre.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import studio.timbre.model.NumberSet;
import studio.timbre.model.PassedFindings;
import studio.timbre.model.Progress;

/**
 * Findings that somebody let pass, each with a reason, as long as the text stays as it was then. Those that were let pass in one act have
 * its time in common. They are no part of undo.
 */
public final class PassedProblems {
  /** So many are written at once; other edits get their turn between. */
  private static final int SLICE = 20_000;

  private final Database database;
  private final Supplier<String> who;
  private final TouchedRows.Watch touched;
  private Optional<PassedFindings> known = Optional.empty();
  private Optional<List<Passed>> listed = Optional.empty();
  private long lastTime;

  PassedProblems(Database database, Supplier<String> who) {
    this.database = database;
    this.who = who;
    this.touched = database.touched().watch();
  }

  /**
   * What was let pass in one act.
   *
   * @param kind names the finding, as {@code personal_email}
   * @param conversations how many of them stand as they did then
   * @param first the least number of those
   */
  public record Passed(
      String kind, long conversations, long first, String reason, String who, Instant when) {}

  /**
   * Lets a finding pass in these conversations; where it is let pass already, that stays as it is.
   *
   * @param progress in conversations; where it is cancelled, {@link CancellationException} is thrown and nothing is let pass
   * @return what came of it; empty where there was nothing left to let pass
   */
  public Optional<Passed> add(String kind, String reason, Progress progress, long... ids) {
    long now = time();
    var act = new Passed(kind, 0, 0, reason, who.get(), Instant.ofEpochMilli(now));
    try {
      for (int from = 0; from < ids.length; from += SLICE) {
        if (progress.isCancelled()) {
          remove(act);
          throw new CancellationException("letting findings pass was cancelled");
        }
        progress.report(from, ids.length);
        addSlice(act, Arrays.copyOfRange(ids, from, Math.min(ids.length, from + SLICE)));
      }
    } finally {
      forget();
    }
    return written(act);
  }

  /** With how many there are of it. */
  private Optional<Passed> written(Passed act) {
    return database
        .read(
            connection ->
                Sql.first(
                    connection,
                    row ->
                        new Passed(
                            act.kind(),
                            row.getLong(1),
                            row.getLong(2),
                            act.reason(),
                            act.who(),
                            act.when()),
                    """
                    SELECT count(*), coalesce(min(conversation), 0) FROM passed_problem
                    WHERE kind = ? AND time = ? AND reason = ? AND who = ?""",
                    act.kind(),
                    act.when().toEpochMilli(),
                    act.reason(),
                    act.who()))
        .filter(passed -> passed.conversations() > 0);
  }

  /** By which an act is known: no two have the same. */
  private synchronized long time() {
    lastTime = Math.max(System.currentTimeMillis(), lastTime + 1);
    return lastTime;
  }

  private void addSlice(Passed act, long... ids) {
    database.write(
        connection ->
            Sql.update(
                connection,
                """
                INSERT INTO passed_problem (kind, conversation, hash, reason, who, time)
                SELECT ?, c.id, c.hash, ?, ?, ? FROM json_each(?) n JOIN conversation c ON c.id = n.value WHERE true
                ON CONFLICT (kind, conversation) DO UPDATE
                SET hash = excluded.hash, reason = excluded.reason, who = excluded.who, time = excluded.time
                WHERE passed_problem.hash IS NOT excluded.hash""",
                act.kind(),
                act.reason(),
                act.who(),
                act.when().toEpochMilli(),
                NumberSet.of(ids).json()));
  }

  /** Finds it again from then on: all that was let pass in one act. */
  public void remove(Passed act) {
    try {
      while (removeSlice(act) == SLICE) {
        // Other edits get their turn.
      }
    } finally {
      forget();
    }
  }

  private int removeSlice(Passed act) {
    return database.write(
        connection ->
            Sql.update(
                connection,
                """
                DELETE FROM passed_problem WHERE kind = ?1 AND conversation IN (
                  SELECT conversation FROM passed_problem
                  WHERE kind = ?1 AND time = ?2 AND reason = ?3 AND who = ?4 LIMIT ?5)""",
                act.kind(),
                act.when().toEpochMilli(),
                act.reason(),
                act.who(),
                SLICE));
  }

  /** Finds it again in these conversations; answers in how many it was let pass. */
  public int remove(String kind, long... ids) {
    int removed = 0;
    try {
      for (int from = 0; from < ids.length; from += SLICE) {
        var slice = NumberSet.of(Arrays.copyOfRange(ids, from, Math.min(ids.length, from + SLICE)));
        removed +=
            database.write(
                connection ->
                    Sql.update(
                        connection,
                        "DELETE FROM passed_problem WHERE kind = ?"
                            + " AND conversation IN (SELECT value FROM json_each(?))",
                        kind,
                        slice.json()));
      }
    } finally {
      forget();
    }
    return removed;
  }

  /** What stands, the newest act first. Read anew only where one of these texts has changed, as it is asked for after every edit. */
  public synchronized List<Passed> list() {
    var changes = touched.take();
    var all = all();
    if (listed.isEmpty() || changes.isMany() || changes.ids().stream().anyMatch(all::holds)) {
      listed = Optional.of(readList());
    }
    return listed.orElseThrow();
  }

  private List<Passed> readList() {
    return database.read(
        connection ->
            Sql.list(
                connection,
                row ->
                    new Passed(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        Instant.ofEpochMilli(row.getLong(6))),
                """
                SELECT p.kind, count(*), min(p.conversation), p.reason, p.who, p.time
                FROM passed_problem p CROSS JOIN conversation c ON c.id = p.conversation AND c.hash = p.hash
                GROUP BY p.kind, p.time, p.reason, p.who ORDER BY p.time DESC, p.kind"""));
  }

  /** The conversations of one act that stand as they did then, by number. */
  public long[] conversations(Passed act) {
    return database
        .read(
            connection ->
                Sql.list(
                    connection,
                    row -> row.getLong(1),
                    """
                    SELECT p.conversation FROM passed_problem p
                    CROSS JOIN conversation c ON c.id = p.conversation AND c.hash = p.hash
                    WHERE p.kind = ? AND p.time = ? AND p.reason = ? AND p.who = ?""",
                    act.kind(),
                    act.when().toEpochMilli(),
                    act.reason(),
                    act.who()))
        .stream()
        .mapToLong(Long::longValue)
        .toArray();
  }

  /** All that was let pass: the same object until something is let pass or found again. */
  public synchronized PassedFindings all() {
    var all = known.orElseGet(this::read);
    known = Optional.of(all);
    return all;
  }

  private synchronized void forget() {
    known = Optional.empty();
    listed = Optional.empty();
  }

  private PassedFindings read() {
    return database.read(
        connection -> {
          var all = new PassedFindings.Builder();
          try (var statement =
                  Sql.prepare(
                      connection,
                      "SELECT kind, conversation, hash FROM passed_problem ORDER BY kind, conversation");
              var rows = statement.executeQuery()) {
            while (rows.next()) {
              all.add(rows.getString(1), rows.getLong(2), rows.getLong(3));
            }
          }
          return all.build();
        });
  }
}
