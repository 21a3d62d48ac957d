package studio.timbre.store;

import java.util.List;
import studio.timbre.model.NumberSet;
import studio.timbre.model.Problem;

/** The problems that the last look has found, for filters. They are no part of undo. */
public final class FoundProblems {
  private final Database database;

  FoundProblems(Database database) {
    this.database = database;
  }

  /** In place of what an earlier look has found. */
  public void put(List<Problem> problems) {
    database.write(
        connection -> {
          Sql.update(connection, "DELETE FROM found_problem");
          for (var problem : problems) {
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
  }
}
