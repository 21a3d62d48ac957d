package studio.timbre.cli;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import studio.timbre.app.Bill;
import studio.timbre.app.Hearing;
import studio.timbre.model.UserFacingException;

/** Waits for an answer and hands on its pieces meanwhile. */
final class SpokenAnswer implements Hearing.Listener {
  private final Consumer<String> pieces;
  private final StringBuffer text = new StringBuffer();
  private volatile Optional<Bill> bill = Optional.empty();
  private final CompletableFuture<Spoken> end = new CompletableFuture<>();

  /**
   * A whole answer.
   *
   * @param bill empty for a voice on this computer
   */
  record Spoken(String text, int tokens, double seconds, Optional<Bill> bill) {}

  SpokenAnswer(Consumer<String> pieces) {
    this.pieces = pieces;
  }

  @Override
  public void said(String piece, int tokens) {
    text.append(piece);
    pieces.accept(piece);
  }

  @Override
  public void billed(Bill what) {
    bill = Optional.of(what);
  }

  @Override
  public void finished(int tokens, double seconds) {
    end.complete(new Spoken(text.toString(), tokens, seconds, bill));
  }

  @Override
  public void failed(UserFacingException reason) {
    end.completeExceptionally(reason);
  }

  Spoken await() throws UserFacingException, InterruptedException {
    try {
      return end.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UserFacingException reason) {
        throw reason;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
