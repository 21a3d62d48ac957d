package studio.timbre.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import studio.timbre.dataset.FormatChecks;
import studio.timbre.dataset.FormatProblem;
import studio.timbre.model.Problem;
import studio.timbre.model.TrainingFilter;
import studio.timbre.store.Conversations;
import studio.timbre.store.FoundProblems;
import studio.timbre.store.TokenCounts;

/** What is wrong with those of a project's conversations that are trained on. */
final class ProjectProblems {
  private final Conversations conversations;
  private final TokenCounts counts;
  private final Moderation moderation;
  private final Supplier<TrainingFilter> filter;
  private final FoundProblems found;
  private Optional<Object> foundIn = Optional.empty();

  /**
   * @param found takes what {@link #freshen} has found
   */
  ProjectProblems(
      Conversations conversations,
      TokenCounts counts,
      Moderation moderation,
      Supplier<TrainingFilter> filter,
      FoundProblems found) {
    this.conversations = conversations;
    this.counts = counts;
    this.moderation = moderation;
    this.filter = filter;
    this.found = found;
  }

  /**
   * Worst first.
   *
   * @param counter by which tokens are counted
   * @param limit tokens of the longest conversation that the chosen model learns whole
   */
  List<Problem> find(String counter, OptionalInt limit) {
    var checks = new FormatChecks();
    var trained = filter.get();
    conversations.each(
        trained.query(), counter, row -> checks.accept(row.id(), row.split(), row.conversation()));
    if (limit.isPresent()) {
      checks.report(
          FormatProblem.OVER_TOKEN_LIMIT, counts.overLimit(trained, counter, limit.getAsInt()));
    }
    return moderation.among(checks.problems());
  }

  /**
   * Looks again for those that conversations are filtered by, unless nothing has changed since the last look.
   *
   * @param position names the state of the conversations
   */
  synchronized void freshen(long position, String counter, OptionalInt limit) {
    Object state = List.of(position, counter, limit, filter.get());
    if (!foundIn.equals(Optional.of(state))) {
      found.put(find(counter, limit));
      foundIn = Optional.of(state);
    }
  }
}
