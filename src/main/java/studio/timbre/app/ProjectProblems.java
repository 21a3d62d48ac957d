package studio.timbre.app;

import java.util.List;
import java.util.OptionalInt;
import studio.timbre.dataset.FormatChecks;
import studio.timbre.dataset.FormatProblem;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Problem;
import studio.timbre.model.Status;
import studio.timbre.store.Conversations;
import studio.timbre.store.TokenCounts;

/** What is wrong with a project's conversations, those aside that are rejected. */
final class ProjectProblems {
  private final Conversations conversations;
  private final TokenCounts counts;
  private final Moderation moderation;

  ProjectProblems(Conversations conversations, TokenCounts counts, Moderation moderation) {
    this.conversations = conversations;
    this.counts = counts;
    this.moderation = moderation;
  }

  /**
   * Worst first.
   *
   * @param counter by which tokens are counted
   * @param limit tokens of the longest conversation that the chosen model learns whole
   */
  List<Problem> find(String counter, OptionalInt limit) {
    var checks = new FormatChecks();
    conversations.each(
        ConversationQuery.ALL,
        counter,
        row -> {
          if (row.status() != Status.REJECTED) {
            checks.accept(row.id(), row.split(), row.conversation());
          }
        });
    if (limit.isPresent()) {
      checks.report(FormatProblem.OVER_TOKEN_LIMIT, counts.overLimit(counter, limit.getAsInt()));
    }
    return moderation.among(checks.problems());
  }
}
