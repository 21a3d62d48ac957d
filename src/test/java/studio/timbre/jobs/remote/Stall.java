package studio.timbre.jobs.remote;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Keeps a server from taking the rest of a body, so that a test can act while a file is on its way. */
public final class Stall {
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);

  /** Takes a method and a path. */
  public volatile Predicate<String> at = _ -> false;

  /**
   * @throws IOException where the other side has gone meanwhile
   */
  public byte[] read(String call, InputStream body) throws IOException {
    if (!at.test(call)) {
      return body.readAllBytes();
    }
    var first = body.readNBytes(1000);
    reached.countDown();
    await(over);
    var rest = body.readAllBytes();
    var all = java.util.Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, all, first.length, rest.length);
    return all;
  }

  /** Waits until the beginning of a body has arrived. */
  public void awaitReached() {
    await(reached);
  }

  public void end() {
    over.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("nothing came");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
