package studio.timbre.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Pen;
import studio.timbre.model.Place;
import studio.timbre.model.Review;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.store.Database.Done;

/** The verbs on conversations. Each is one transaction and one entry of the journal, on the disk when it returns. */
public final class Edits {
  /** So many characters are read while those before them are written. */
  private static final long AHEAD = 4_000_000;

  private final Database database;
  private final Supplier<String> who;
  private final SmallCounts counts;

  Edits(Database database, Supplier<String> who, SmallCounts counts) {
    this.database = database;
    this.who = who;
    this.counts = counts;
  }

  /** The part of an act that changes conversations. */
  @FunctionalInterface
  private interface Change<T> {
    T run(Act act) throws SQLException;
  }

  /** What belongs to an act besides the conversations. */
  @FunctionalInterface
  interface Ending<T> {
    /** @param entry of the journal; empty where the act changed nothing */
    void run(Connection connection, OptionalLong entry, T result) throws SQLException;
  }

  private <T> T act(String kind, Change<T> change) {
    return database.act(
        connection -> {
          try (var act = new Act(connection, kind, who.get())) {
            T result = change.run(act);
            act.finish();
            if (act.entry().isPresent()) {
              counts.after(connection, act.entry().getAsLong());
            }
            return new Done<>(result, act.touched(), act.rearranges());
          }
        });
  }

  /**
   * Any change as one act. What {@code work} throws is thrown on, and nothing of the act is done: to cancel it is to throw {@link
   * java.util.concurrent.CancellationException}. Until it ends, other edits wait.
   *
   * @param kind what was done, for the history: see {@link studio.timbre.model.ChangeInfo}
   */
  public <T> T write(String kind, Function<? super Pen, T> work) {
    return act(
        kind,
        act -> {
          try {
            return work.apply(new ActPen(act));
          } catch (ActPen.Refused refused) {
            throw refused.problem();
          }
        });
  }

  /** As {@link #write(String, Function)}, with an ending that is done with it or not at all. */
  <T> T write(String kind, Function<? super Pen, T> work, Ending<? super T> ending) {
    return act(
        kind,
        act -> {
          try {
            T result = work.apply(new ActPen(act));
            ending.run(act.connection(), act.entry(), result);
            return result;
          } catch (ActPen.Refused refused) {
            throw refused.problem();
          }
        });
  }

  /** Adds one as a draft at the end, or right behind another that is there; answers its number. */
  public long add(Conversation conversation, Split split, Optional<Long> after) {
    var place = after.map(Place::behind).orElseGet(Place::end);
    return write("add", pen -> pen.add(Curated.draft(conversation, split), place));
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

  /** Puts a copy of each right behind it, as a draft that nobody has looked at; answers the copies' numbers. */
  public long[] duplicate(long... ids) {
    return write(
        "duplicate",
        pen -> {
          var copies = new long[ids.length];
          int count = 0;
          for (long id : ids) {
            var original = pen.find(id);
            if (original.isPresent()) {
              var copy = Curated.draft(original.get().conversation(), original.get().split());
              copies[count++] = pen.add(copy, Place.behind(id));
            }
          }
          return Arrays.copyOf(copies, count);
        });
  }

  public void delete(long... ids) {
    write(
        "delete",
        pen -> {
          Arrays.stream(ids).forEach(pen::delete);
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
    return addAll(
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return conversations.hasNext();
          }

          @Override
          public Curated next() {
            return new Curated(status, split, conversations.next(), Review.NONE);
          }
        });
  }

  /**
   * As the other, each with a place of its own in the work. The iterator is gone through on another thread, and by nobody any more when
   * this returns.
   */
  public long addAll(Iterator<Curated> conversations) {
    return addAll(conversations, () -> {});
  }

  /**
   * As the other.
   *
   * @param goOn asked before each that comes in, and until the end of a large import, which takes a while after the last one: what it throws is
   *     thrown on and leaves nothing behind
   */
  public long addAll(Iterator<Curated> conversations, Runnable goOn) {
    return act(
        "import",
        act -> {
          var after = new SortedAfterwards(act.connection());
          byte[] position = Positions.of(act.connection(), Place.end());
          long count = 0;
          try (var arrivals = new Ahead<>(conversations, Arrival::of, Arrival::size, AHEAD)) {
            while (arrivals.hasNext()) {
              // What has been made ready already would keep whoever cancels waiting.
              goOn.run();
              after.adding(count);
              var arrival = arrivals.next();
              act.add(arrival.at(position), arrival.text());
              position = PositionKey.after(position);
              count++;
            }
          }
          after.finish(goOn);
          goOn.run();
          return count;
        });
  }
}
