package studio.timbre.store;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/** The verbs on conversations. Each is one transaction and one entry of the journal, on the disk when it returns. */
public final class Edits {
  private final Database database;
  private final String who;

  Edits(Database database, String who) {
    this.database = database;
    this.who = who;
  }

  /** The part of an act that changes conversations. */
  @FunctionalInterface
  private interface Change<T> {
    T run(Act act) throws SQLException;
  }

  private <T> T act(String kind, Change<T> change) {
    return database.write(
        connection -> {
          try (var act = new Act(connection, kind, who)) {
            T result = change.run(act);
            act.finish();
            return result;
          }
        });
  }

  /** Adds one as a draft at the end, or right behind another that is there; answers its number. */
  public long add(Conversation conversation, Split split, Optional<Long> after) {
    return act(
        "add",
        act -> {
          byte[] position = position(act, after);
          return act.add(state(position, Status.DRAFT, split, conversation), conversation);
        });
  }

  private static ConversationState state(
      byte[] position, Status status, Split split, Conversation conversation) {
    return new ConversationState(
        position, status.name(), split.name(), ConversationJson.write(conversation));
  }

  private static byte[] position(Act act, Optional<Long> after) throws SQLException {
    var left = after.isPresent() ? act.find(after.get()) : Optional.<ConversationState>empty();
    return left.isPresent() ? behind(act, left.get().position()) : atEnd(act);
  }

  private static byte[] behind(Act act, byte[] left) throws SQLException {
    return Sql.first(
            act.connection(),
            row -> row.getBytes(1),
            "SELECT position FROM conversation WHERE position > ? ORDER BY position LIMIT 1",
            left)
        .map(right -> PositionKey.between(left, right))
        .orElseGet(() -> PositionKey.after(left));
  }

  private static byte[] atEnd(Act act) throws SQLException {
    return Sql.first(
            act.connection(),
            row -> row.getBytes(1),
            "SELECT position FROM conversation ORDER BY position DESC LIMIT 1")
        .map(PositionKey::after)
        .orElseGet(PositionKey::first);
  }

  /** Replaces what was said; numbers that are gone are passed over. */
  public void replace(Map<Long, Conversation> conversations) {
    act(
        "edit",
        act -> {
          for (var entry : conversations.entrySet()) {
            String json = ConversationJson.write(entry.getValue());
            change(act, entry.getKey(), state -> state.withJson(json));
          }
          return true;
        });
  }

  public void setStatus(Status status, long... ids) {
    changeAll("status", state -> state.withStatus(status.name()), ids);
  }

  public void setSplit(Split split, long... ids) {
    changeAll("split", state -> state.withSplit(split.name()), ids);
  }

  private void changeAll(String kind, UnaryOperator<ConversationState> change, long... ids) {
    act(
        kind,
        act -> {
          for (long id : ids) {
            change(act, id, change);
          }
          return true;
        });
  }

  private static void change(Act act, long id, UnaryOperator<ConversationState> change)
      throws SQLException {
    var from = act.find(id);
    act.change(id, from, from.map(change));
  }

  /** Puts a copy of each right behind it, as a draft; answers the copies' numbers. */
  public long[] duplicate(long... ids) {
    return act(
        "duplicate",
        act -> {
          var copies = new long[ids.length];
          int count = 0;
          for (long id : ids) {
            var original = act.find(id);
            if (original.isPresent()) {
              String json = original.get().json();
              var copy =
                  new ConversationState(
                      behind(act, original.get().position()),
                      Status.DRAFT.name(),
                      original.get().split(),
                      json);
              copies[count++] = act.add(copy, ConversationTable.parse(json));
            }
          }
          return java.util.Arrays.copyOf(copies, count);
        });
  }

  public void delete(long... ids) {
    act(
        "delete",
        act -> {
          for (long id : ids) {
            act.change(id, act.find(id), Optional.empty());
          }
          return true;
        });
  }

  /**
   * Adds many at the end. An exception of the iterator is thrown on and leaves nothing behind; until the last one is in, other
   * edits wait.
   *
   * @return how many came in
   */
  public long addAll(Iterator<Conversation> conversations, Split split, Status status) {
    return act(
        "import",
        act -> {
          long count = 0;
          byte[] position = atEnd(act);
          while (conversations.hasNext()) {
            var conversation = conversations.next();
            act.add(state(position, status, split, conversation), conversation);
            position = PositionKey.after(position);
            count++;
          }
          return count;
        });
  }
}
