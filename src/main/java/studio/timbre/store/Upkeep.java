package studio.timbre.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import studio.timbre.model.ProjectFailure;
import studio.timbre.model.ThreadEnd;

/**
 * What a project needs while nobody edits: the search index takes in the texts that acts have put aside, in small acts of its own
 * that no edit waits long for; the index is merged; the log is folded into the file. Whatever is left at the end is done after the next
 * opening.
 */
final class Upkeep implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());

  /** Without an edit for this long, nobody is at work. */
  private static final long REST_MILLIS = 250;

  private static final long LONG_REST_MILLIS = 2_000;
  private static final int TEXTS = 16;
  private static final int TEXTS_WHILE_ALONE = 512;
  private static final int PAGES = 32;
  private static final int PAGES_WHILE_ALONE = 512;
  private static final int STEPS_TO_CHECKPOINT = 64;

  private final Database database;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private volatile long lastEdit = System.nanoTime();
  private boolean wanted = true;
  private int steps;
  private volatile boolean closed;

  Upkeep(Database database) {
    this.database = database;
    this.thread = Thread.ofPlatform().daemon().name("upkeep").unstarted(this::run);
  }

  void start() throws SQLException {
    database.leaveLogTo(this::edited);
    thread.start();
  }

  /** Something was written. */
  void edited() {
    lastEdit = System.nanoTime();
    lock.lock();
    try {
      wanted = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (awaitRest()) {
        step();
      }
    } catch (IllegalStateException e) {
      // Closed between two steps; what is left is done after the next opening.
      LOG.log(System.Logger.Level.DEBUG, "the upkeep of a project ended", e);
    }
  }

  private void step() {
    try {
      // Merging comes first: where parts of the index pile up, SQLite merges all of them within one
      // act, for which an edit would wait a minute.
      boolean more =
          database.quietly(Upkeep::merge, isAlone() ? PAGES_WHILE_ALONE : PAGES) > 0
              || database.quietly(
                      (connection, texts) -> takeIn(connection, texts, () -> !closed),
                      isAlone() ? TEXTS_WHILE_ALONE : TEXTS)
                  > 0;
      if (!more || ++steps % STEPS_TO_CHECKPOINT == 0) {
        database.checkpoint();
      }
      if (!more) {
        rest();
      }
    } catch (ProjectFailure e) {
      // The next edit tells the person what is wrong with the file, and is when this is tried
      // again.
      LOG.log(System.Logger.Level.WARNING, "the upkeep of a project waits", e);
      rest();
    }
  }

  private boolean isAlone() {
    return sinceEdit() > LONG_REST_MILLIS;
  }

  private long sinceEdit() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastEdit);
  }

  /** Waits until there is something to do and nobody edits; false at the end. */
  private boolean awaitRest() {
    lock.lock();
    try {
      while (!closed) {
        long left = REST_MILLIS - sinceEdit();
        if (!wanted) {
          changed.awaitUninterruptibly();
        } else if (left > 0) {
          await(left);
        } else {
          return true;
        }
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void await(long millis) {
    try {
      boolean told = changed.await(millis, TimeUnit.MILLISECONDS);
      LOG.log(System.Logger.Level.TRACE, "told {0}", told);
    } catch (InterruptedException _) {
      closed = true;
    }
  }

  /** Nothing is left to do, unless somebody has edited since that was seen. */
  private void rest() {
    lock.lock();
    try {
      wanted = sinceEdit() < REST_MILLIS;
    } finally {
      lock.unlock();
    }
  }

  /** Answers how many texts the index has taken in. */
  static int takeIn(Connection connection, int texts) throws SQLException {
    return takeIn(connection, texts, () -> true);
  }

  /** @param goesOn asked before each text; those that are left wait */
  static int takeIn(Connection connection, int texts, BooleanSupplier goesOn) throws SQLException {
    var batch =
        Sql.list(
            connection,
            row ->
                new Pending(
                    row.getLong(1), Optional.ofNullable(row.getString(2)), row.getInt(3) == 1),
            """
            SELECT conversation, text,
            EXISTS (SELECT 1 FROM conversation_search WHERE rowid = conversation)
            FROM search_pending LIMIT ?""",
            texts);
    try (var index = new IndexWriter(connection);
        var done =
            connection.prepareStatement("DELETE FROM search_pending WHERE conversation = ?")) {
      int taken = 0;
      while (taken < batch.size() && goesOn.getAsBoolean()) {
        var pending = batch.get(taken++);
        pending.takeInto(index);
        done.setLong(1, pending.id());
        done.executeUpdate();
      }
      return taken;
    }
  }

  private record Pending(long id, Optional<String> text, boolean known) {
    void takeInto(IndexWriter index) throws SQLException {
      if (text.isEmpty()) {
        index.delete(id);
      } else if (known) {
        index.update(id, text.get());
      } else {
        index.insert(id, text.get());
      }
    }
  }

  /** Answers 1 where more is left to merge. */
  static int merge(Connection connection, int pages) throws SQLException {
    String total = "SELECT total_changes()";
    long before = Sql.number(connection, total);
    Sql.update(
        connection,
        "INSERT INTO conversation_search (conversation_search, rank) VALUES ('merge', ?)",
        pages);
    // As the manual of FTS5 says: fewer than two changes mean that there was nothing to do.
    return Sql.number(connection, total) - before >= 2 ? 1 : 0;
  }

  /** Begins nothing more. */
  void stop() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns once it is quiet. */
  @Override
  public void close() {
    stop();
    ThreadEnd.await(thread);
  }
}
