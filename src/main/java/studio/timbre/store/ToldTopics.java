package studio.timbre.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import studio.timbre.model.NumberSet;
import studio.timbre.store.Traits.Unlooked;

/**
 * Which conversation has which topic. A changed text loses its topic with the change, so that one edit costs one telling; when topics are
 * found anew, a walk through all conversations tells one after the other, and is gone on with where it was left.
 */
public final class ToldTopics {
  /** The setting that tells how far which set of topics has come: its number, and the last conversation. */
  private static final String WALK = "timbre.topics.walk";

  private final Database database;
  private final TouchedRows moved = new TouchedRows();
  private final TouchedRows.Watch taking = moved.watch();
  private final AtomicLong revision = new AtomicLong();

  ToldTopics(Database database) {
    this.database = database;
  }

  /** @param topic as {@link studio.timbre.model.topics.Topic#id}, 0 for none */
  public record Told(Unlooked in, long topic) {}

  /** Takes the topic of one conversation after the other. */
  @FunctionalInterface
  public interface Taker {
    void take(long conversation, long topic);
  }

  /** What was changed where the walk of a set has been already, in the order of their numbers. */
  public List<Unlooked> changed(long set, int limit) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                Traits::unlooked,
                "SELECT c.id, c.hash, c.json FROM conversation_trait d JOIN conversation c"
                    + " ON c.id = d.conversation WHERE d.topic IS NULL AND d.conversation <= ?"
                    + " ORDER BY d.conversation LIMIT ?",
                place(connection, set),
                limit));
  }

  /** The next of the walk of a set, in the order of their numbers; none where it has come to the end. */
  public List<Unlooked> next(long set, int limit) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                Traits::unlooked,
                "SELECT c.id, c.hash, c.json FROM conversation c WHERE c.id > ? ORDER BY c.id LIMIT ?",
                place(connection, set),
                limit));
  }

  /** How many conversations are still to be told. */
  public long waiting(long set) {
    return database.read(
        connection ->
            Sql.number(
                connection,
                """
                SELECT (SELECT count(*) FROM conversation_trait WHERE topic IS NULL AND conversation <= ?1)
                + (SELECT count(*) FROM conversation_trait WHERE conversation > ?1)""",
                place(connection, set)));
  }

  /** Whether there are topics, and every conversation is told; one read of an index. */
  public boolean isComplete() {
    return database.read(
        connection -> {
          long set = Sql.number(connection, "SELECT coalesce(max(id), 0) FROM topic_set");
          return set > 0
              && place(connection, set) == Long.MAX_VALUE
              && Sql.number(
                      connection,
                      "SELECT EXISTS (SELECT 1 FROM conversation_trait WHERE topic IS NULL)")
                  == 0;
        });
  }

  /** How far a set has come; before the first where another was walking. */
  private static long place(Connection connection, long set) throws SQLException {
    return Sql.first(
            connection,
            row -> row.getString(1).split(" ", -1),
            "SELECT value FROM setting WHERE key = ?",
            WALK)
        .filter(walk -> walk.length == 2 && walk[0].equals(String.valueOf(set)))
        .map(walk -> Long.parseLong(walk[1]))
        .orElse(0L);
  }

  /** Keeps what was told; of texts that have changed since it is dropped, and all of it where other topics are in force. */
  public void put(long set, List<Told> told) {
    write(set, told, Optional.empty());
  }

  /** As {@link #put}, and the walk has come as far as the last of them. */
  public void walk(long set, List<Told> told) {
    write(set, told, Optional.of(told.getLast().in().id()));
  }

  /** The walk is over: whatever comes from now on is untold when it comes. */
  public void arrive(long set) {
    // Asked after every edit: where it has arrived before, no writer is waited for.
    if (database.read(connection -> place(connection, set)) < Long.MAX_VALUE) {
      write(set, List.of(), Optional.of(Long.MAX_VALUE));
    }
  }

  private void write(long set, List<Told> told, Optional<Long> place) {
    database.write(
        connection -> {
          if (Sql.number(connection, "SELECT coalesce(max(id), 0) FROM topic_set") != set) {
            return 0;
          }
          try (var statement =
              connection.prepareStatement(
                  """
                  UPDATE conversation_trait SET topic = ?1 WHERE conversation = ?2 AND topic IS NOT ?1
                  AND (SELECT hash FROM conversation WHERE id = conversation_trait.conversation) = ?3""")) {
            for (var one : told) {
              statement.setLong(1, one.topic());
              statement.setLong(2, one.in().id());
              statement.setLong(3, one.in().hash());
              statement.executeUpdate();
            }
          }
          if (place.isPresent()) {
            Sql.update(
                connection,
                "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)",
                WALK,
                set + " " + place.get());
          }
          return told.size();
        });
    var touched = TouchedRows.Touched.NONE;
    for (var one : told) {
      touched = touched.and(one.in().id());
    }
    moved.add(touched);
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

  /** Hands over all that have a topic; one read of an index. */
  public void each(Taker taker) {
    each("SELECT conversation, topic FROM conversation_trait WHERE topic > 0", taker);
  }

  /** Hands over those of some conversations, 0 for none. */
  public void each(Set<Long> conversations, Taker taker) {
    var numbers = NumberSet.of(conversations.stream().mapToLong(Long::longValue).toArray());
    each(
        "SELECT conversation, coalesce(topic, 0) FROM conversation_trait"
            + " WHERE conversation IN (SELECT value FROM json_each(?))",
        taker,
        numbers.json());
  }

  private void each(String select, Taker taker, Object... parameters) {
    database.read(
        connection -> {
          try (var statement = Sql.prepare(connection, select, parameters);
              var rows = statement.executeQuery()) {
            while (rows.next()) {
              taker.take(rows.getLong(1), rows.getLong(2));
            }
            return true;
          }
        });
  }
}
