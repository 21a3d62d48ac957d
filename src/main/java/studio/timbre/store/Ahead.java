package studio.timbre.store;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import studio.timbre.model.ThreadEnd;

/**
 * Goes through an iterator on a thread of its own, some way ahead of whoever takes: reading and making ready go on while what came before
 * is written. What the iterator throws is thrown to the taker, behind what came before it. Once this is closed, nobody touches the
 * iterator any more.
 */
final class Ahead<S, T> implements Iterator<T>, AutoCloseable {
  private final Iterator<S> source;
  private final Function<? super S, ? extends T> prepare;
  private final ToIntFunction<? super T> size;
  private final long most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final ArrayDeque<T> ready = new ArrayDeque<>();
  private final Thread thread;
  private long held;
  private boolean ended;
  private boolean closed;
  private @Nullable Throwable thrown;

  /**
   * @param prepare done on the other thread too
   * @param size of one that is ready
   * @param most of these sizes wait at a time, or one alone that is larger
   */
  Ahead(
      Iterator<S> source,
      Function<? super S, ? extends T> prepare,
      ToIntFunction<? super T> size,
      long most) {
    this.source = source;
    this.prepare = prepare;
    this.size = size;
    this.most = most;
    thread = Thread.ofPlatform().daemon().name("ahead").start(this::run);
  }

  private void run() {
    Throwable end = null;
    try {
      while (source.hasNext()) {
        if (!give(prepare.apply(source.next()))) {
          return;
        }
      }
    } catch (RuntimeException | Error e) {
      end = e;
    }
    lock.lock();
    try {
      thrown = end;
      ended = true;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is room; false once nobody takes any more. */
  private boolean give(T item) {
    int weight = size.applyAsInt(item);
    lock.lock();
    try {
      while (!closed && held > 0 && held + weight > most) {
        moved.awaitUninterruptibly();
      }
      ready.add(item);
      held += weight;
      moved.signalAll();
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean hasNext() {
    lock.lock();
    try {
      while (ready.isEmpty() && !ended) {
        moved.awaitUninterruptibly();
      }
      if (!ready.isEmpty()) {
        return true;
      }
      switch (thrown) {
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case null, default -> {
          return false;
        }
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    lock.lock();
    try {
      var item = ready.remove();
      held -= size.applyAsInt(item);
      moved.signalAll();
      return item;
    } finally {
      lock.unlock();
    }
  }

  /** Returns once the thread has ended, which is when the iterator's next item is there. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
    ThreadEnd.await(thread);
  }
}
