package studio.timbre.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.Function;

/** Brings a project file to the shape that this version works with. The SQL lies in {@code sql/V001__….sql} and on. */
final class Migrations {
  /** In order; the place in the list is the version that a script leads to. */
  private static final List<String> SCRIPTS =
      List.of(
          "V001__project.sql",
          "V002__run_files.sql",
          "V003__api_jobs.sql",
          "V004__api_recipes.sql",
          "V005__api_jobs_in_projects.sql",
          "V006__moderation.sql",
          "V007__api_uploads.sql",
          "V008__api_trained.sql",
          "V009__api_rewards.sql",
          "V010__review.sql",
          "V011__scale.sql",
          "V012__versions.sql",
          "V013__finding.sql",
          "V014__packs.sql",
          "V015__refusals.sql",
          "V016__searched_texts.sql",
          "V017__looks.sql",
          "V018__voice.sql",
          "V019__topics.sql",
          "V020__joined_topics.sql",
          "V021__paid_answers.sql");

  /** The shape that this version reads and writes. */
  static final int VERSION = SCRIPTS.size();

  private Migrations() {}

  /** Runs the scripts above the file's version in one transaction. */
  static void migrate(Connection connection) throws SQLException {
    long version = Sql.number(connection, "PRAGMA user_version");
    if (version >= VERSION) {
      return;
    }
    Function.create(connection, "search_text", new SearchTextFunction());
    Database.execute(connection, "BEGIN IMMEDIATE");
    try {
      for (var script : SCRIPTS.subList((int) version, VERSION)) {
        // The driver runs all statements of a text when it is asked for an update.
        try (var statement = connection.createStatement()) {
          statement.executeUpdate(read(script));
        }
      }
      Database.execute(connection, "PRAGMA user_version = " + VERSION);
      Database.execute(connection, "COMMIT");
    } catch (SQLException e) {
      Database.execute(connection, "ROLLBACK");
      throw e;
    }
  }

  /** What can be searched in a conversation that is stored as JSON. */
  private static final class SearchTextFunction extends Function {
    @Override
    protected void xFunc() throws SQLException {
      result(SearchText.of(ConversationTable.parse(value_text(0))));
    }
  }

  private static String read(String script) {
    try (var stream = Migrations.class.getResourceAsStream("/studio/timbre/sql/" + script)) {
      if (stream == null) {
        throw new IllegalStateException("missing from the program: " + script);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
