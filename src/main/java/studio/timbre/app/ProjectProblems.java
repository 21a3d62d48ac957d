package studio.timbre.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import studio.timbre.checks.Look;
import studio.timbre.dataset.FormatProblem;
import studio.timbre.dataset.TextLanguage;
import studio.timbre.model.Problem;
import studio.timbre.model.Progress;
import studio.timbre.model.TrainingFilter;
import studio.timbre.store.FoundProblems;
import studio.timbre.store.Looks;
import studio.timbre.store.Looks.Looked;
import studio.timbre.store.PassedProblems;
import studio.timbre.store.TokenCounts;

/** What is wrong with those of a project's conversations that are trained on. */
final class ProjectProblems {
  private static final int BATCH = 500;

  private final Looks looks;
  private final TokenCounts counts;
  private final Moderation moderation;
  private final Supplier<TrainingFilter> filter;
  private final PassedProblems passed;
  private final FoundProblems found;
  private Optional<Object> foundIn = Optional.empty();

  /**
   * @param found takes what {@link #freshen} has found
   */
  ProjectProblems(
      Looks looks,
      TokenCounts counts,
      Moderation moderation,
      Supplier<TrainingFilter> filter,
      PassedProblems passed,
      FoundProblems found) {
    this.looks = looks;
    this.counts = counts;
    this.moderation = moderation;
    this.filter = filter;
    this.passed = passed;
    this.found = found;
  }

  /**
   * Worst first.
   *
   * @param counter by which tokens are counted
   * @param limit tokens of the longest conversation that the chosen model learns whole
   * @param progress of the look at conversations that nobody has looked at; where it is cancelled, {@link CancellationException} is
   *     thrown, and what was looked at so far is kept
   */
  List<Problem> find(String counter, OptionalInt limit, Progress progress) {
    lookAtTheNew(progress);
    var checks = new WholeLook();
    var trained = filter.get();
    looks.each(
        trained.query(),
        counter,
        (id, split, hash, look) -> checks.accept(id, split, hash, Look.of(look)));
    if (limit.isPresent()) {
      checks.report(
          FormatProblem.OVER_TOKEN_LIMIT, counts.overLimit(trained, counter, limit.getAsInt()));
    }
    return moderation.among(checks.problems(passed.byKind()));
  }

  /** Of a project that was looked at before that is what has changed since. */
  private synchronized void lookAtTheNew(Progress progress) {
    looks.use(CheckedTexts.VERSION);
    var batch = looks.unlooked(BATCH);
    if (batch.isEmpty()) {
      return;
    }
    var language = new TextLanguage();
    long all = looks.missing();
    long done = 0;
    while (!batch.isEmpty()) {
      if (progress.isCancelled()) {
        throw new CancellationException("looking for problems was cancelled");
      }
      progress.report(Math.min(done, all), all);
      looks.put(
          batch.stream()
              .map(one -> new Looked(one, CheckedTexts.look(one.conversation(), language).bytes()))
              .toList());
      done += batch.size();
      batch = looks.unlooked(BATCH);
    }
  }

  /**
   * Looks again for those that conversations are filtered by, unless nothing has changed since the last look.
   *
   * @param position names the state of the conversations
   */
  synchronized void freshen(long position, String counter, OptionalInt limit, Progress progress) {
    Object state = List.of(position, counter, limit, filter.get());
    if (!foundIn.equals(Optional.of(state))) {
      found.put(find(counter, limit, progress));
      foundIn = Optional.of(state);
    }
  }
}
