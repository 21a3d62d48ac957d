package studio.timbre.store;

import java.util.List;

/** What a team's marks amount to: the words in use, and what waits for somebody. */
public final class Reviews {
  private final Database database;

  Reviews(Database database) {
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
        UNION SELECT it FROM (
          WITH RECURSIVE word (it) AS (
            SELECT min(who) FROM journal_entry WHERE who > ''
            UNION ALL
            SELECT (SELECT min(who) FROM journal_entry WHERE who > it) FROM word WHERE it IS NOT NULL
          ) SELECT it FROM word WHERE it IS NOT NULL
        ) ORDER BY 1""");
  }

  /**
   * What waits for somebody, in the order of the project: undecided conversations that were given to them, and those in review that
   * were given to nobody.
   *
   * @param person their name; empty for those that were given to nobody alone
   */
  public long[] queue(String person) {
    return database.read(
        connection ->
            Sql.list(
                    connection,
                    row -> row.getLong(1),
                    """
                    SELECT id FROM conversation
                    WHERE status IN ('IN_REVIEW', 'DRAFT') AND assignee = ? AND assignee > ''
                    OR status = 'IN_REVIEW' AND assignee = ''
                    ORDER BY position""",
                    person)
                .stream()
                .mapToLong(Long::longValue)
                .toArray());
  }

  private List<String> words(String sql) {
    return database.read(connection -> Sql.list(connection, row -> row.getString(1), sql));
  }
}
