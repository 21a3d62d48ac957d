package studio.timbre.jobs.remote;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;

/**
 * A body that tells how much of it was taken to be sent.
 *
 * @param told bytes in all, on any thread
 */
record CountedBody(BodyPublisher body, LongConsumer told) implements BodyPublisher {

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    body.subscribe(new Counter(subscriber, told));
  }

  private static final class Counter implements Flow.Subscriber<ByteBuffer> {
    private final Flow.Subscriber<? super ByteBuffer> taker;
    private final LongConsumer told;
    private long taken;

    Counter(Flow.Subscriber<? super ByteBuffer> taker, LongConsumer told) {
      this.taker = taker;
      this.told = told;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      taker.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer piece) {
      taken += piece.remaining();
      told.accept(taken);
      taker.onNext(piece);
    }

    @Override
    public void onError(Throwable failure) {
      taker.onError(failure);
    }

    @Override
    public void onComplete() {
      taker.onComplete();
    }
  }
}
