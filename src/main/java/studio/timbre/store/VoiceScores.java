package studio.timbre.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.store.Traits.Unlooked;

/**
 * What the voice guide makes of each conversation. A changed text loses its score with the change, so that one edit costs one judgement; when
 * the guide changes, a walk through all of them replaces score by score, and is gone on with where it was left.
 */
public final class VoiceScores {
  /** The score of a conversation without answers. */
  public static final int NO_ANSWER = 101;

  /** The score of what nobody has judged. */
  public static final int UNJUDGED = 102;

  /** The setting that tells how far which guide has come: its number, and the last conversation. */
  private static final String WALK = "timbre.voice.walk";

  private final Database database;

  VoiceScores(Database database) {
    this.database = database;
  }

  /**
   * A judgement.
   *
   * @param score from 0 to 100, or {@link #NO_ANSWER}, or {@link #UNJUDGED} to take a score away
   * @param rules that are broken, one bit each
   */
  public record Judged(Unlooked in, int score, int rules) {}

  /** What was changed where the walk of a guide has been already, in the order of their numbers. */
  public List<Unlooked> changed(long guide, int limit) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                Traits::unlooked,
                "SELECT c.id, c.hash, c.json FROM conversation_trait d JOIN conversation c"
                    + " ON c.id = d.conversation WHERE d.voice = ? AND d.voice_rules = 0"
                    + " AND d.conversation <= ? ORDER BY d.conversation LIMIT ?",
                UNJUDGED,
                place(connection, guide),
                limit));
  }

  /** The next of the walk of a guide, in the order of their numbers; none where it has come to the end. */
  public List<Unlooked> next(long guide, int limit) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                Traits::unlooked,
                "SELECT c.id, c.hash, c.json FROM conversation c WHERE c.id > ? ORDER BY c.id LIMIT ?",
                place(connection, guide),
                limit));
  }

  /** How many conversations still have no score of this guide. */
  public long waiting(long guide) {
    return database.read(
        connection ->
            Sql.number(
                connection,
                """
                SELECT (SELECT count(*) FROM conversation_trait WHERE voice = ?1 AND conversation <= ?2)
                + (SELECT count(*) FROM conversation_trait WHERE conversation > ?2)""",
                UNJUDGED,
                place(connection, guide)));
  }

  /** How far a guide has come; before the first where another guide was walking. */
  private static long place(Connection connection, long guide) throws SQLException {
    return Sql.first(
            connection,
            row -> row.getString(1).split(" ", -1),
            "SELECT value FROM setting WHERE key = ?",
            WALK)
        .filter(walk -> walk.length == 2 && walk[0].equals(String.valueOf(guide)))
        .map(walk -> Long.parseLong(walk[1]))
        .orElse(0L);
  }

  /** Keeps judgements; those of texts that have changed since are dropped, and all of them where the guide is in force no more. */
  public void put(long guide, List<Judged> judged) {
    write(guide, judged, Optional.empty());
  }

  /** As {@link #put}, and the walk has come as far as the last of them. */
  public void walk(long guide, List<Judged> judged) {
    write(guide, judged, Optional.of(judged.getLast().in().id()));
  }

  /** The walk is over: whatever comes from now on is unjudged when it comes. */
  public void arrive(long guide) {
    // Asked after every edit: where it has arrived before, no writer is waited for.
    if (database.read(connection -> place(connection, guide)) < Long.MAX_VALUE) {
      write(guide, List.of(), Optional.of(Long.MAX_VALUE));
    }
  }

  private void write(long guide, List<Judged> judged, Optional<Long> place) {
    database.write(
        connection -> {
          if (Sql.number(connection, "SELECT coalesce(max(id), 0) FROM voice_guide") != guide) {
            return 0;
          }
          try (var statement =
              connection.prepareStatement(
                  """
                  UPDATE conversation_trait SET voice = ?, voice_rules = ? WHERE conversation = ?
                  AND (SELECT hash FROM conversation WHERE id = conversation_trait.conversation) = ?""")) {
            for (var one : judged) {
              statement.setInt(1, one.score());
              statement.setInt(2, one.rules());
              statement.setLong(3, one.in().id());
              statement.setLong(4, one.in().hash());
              statement.executeUpdate();
            }
          }
          if (place.isPresent()) {
            Sql.update(
                connection,
                "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)",
                WALK,
                guide + " " + place.get());
          }
          return judged.size();
        });
  }

  /** Begins the walk of a guide anew. */
  public void restart() {
    database.write(connection -> Sql.update(connection, "DELETE FROM setting WHERE key = ?", WALK));
  }

  /** How many conversations have which score, from 0 to 100; read from the index alone. */
  public Map<Integer, Long> counts() {
    return database.read(
        connection -> {
          var counts = new TreeMap<Integer, Long>();
          Sql.list(
                  connection,
                  row -> Map.entry(row.getInt(1), row.getLong(2)),
                  "SELECT voice, count(*) FROM conversation_trait WHERE voice < ? GROUP BY voice",
                  NO_ANSWER)
              .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
          return counts;
        });
  }

  /** How many conversations break which rule; read from the index alone. */
  public Map<VoiceKind, Long> breaking() {
    return database.read(
        connection -> {
          var counts = new EnumMap<VoiceKind, Long>(VoiceKind.class);
          Sql.list(
                  connection,
                  row -> Map.entry(row.getInt(1), row.getLong(2)),
                  "SELECT voice_rules, count(*) FROM conversation_trait WHERE voice <= 100"
                      + " GROUP BY voice_rules")
              .forEach(
                  entry ->
                      VoiceKind.of(entry.getKey())
                          .forEach(kind -> counts.merge(kind, entry.getValue(), Long::sum)));
          return counts;
        });
  }
}
