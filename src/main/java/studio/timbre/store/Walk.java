package studio.timbre.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import studio.timbre.store.Traits.Unlooked;

/**
 * What something that is in force makes of each conversation. A changed text loses it with the change, so that one edit costs one telling;
 * when something else is put in force, a walk through all conversations replaces one after the other, and is gone on with where it was left.
 *
 * @param <T> what is told of a conversation
 */
public abstract sealed class Walk<T> permits ToldTopics, VoiceScores {
  private final Database database;
  private final String setting;
  private final String table;
  private final String untold;

  /**
   * @param setting tells how far the walk of what has come: the number of that, and of the last conversation
   * @param table of what can be in force; its newest row is
   * @param untold the condition on a trait {@code d} that an index knows of those that are not told yet
   */
  Walk(Database database, String setting, String table, String untold) {
    this.database = database;
    this.setting = setting;
    this.table = table;
    this.untold = untold;
  }

  /** Writes what is told of one conversation, where its text still has the hash that it had. */
  abstract String update();

  /** Fills in the update. */
  abstract void bind(PreparedStatement update, T told) throws SQLException;

  /** Of which conversation it is told. */
  abstract Unlooked in(T told);

  /** What was changed where the walk has been already, in the order of their numbers. */
  public List<Unlooked> changed(long inForce, int limit) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                Traits::unlooked,
                """
                SELECT c.id, c.hash, c.json FROM conversation_trait d JOIN conversation c ON c.id = d.conversation
                WHERE %s AND d.conversation <= ? ORDER BY d.conversation LIMIT ?"""
                    .formatted(untold),
                place(connection, inForce),
                limit));
  }

  /** The next of the walk, in the order of their numbers; none where it has come to the end. */
  public List<Unlooked> next(long inForce, int limit) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                Traits::unlooked,
                "SELECT c.id, c.hash, c.json FROM conversation c WHERE c.id > ? ORDER BY c.id LIMIT ?",
                place(connection, inForce),
                limit));
  }

  /** How many conversations are still to be told. */
  public long waiting(long inForce) {
    return database.readWhileOpen(
        connection ->
            Sql.number(
                connection,
                """
                SELECT (SELECT count(*) FROM conversation_trait d WHERE %s AND d.conversation <= ?1)
                + (SELECT count(*) FROM conversation_trait WHERE conversation > ?1)"""
                    .formatted(untold),
                place(connection, inForce)));
  }

  /** How far the walk has come; before the first where something else was walking. */
  final long place(Connection connection, long inForce) throws SQLException {
    return Sql.first(
            connection,
            row -> row.getString(1).split(" ", -1),
            "SELECT value FROM setting WHERE key = ?",
            setting)
        .filter(walk -> walk.length == 2 && walk[0].equals(String.valueOf(inForce)))
        .map(walk -> Long.parseLong(walk[1]))
        .orElse(0L);
  }

  /** Keeps what was told; of texts that have changed since it is dropped, and all of it where something else is in force. */
  public void put(long inForce, List<T> told) {
    write(inForce, told, Optional.empty());
  }

  /** As {@link #put}, and the walk has come as far as the last of them. */
  public void walk(long inForce, List<T> told) {
    write(inForce, told, Optional.of(in(told.getLast()).id()));
  }

  /** The walk is over: whatever comes from now on is untold when it comes. */
  public void arrive(long inForce) {
    // Asked after every edit: where it has arrived before, no writer is waited for.
    if (database.read(connection -> place(connection, inForce)) < Long.MAX_VALUE) {
      write(inForce, List.of(), Optional.of(Long.MAX_VALUE));
    }
  }

  private void write(long inForce, List<T> told, Optional<Long> place) {
    database.write(
        connection -> {
          if (newest(connection) != inForce) {
            return 0;
          }
          try (var statement = connection.prepareStatement(update())) {
            for (var one : told) {
              bind(statement, one);
              statement.executeUpdate();
            }
          }
          if (place.isPresent()) {
            Sql.update(
                connection,
                "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)",
                setting,
                inForce + " " + place.get());
          }
          return told.size();
        });
    written(told);
  }

  /** The number of what is in force; 0 where nothing is. */
  final long newest(Connection connection) throws SQLException {
    return Sql.number(connection, "SELECT coalesce(max(id), 0) FROM " + table);
  }

  /** What was told is in the project. */
  void written(List<T> told) {}

  /** Begins the walk anew. */
  public void restart() {
    database.write(
        connection -> Sql.update(connection, "DELETE FROM setting WHERE key = ?", setting));
  }
}
