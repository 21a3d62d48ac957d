package studio.timbre.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Findings that somebody let pass, each with a reason, as long as the text stays as it was then. They are no part of undo. */
public final class PassedProblems {
  private final Database database;
  private final Supplier<String> who;

  PassedProblems(Database database, Supplier<String> who) {
    this.database = database;
    this.who = who;
  }

  /**
   * One that stands.
   *
   * @param kind names the finding, as {@code personal_email}
   */
  public record Passed(String kind, long conversation, String reason, String who, Instant when) {}

  /** Lets a finding pass in these conversations. */
  public void add(String kind, String reason, long... conversations) {
    database.write(
        connection -> {
          for (long id : conversations) {
            Sql.update(
                connection,
                """
                INSERT OR REPLACE INTO passed_problem (kind, conversation, hash, reason, who, time)
                SELECT ?, id, hash, ?, ?, ? FROM conversation WHERE id = ?""",
                kind,
                reason,
                who.get(),
                System.currentTimeMillis(),
                id);
          }
          return conversations.length;
        });
  }

  /** Finds it again from then on. */
  public void remove(String kind, long... conversations) {
    database.write(
        connection -> {
          for (long id : conversations) {
            Sql.update(
                connection,
                "DELETE FROM passed_problem WHERE kind = ? AND conversation = ?",
                kind,
                id);
          }
          return conversations.length;
        });
  }

  /** The newest first. */
  public List<Passed> list() {
    return database.read(
        connection ->
            Sql.list(
                connection,
                row ->
                    new Passed(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        Instant.ofEpochMilli(row.getLong(5))),
                """
                SELECT p.kind, p.conversation, p.reason, p.who, p.time FROM passed_problem p
                JOIN conversation c ON c.id = p.conversation AND c.hash = p.hash
                ORDER BY p.time DESC, p.kind, p.conversation"""));
  }

  /** The conversations by the kind of the finding. */
  public Map<String, Set<Long>> byKind() {
    var kinds = new HashMap<String, Set<Long>>();
    list()
        .forEach(
            passed ->
                kinds
                    .computeIfAbsent(passed.kind(), _ -> new HashSet<>())
                    .add(passed.conversation()));
    return kinds;
  }
}
