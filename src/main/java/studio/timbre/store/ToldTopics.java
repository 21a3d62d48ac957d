package studio.timbre.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import studio.timbre.model.NumberSet;
import studio.timbre.store.Traits.Unlooked;

/** Which conversation has which topic. */
public final class ToldTopics extends Walk<ToldTopics.Told> {
  private final Database database;
  private final TouchedRows moved = new TouchedRows();
  private final TouchedRows.Watch taking = moved.watch();
  private final AtomicLong revision = new AtomicLong();

  ToldTopics(Database database) {
    super(database, "timbre.topics.walk", "topic_set", "d.topic IS NULL");
    this.database = database;
  }

  /** @param topic as {@link studio.timbre.model.topics.Topic#id}, 0 for none */
  public record Told(Unlooked in, long topic) {}

  /** Takes the topic of one conversation after the other. */
  @FunctionalInterface
  public interface Taker {
    void take(long conversation, long topic);
  }

  @Override
  String update() {
    return """
        UPDATE conversation_trait SET topic = ?1 WHERE conversation = ?2 AND topic IS NOT ?1
        AND (SELECT hash FROM conversation WHERE id = conversation_trait.conversation) = ?3""";
  }

  @Override
  void bind(PreparedStatement update, Told told) throws SQLException {
    update.setLong(1, told.topic());
    update.setLong(2, told.in().id());
    update.setLong(3, told.in().hash());
  }

  @Override
  Unlooked in(Told told) {
    return told.in();
  }

  @Override
  void written(List<Told> told) {
    var touched = TouchedRows.Touched.NONE;
    for (var one : told) {
      touched = touched.and(one.in().id());
    }
    moved.add(touched);
    revision.incrementAndGet();
  }

  /** Whether there are topics, and every conversation is told; one read of an index. */
  public boolean isComplete() {
    return database.read(
        connection -> {
          long set = newest(connection);
          return set > 0
              && place(connection, set) == Long.MAX_VALUE
              && Sql.number(
                      connection,
                      "SELECT EXISTS (SELECT 1 FROM conversation_trait WHERE topic IS NULL)")
                  == 0;
        });
  }

  /** Topics are counted under others from now on: all that was told is to be read anew. */
  void regrouped() {
    moved.add(TouchedRows.Touched.MANY);
    revision.incrementAndGet();
  }

  /** Changes when any is told. */
  public long revision() {
    return revision.get();
  }

  /** Whose topic was told since somebody asked last; asked by one alone, who reads then. */
  public Changes moves() {
    return Changes.of(taking.take());
  }

  /** Hands over all that have a topic, that under which they are counted; one read of an index. */
  public void each(Taker taker) {
    each("SELECT conversation, topic FROM conversation_trait WHERE topic > 0", taker);
  }

  /** Hands over those of some conversations, as {@link #each(Taker)} does, 0 for none. */
  public void each(Set<Long> conversations, Taker taker) {
    var numbers = NumberSet.of(conversations.stream().mapToLong(Long::longValue).toArray());
    each(
        "SELECT conversation, coalesce(topic, 0) FROM conversation_trait"
            + " WHERE conversation IN (SELECT value FROM json_each(?))",
        taker,
        numbers.json());
  }

  private void each(String select, Taker taker, Object... parameters) {
    database.readWhileOpen(
        connection -> {
          var within = new HashMap<Long, Long>();
          for (var joined :
              Sql.list(
                  connection,
                  row -> Map.entry(row.getLong(1), row.getLong(2)),
                  "SELECT id, within FROM topic WHERE within <> 0")) {
            within.put(joined.getKey(), joined.getValue());
          }
          try (var statement = Sql.prepare(connection, select, parameters);
              var rows = statement.executeQuery()) {
            while (rows.next()) {
              long topic = rows.getLong(2);
              taker.take(rows.getLong(1), within.getOrDefault(topic, topic));
            }
            return true;
          }
        });
  }
}
