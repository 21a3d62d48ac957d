package studio.timbre.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The connections to one SQLite file: one that writes, one act at a time, and a few that read beside it. In WAL mode readers see
 * the last committed state and never wait for the writer.
 */
final class Database implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Database.class.getName());
  private static final int READERS = 4;
  private static final long TELL_AGAIN_NANOS = 10_000_000;

  /**
   * {@link Upkeep} folds the log into the file; an edit does so only where that is never given the time. Two gigabytes, so that
   * an act on a hundred thousand conversations does not wait for it either.
   */
  private static final int MOST_LOG_PAGES = 500_000;

  private static final long LOG_BYTES_KEPT = 32L << 20;

  /** Something done with a connection. */
  @FunctionalInterface
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private final Path file;
  private final Connection writer;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final ArrayDeque<KeptStatements> readers = new ArrayDeque<>();
  private final ReentrantLock reading = new ReentrantLock();
  private final Condition readerIsBack = reading.newCondition();

  /** Readers out of {@link #readWhileOpen}. */
  private final Set<KeptStatements> breakable = new HashSet<>();

  private volatile Runnable written = () -> {};
  private final AtomicLong arrangement = new AtomicLong();
  private final TouchedRows touched = new TouchedRows();
  private boolean closing;
  private boolean closed;

  private Database(Path file) throws SQLException {
    this.file = file;
    this.writer = connect(file, JournalMode.WAL);
    try {
      execute(writer, "PRAGMA journal_size_limit = " + LOG_BYTES_KEPT);
      for (int i = 0; i < READERS; i++) {
        var reader = connect(file, JournalMode.WAL);
        execute(reader, "PRAGMA query_only = ON");
        readers.add(reader);
      }
    } catch (SQLException e) {
      closeConnections();
      throw e;
    }
  }

  static Database open(Path file) throws SQLException {
    return new Database(file);
  }

  /**
   * A connection with everything that Timbre relies on. Synchronous FULL: a committed edit is on the disk, so not even a power
   * cut takes it back.
   */
  static KeptStatements connect(Path file, JournalMode journal) throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(journal);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(10_000);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    config.setCacheSize(-32_000);
    return new KeptStatements("jdbc:sqlite:" + file, file.toString(), config.toProperties());
  }

  Path file() {
    return file;
  }

  /**
   * From now on the log grows while edits go on, and somebody else folds it into the file.
   *
   * @param told after every act
   */
  void leaveLogTo(Runnable told) throws SQLException {
    execute(writer, "PRAGMA wal_autocheckpoint = " + MOST_LOG_PAGES);
    written = told;
  }

  /** One act: all of it is on the disk when this returns, or nothing of it is done. */
  <T> T write(Work<T> work) {
    T result = commit(work);
    written.run();
    return result;
  }

  private <T> T commit(Work<T> work) {
    writing.lock();
    try {
      requireOpen();
      execute(writer, "BEGIN IMMEDIATE");
      boolean committed = false;
      try {
        T result = work.run(writer);
        execute(writer, "COMMIT");
        committed = true;
        return result;
      } finally {
        if (!committed) {
          rollBack();
        }
      }
    } catch (SQLException e) {
      throw Failures.whileOpen(file, e);
    } finally {
      writing.unlock();
    }
  }

  /**
   * A number that changes when conversations come, go or move. Whoever reads it before the conversations has missed nothing as
   * long as it stays.
   */
  long arrangement() {
    return arrangement.get();
  }

  /** Which conversations acts have touched, for one who keeps something of each. */
  TouchedRows touched() {
    return touched;
  }

  /**
   * What came of an act.
   *
   * @param touched the conversations that are not as they were
   * @param rearranges whether conversations have come, gone or moved
   */
  record Done<T>(T result, TouchedRows.Touched touched, boolean rearranges) {}

  /** As {@link #write}, for acts on the conversations. The arrangement is another one once the act is on the disk, and not sooner. */
  <T> T act(Work<Done<T>> work) {
    var done =
        write(
            connection -> {
              var made = work.run(connection);
              // Before anybody can read it, and again below: whoever takes it in between reads too
              // soon.
              touched.add(made.touched());
              return made;
            });
    touched.add(done.touched());
    if (done.rearranges()) {
      arrangement.incrementAndGet();
    }
    return done.result();
  }

  /** A small act of the upkeep's own. */
  int quietly(Chore chore, int size) {
    return commit(connection -> chore.run(connection, size));
  }

  /** Work of the upkeep; answers how much was done. */
  @FunctionalInterface
  interface Chore {
    int run(Connection connection, int size) throws SQLException;
  }

  /** Folds as much of the log into the file as nobody reads any more; edits go on meanwhile. */
  void checkpoint() {
    var reader = takeReader();
    try {
      execute(reader, "PRAGMA wal_checkpoint(PASSIVE)");
    } catch (SQLException e) {
      throw Failures.whileOpen(file, e);
    } finally {
      giveBack(reader);
    }
  }

  private void rollBack() {
    try {
      if (!writer.isClosed()) {
        execute(writer, "ROLLBACK");
      }
    } catch (SQLException _) {
      // SQLite has rolled back by itself, as it does when the disk is full.
    }
  }

  /** Reads one committed state of the file. */
  <T> T read(Work<T> work) {
    var reader = takeReader();
    try {
      execute(reader, "BEGIN");
      try {
        return work.run(reader);
      } finally {
        execute(reader, "ROLLBACK");
      }
    } catch (SQLException e) {
      throw Failures.whileOpen(file, e);
    } finally {
      giveBack(reader);
    }
  }

  /**
   * As {@link #read}, of what is of no use any more once the project is to be closed: it is broken off then, also where SQLite counts or sorts
   * for long, and {@link CancellationException} is thrown.
   */
  <T> T readWhileOpen(Work<T> work) {
    return read(
        reader -> {
          letBreak(reader, true);
          try {
            return work.run(reader);
          } finally {
            letBreak(reader, false);
          }
        });
  }

  private void letBreak(Connection reader, boolean may) {
    reading.lock();
    try {
      if (may && closing) {
        throw new CancellationException("the project is being closed");
      }
      if (may) {
        breakable.add((KeptStatements) reader);
      } else {
        breakable.remove(reader);
        readerIsBack.signalAll();
      }
    } finally {
      reading.unlock();
    }
  }

  /** Breaks off whatever {@link #readWhileOpen} reads, now and from now on; returns when nobody is at it any more. */
  void breakOff() {
    reading.lock();
    try {
      closing = true;
      while (!breakable.isEmpty()) {
        for (var reader : breakable) {
          reader.getDatabase().interrupt();
        }
        // Whoever was between two statements is told again.
        if (readerIsBack.awaitNanos(TELL_AGAIN_NANOS) > 0) {
          LOG.log(System.Logger.Level.TRACE, "one has stopped reading");
        }
      }
    } catch (SQLException e) {
      throw Failures.whileOpen(file, e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      reading.unlock();
    }
  }

  private KeptStatements takeReader() {
    reading.lock();
    try {
      while (readers.isEmpty() && !closed) {
        readerIsBack.awaitUninterruptibly();
      }
      requireOpen();
      return readers.pop();
    } finally {
      reading.unlock();
    }
  }

  private void giveBack(KeptStatements reader) {
    reading.lock();
    try {
      readers.push(reader);
      readerIsBack.signalAll();
    } finally {
      reading.unlock();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the project is closed");
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  /** Waits for what is under way; the last connection folds the log into the file. */
  @Override
  public void close() {
    writing.lock();
    reading.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      readerIsBack.signalAll();
      while (readers.size() < READERS) {
        readerIsBack.awaitUninterruptibly();
      }
      closeConnections();
    } catch (SQLException e) {
      throw Failures.whileOpen(file, e);
    } finally {
      reading.unlock();
      writing.unlock();
    }
  }

  private void closeConnections() throws SQLException {
    for (var reader : readers) {
      reader.close();
    }
    writer.close();
  }
}
