package studio.timbre.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.timbre.model.NumberSet;
import studio.timbre.model.Problem;

/** The problems that the last look has found, for filters. They are no part of undo. */
public final class FoundProblems {
  private final Database database;
  private Map<String, Problem> known = Map.of();

  FoundProblems(Database database) {
    this.database = database;
  }

  /** In place of what an earlier look has found. What is as it was put last is not written again. */
  public synchronized void put(List<Problem> problems) {
    var now = new HashMap<String, Problem>();
    problems.forEach(problem -> now.put(problem.kind(), problem));
    if (now.equals(known)) {
      return;
    }
    database.write(
        connection -> {
          if (known.isEmpty()) {
            // Of what was put before this program began nothing is known.
            Sql.update(connection, "DELETE FROM found_problem");
          }
          for (var kind : known.keySet()) {
            if (!now.containsKey(kind)) {
              Sql.update(connection, "DELETE FROM found_problem WHERE kind = ?", kind);
            }
          }
          for (var problem : now.values()) {
            if (problem.equals(known.get(problem.kind()))) {
              continue;
            }
            long[] numbers = problem.conversations().stream().mapToLong(Long::longValue).toArray();
            Sql.update(
                connection,
                "INSERT OR REPLACE INTO found_problem (kind, detail, conversations) VALUES (?, ?, ?)",
                problem.kind(),
                problem.detail(),
                NumberSet.of(numbers).json());
          }
          return problems.size();
        });
    known = Map.copyOf(now);
  }
}
