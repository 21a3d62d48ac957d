package studio.timbre.app;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import studio.timbre.dataset.TextLanguage;
import studio.timbre.model.Progress;
import studio.timbre.store.Looks;
import studio.timbre.store.Looks.Looked;
import studio.timbre.store.Traits.Unlooked;

/**
 * Looks at conversations that nobody has looked at since their text has changed: on all processors, and what was seen is kept while the
 * next are looked at.
 */
final class NewLooks {
  private static final int BATCH = 1_000;

  private final Looks looks;

  private final TextLanguage language = new TextLanguage();

  NewLooks(Looks looks) {
    this.looks = looks;
  }

  /**
   * Of a project that was looked at before that is what has changed since.
   *
   * @throws CancellationException where it is cancelled; what was looked at so far is kept
   */
  void look(Progress progress) {
    looks.use(CheckedTexts.VERSION);
    var batch = looks.unlooked(Long.MIN_VALUE, BATCH);
    if (batch.isEmpty()) {
      return;
    }
    long all = batch.size() < BATCH ? batch.size() : looks.missing();
    long done = 0;
    var keeping = CompletableFuture.completedFuture(true);
    try {
      while (!batch.isEmpty()) {
        goOn(progress);
        progress.report(Math.min(done, all), all);
        done += batch.size();
        var looked = looked(batch, progress);
        keeping.join();
        if (batch.size() < BATCH) {
          looks.put(looked);
          batch = List.of();
        } else {
          keeping =
              CompletableFuture.supplyAsync(
                  () -> {
                    looks.put(looked);
                    return true;
                  });
          batch = looks.unlooked(batch.getLast().id(), BATCH);
        }
      }
    } finally {
      settle(keeping);
    }
  }

  private static void settle(CompletableFuture<Boolean> keeping) {
    try {
      keeping.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private List<Looked> looked(List<Unlooked> batch, Progress progress) {
    // For one edit no other thread is asked.
    return batch.size() == 1
        ? List.of(looked(batch.getFirst()))
        : batch.parallelStream()
            .map(
                one -> {
                  goOn(progress);
                  return looked(one);
                })
            .toList();
  }

  private static void goOn(Progress progress) {
    if (progress.isCancelled()) {
      throw new CancellationException("looking for problems was cancelled");
    }
  }

  private Looked looked(Unlooked one) {
    return new Looked(one, CheckedTexts.look(one.conversation(), language).bytes());
  }
}
