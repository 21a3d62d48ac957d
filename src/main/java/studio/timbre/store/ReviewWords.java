package studio.timbre.store;

import java.util.List;

/** The words that a team has used in a project: tags, and the names of its people. */
public final class ReviewWords {
  private final Database database;

  ReviewWords(Database database) {
    this.database = database;
  }

  /** In alphabetical order. Leaps from each to the next along the index, so that a million conversations are not counted through. */
  public List<String> tags() {
    return words(
        """
        WITH RECURSIVE word (it) AS (
          SELECT min(tag) FROM conversation_tag
          UNION ALL
          SELECT (SELECT min(tag) FROM conversation_tag WHERE tag > it) FROM word WHERE it IS NOT NULL
        ) SELECT it FROM word WHERE it IS NOT NULL""");
  }

  /** Who has something to do, or has done something, in alphabetical order. */
  public List<String> people() {
    return words(
        """
        WITH RECURSIVE word (it) AS (
          SELECT min(assignee) FROM conversation WHERE assignee > ''
          UNION ALL
          SELECT (SELECT min(assignee) FROM conversation WHERE assignee > it) FROM word WHERE it IS NOT NULL
        ) SELECT it FROM word WHERE it IS NOT NULL
        UNION SELECT who FROM journal_entry WHERE who > '' ORDER BY 1""");
  }

  private List<String> words(String sql) {
    return database.read(connection -> Sql.list(connection, row -> row.getString(1), sql));
  }
}
