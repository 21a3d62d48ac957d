package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Whether all that a project keeps for speed says the same as its conversations. */
final class Derived {
  private Derived() {}

  static void isConsistent(ProjectFile project) {
    project
        .database()
        .read(
            connection -> {
              searchTextsAreThoseOfTheConversations(connection);
              assertThat(
                      strings(
                          connection,
                          """
                          SELECT status || ' ' || split || ' ' || conversations FROM tally
                          WHERE conversations <> 0 ORDER BY 1"""))
                  .as("conversations of each status and use")
                  .isEqualTo(
                      strings(
                          connection,
                          """
                          SELECT status || ' ' || split || ' ' || count(*) FROM conversation
                          GROUP BY status, split ORDER BY 1"""));
              assertThat(
                      strings(
                          connection,
                          """
                          SELECT counter || status || split || conversations || ' ' || total || ' ' || answers
                          FROM token_tally WHERE conversations <> 0 ORDER BY 1"""))
                  .as("tokens of each status and use")
                  .isEqualTo(
                      strings(
                          connection,
                          """
                          SELECT t.counter || c.status || c.split || count(*) || ' ' || sum(t.total)
                          || ' ' || sum(t.answers)
                          FROM token_count t JOIN conversation c ON c.id = t.conversation
                          GROUP BY t.counter, c.status, c.split ORDER BY 1"""));
              assertThat(
                      Sql.number(
                          connection,
                          """
                          SELECT count(*) FROM token_count
                          WHERE conversation NOT IN (SELECT id FROM conversation)"""))
                  .as("counts of conversations that are gone")
                  .isZero();
              return true;
            });
  }

  private static void searchTextsAreThoseOfTheConversations(Connection connection)
      throws SQLException {
    var rows =
        Sql.list(
            connection,
            row ->
                List.of(SearchText.of(ConversationTable.parse(row.getString(1))), row.getString(2)),
            """
            SELECT c.json, coalesce(p.text, s.text, 'nothing') FROM conversation c
            LEFT JOIN conversation_search s ON s.rowid = c.id
            LEFT JOIN search_pending p ON p.conversation = c.id""");
    assertThat(rows).allSatisfy(row -> assertThat(row.get(1)).isEqualTo(row.get(0)));
    assertThat(
            Sql.number(
                connection,
                """
                SELECT count(*) FROM (SELECT rowid AS id FROM conversation_search UNION
                SELECT conversation FROM search_pending)
                WHERE id NOT IN (SELECT conversation FROM search_pending WHERE text IS NULL)"""))
        .as("texts that can be found")
        .isEqualTo(rows.size());
  }

  private static List<String> strings(Connection connection, String sql) throws SQLException {
    return Sql.list(connection, row -> row.getString(1), sql);
  }
}
