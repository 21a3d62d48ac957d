package studio.timbre.jobs.openai;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer while it still comes. Reading waits for the next bytes, but not for ever, and ends when its thread is
 * interrupted; closing it closes the connection.
 */
final class ComingBody extends InputStream implements Flow.Subscriber<List<ByteBuffer>> {

  private sealed interface Part {
    record Bytes(ByteBuffer bytes) implements Part {}

    record End() implements Part {}

    record Broken(Throwable cause) implements Part {}
  }

  private final LinkedBlockingQueue<Part> parts = new LinkedBlockingQueue<>();
  private final Duration patience;
  private final Runnable farewell;
  private volatile Flow.@Nullable Subscription subscription;
  private ByteBuffer now = ByteBuffer.allocate(0);
  private boolean isOver;

  /**
   * @param patience longest silence between two parts
   * @param farewell closes what the body comes from
   */
  ComingBody(Duration patience, Runnable farewell) {
    this.patience = patience;
    this.farewell = farewell;
  }

  @Override
  public void onSubscribe(Flow.Subscription source) {
    subscription = source;
    source.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    buffers.forEach(buffer -> parts.add(new Part.Bytes(buffer)));
    var source = subscription;
    if (source != null) {
      source.request(1);
    }
  }

  @Override
  public void onError(Throwable cause) {
    parts.add(new Part.Broken(cause));
  }

  @Override
  public void onComplete() {
    parts.add(new Part.End());
  }

  @Override
  public int read() throws IOException {
    return hasMore() ? now.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int taken = Math.min(length, now.remaining());
    now.get(into, offset, taken);
    return taken;
  }

  @Override
  public int available() {
    return now.remaining();
  }

  private boolean hasMore() throws IOException {
    while (!isOver && !now.hasRemaining()) {
      switch (next()) {
        case Part.Bytes part -> now = part.bytes();
        case Part.End _ -> isOver = true;
        case Part.Broken broken -> throw new IOException("the connection broke", broken.cause());
      }
    }
    return now.hasRemaining();
  }

  private Part next() throws IOException {
    try {
      var part = parts.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (part == null) {
        throw new SocketTimeoutException("nothing more came in time");
      }
      return part;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  @Override
  public void close() {
    var source = subscription;
    if (source != null) {
      source.cancel();
    }
    farewell.run();
  }
}
