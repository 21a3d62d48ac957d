package studio.timbre.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import studio.timbre.json.TopicJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.topics.Topic;
import studio.timbre.model.topics.TopicSet;

/** The topics of a project: what its conversations are about. They are no part of undo. */
public final class Topics {
  private final Database database;
  private final ToldTopics told;

  Topics(Database database) {
    this.database = database;
    this.told = new ToldTopics(database);
  }

  /**
   * Topics in force.
   *
   * @param id above that of every set before
   * @param conversations how many there were when they were found
   */
  public record Found(long id, long conversations, TopicSet set) {}

  /** Which conversation has which topic. */
  public ToldTopics told() {
    return told;
  }

  /** Those in force; empty where nobody has looked for any yet. */
  public Optional<Found> current() {
    return database.read(
        connection -> {
          var topics =
              Sql.list(
                  connection,
                  Topics::topic,
                  "SELECT id, name, renamed, terms, within FROM topic ORDER BY place");
          return Sql.first(
              connection,
              row ->
                  new Found(
                      row.getLong(1),
                      row.getLong(2),
                      new TopicSet(TopicJson.read(row.getString(3)), topics)),
              "SELECT id, conversations, rarity FROM topic_set ORDER BY id DESC LIMIT 1");
        });
  }

  /** The number of those in force; 0 where nobody has looked for any yet. */
  public long newest() {
    return database.read(
        connection -> Sql.number(connection, "SELECT coalesce(max(id), 0) FROM topic_set"));
  }

  /** How many conversations there were when those in force were found; empty where nobody has looked for any yet. */
  public OptionalLong foundAmong() {
    return database.read(
        connection ->
            Sql.first(
                    connection,
                    row -> OptionalLong.of(row.getLong(1)),
                    "SELECT conversations FROM topic_set ORDER BY id DESC LIMIT 1")
                .orElse(OptionalLong.empty()));
  }

  /** The topics in force without their words, in their order: quickly. */
  public List<Topic> names() {
    return database.read(
        connection ->
            Sql.list(
                connection,
                Topics::topic,
                "SELECT id, name, renamed, '{}', within FROM topic ORDER BY place"));
  }

  private static Topic topic(ResultSet row) throws SQLException {
    return new Topic(
        row.getLong(1),
        row.getString(2),
        row.getBoolean(3),
        TopicJson.read(row.getString(4)),
        row.getLong(5));
  }

  /** The least number that no topic ever had. */
  public long free() {
    return database.read(
        connection ->
            1
                + Sql.number(
                    connection,
                    "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'topic'), 0)"));
  }

  /** Puts topics in force, in place of those before; which conversation has which is to be told anew. */
  public void put(TopicSet set, long conversations) {
    database.write(
        connection -> {
          Sql.update(connection, "DELETE FROM topic_set");
          Sql.update(
              connection,
              "INSERT INTO topic_set (time, conversations, rarity) VALUES (?, ?, ?)",
              System.currentTimeMillis(),
              conversations,
              TopicJson.write(set.rarity()));
          Sql.update(connection, "DELETE FROM topic");
          insert(connection, set.topics());
          return set.topics().size();
        });
  }

  private static void insert(Connection connection, List<Topic> topics) throws SQLException {
    for (int place = 0; place < topics.size(); place++) {
      var topic = topics.get(place);
      Sql.update(
          connection,
          "INSERT INTO topic (id, place, name, renamed, terms, within) VALUES (?, ?, ?, ?, ?, ?)",
          topic.id(),
          place,
          topic.name(),
          topic.isRenamed() ? 1 : 0,
          TopicJson.write(topic.terms()),
          topic.within());
    }
  }

  /** Gives a topic a name of a person's choice. */
  public void rename(long id, String name) {
    database.write(
        connection ->
            Sql.update(
                connection, "UPDATE topic SET name = ?, renamed = 1 WHERE id = ?", name, id));
  }

  /**
   * Says which topics are counted under another from now on; no conversation is told anew for that. Those that are not named stay as they
   * are, and those that are gone are passed over.
   *
   * @param within the number of the other by that of the topic; 0 for one that stands by itself
   */
  public void join(Map<Long, Long> within) {
    database.write(
        connection -> {
          for (var entry : within.entrySet()) {
            Sql.update(
                connection,
                "UPDATE topic SET within = ?2 WHERE id = ?1 AND (?2 = 0 OR ?2 IN (SELECT id FROM topic))",
                entry.getKey(),
                entry.getValue());
          }
          return within.size();
        });
    told.regrouped();
  }

  /**
   * Hands over conversations, each text once, in the order of their fingerprints, which says nothing of what they are about.
   *
   * @param most no more than that
   * @param goesOn asked before each
   */
  public void sample(int most, BiConsumer<Long, Conversation> taker, BooleanSupplier goesOn) {
    database.read(
        connection -> {
          try (var statement =
                  Sql.prepare(
                      connection,
                      "SELECT hash, json FROM conversation GROUP BY hash ORDER BY hash LIMIT ?",
                      most);
              var rows = statement.executeQuery()) {
            while (goesOn.getAsBoolean() && rows.next()) {
              taker.accept(rows.getLong(1), ConversationTable.parse(rows.getString(2)));
            }
            return true;
          }
        });
  }
}
