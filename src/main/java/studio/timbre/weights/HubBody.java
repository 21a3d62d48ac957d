package studio.timbre.weights;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The body of an answer, handed over piece by piece. Unlike a stream it can be waited for with an end to the waiting, so that a
 * download can be stopped while nothing comes.
 */
final class HubBody implements HttpResponse.BodySubscriber<HubBody> {

  /** Bytes, the end, or what went wrong. */
  record Piece(byte[] bytes, boolean isEnd, Optional<Throwable> failure) {}

  private final LinkedBlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();

  @Override
  public CompletionStage<HubBody> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription.set(given);
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    int length = buffers.stream().mapToInt(ByteBuffer::remaining).sum();
    var bytes = ByteBuffer.allocate(length);
    buffers.forEach(bytes::put);
    pieces.add(new Piece(bytes.array(), false, Optional.empty()));
  }

  @Override
  public void onError(Throwable failure) {
    pieces.add(new Piece(new byte[0], true, Optional.of(failure)));
  }

  @Override
  public void onComplete() {
    pieces.add(new Piece(new byte[0], true, Optional.empty()));
  }

  /**
   * Waits for the next piece, and asks for the one after it.
   *
   * @return empty if none came in time
   * @throws IOException if the connection broke
   */
  Optional<Piece> poll(Duration time) throws IOException, InterruptedException {
    Piece piece = pieces.poll(time.toMillis(), TimeUnit.MILLISECONDS);
    if (piece == null) {
      return Optional.empty();
    }
    if (piece.failure().isPresent()) {
      throw new IOException(piece.failure().get().getMessage(), piece.failure().get());
    }
    if (!piece.isEnd()) {
      subscription.get().request(1);
    }
    return Optional.of(piece);
  }

  /** Ends the connection where it stands. */
  void cancel() {
    Flow.Subscription given = subscription.get();
    if (given != null) {
      given.cancel();
    }
  }
}
