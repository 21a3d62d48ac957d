package studio.timbre.store;

import java.util.List;

/** What the last versions of the tables brought, taken out again: a project as an earlier version left it. */
public final class EarlierTables {
  /** From the present version back to before {@code V017__looks.sql}. */
  public static final List<String> WITHOUT_LOOKS =
      List.of(
          "DROP TABLE paid_answer",
          "DROP TABLE topic_set",
          "DROP TABLE topic",
          "DROP INDEX conversation_trait_topic",
          "ALTER TABLE conversation_trait DROP COLUMN topic",
          "DROP TABLE voice_guide",
          "DROP INDEX conversation_trait_voice",
          "ALTER TABLE conversation_trait DROP COLUMN voice_rules",
          "ALTER TABLE conversation_trait DROP COLUMN voice",
          "DROP TABLE passed_problem",
          "DROP INDEX conversation_trait_unseen",
          "ALTER TABLE conversation_trait DROP COLUMN look");

  private EarlierTables() {}
}
