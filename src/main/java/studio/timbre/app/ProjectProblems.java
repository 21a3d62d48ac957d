package studio.timbre.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import studio.timbre.checks.Families;
import studio.timbre.checks.LookedSet;
import studio.timbre.model.PassedFindings;
import studio.timbre.model.Problem;
import studio.timbre.model.Progress;
import studio.timbre.model.TrainingFilter;
import studio.timbre.store.FoundProblems;
import studio.timbre.store.Looks;
import studio.timbre.store.PassedProblems;
import studio.timbre.store.TokenCounts;
import studio.timbre.store.Topics;

/** What is wrong with those of a project's conversations that are trained on. */
final class ProjectProblems {
  private final KeptLooks looks;
  private final TokenCounts counts;
  private final Topics topics;
  private final Moderation moderation;
  private final Supplier<TrainingFilter> filter;
  private final PassedProblems passed;
  private final FoundProblems found;
  private final Leaving leaving;
  private final List<Progress> asking = new CopyOnWriteArrayList<>();
  private volatile boolean kept;
  private Optional<Object> foundIn = Optional.empty();

  /** What was let pass when somebody looked last, and in what. */
  private Optional<Told> toldIn = Optional.empty();

  private record Told(LookedSet looked, PassedFindings passed) {
    boolean isOf(LookedSet now, PassedFindings let) {
      return looked == now && passed == let;
    }
  }

  /**
   * @param found takes what {@link #freshen} has found
   * @param leaving calls off what is under way
   */
  ProjectProblems(
      Looks looks,
      Topics topics,
      TokenCounts counts,
      Moderation moderation,
      Supplier<TrainingFilter> filter,
      PassedProblems passed,
      FoundProblems found,
      Leaving leaving) {
    this.looks = new KeptLooks(looks, topics.told());
    this.topics = topics;
    this.counts = counts;
    this.moderation = moderation;
    this.filter = filter;
    this.passed = passed;
    this.found = found;
    this.leaving = leaving;
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
    asking.add(progress);
    try {
      return find(
          counter,
          limit,
          leaving.with(progress)::isCancelled,
          (done, total) -> asking.forEach(one -> one.report(done, total)));
    } finally {
      asking.remove(progress);
    }
  }

  /** One at a time; those who wait for it are told how far it is. */
  private synchronized List<Problem> find(
      String counter, OptionalInt limit, BooleanSupplier cancelled, Progress told) {
    var trained = filter.get();
    var looked = looks.fresh(trained, new Cancelling(cancelled, told));
    kept = true;
    looked.mark(
        limit.isPresent() ? counts.overLimit(trained, counter, limit.getAsInt()) : new long[0]);
    var let = passed.all();
    if (toldIn.filter(before -> before.isOf(looked, let)).isEmpty()) {
      looked.letPass(Passing.of(let));
      toldIn = Optional.of(new Told(looked, let));
    }
    return moderation.among(
        WholeLook.problems(looked, topics.names()),
        (kind, id) -> looked.fingerprint(id).stream().anyMatch(said -> let.has(kind, id, said)));
  }

  /** Those of what is trained on that are nearly the same. */
  synchronized Families families(Progress progress) {
    return looks.fresh(filter.get(), leaving.with(progress)).families();
  }

  private record Cancelling(BooleanSupplier cancelled, Progress told) implements Progress {
    @Override
    public void report(long done, long total) {
      told.report(done, total);
    }

    @Override
    public boolean isCancelled() {
      return cancelled.getAsBoolean();
    }
  }

  /** How many conversations the next look has to read. */
  long unlooked() {
    return looks.missing();
  }

  /** Whether something was found before, so that the next look is at what has changed alone. */
  boolean isKept() {
    return kept;
  }

  /**
   * Looks again for those that conversations are filtered by, unless nothing has changed since the last look.
   *
   * @param position names the state of the conversations
   */
  synchronized void freshen(long position, String counter, OptionalInt limit, Progress progress) {
    Object state =
        List.of(position, counter, limit, filter.get(), topics.told().revision(), passed.all());
    if (!foundIn.equals(Optional.of(state))) {
      found.put(find(counter, limit, progress));
      foundIn = Optional.of(state);
    }
  }
}
