package studio.timbre.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import studio.timbre.jobs.openai.ModerationApi;
import studio.timbre.model.Problem;
import studio.timbre.model.Problem.Severity;

/** What moderation flags, as problems of the data. */
final class FlaggedContent {
  /** OpenAI's names of the 13 categories, gravest first. */
  static final List<String> CATEGORIES =
      List.of(
          "sexual/minors",
          "self-harm/instructions",
          "self-harm/intent",
          "illicit/violent",
          "hate/threatening",
          "harassment/threatening",
          "violence/graphic",
          "self-harm",
          "illicit",
          "hate",
          "sexual",
          "violence",
          "harassment");

  /** Begins the kind of each such problem. */
  private static final String FLAGGED = "flagged_";

  private FlaggedContent() {}

  /**
   * Puts the categories behind the errors and before other warnings: who trains on flagged texts may be refused by the provider.
   *
   * @param flagged the conversations of each category
   * @param passed whether a kind is let pass in a conversation
   */
  static List<Problem> among(
      List<Problem> others, Map<String, List<Long>> flagged, BiPredicate<String, Long> passed) {
    var all = new ArrayList<Problem>();
    others.stream().filter(problem -> problem.severity() == Severity.ERROR).forEach(all::add);
    flagged.keySet().stream()
        .sorted(Comparator.comparingInt(FlaggedContent::gravity).thenComparing(name -> name))
        .map(category -> problem(category, flagged.get(category)))
        .map(problem -> without(problem, passed))
        .filter(problem -> !problem.conversations().isEmpty())
        .forEach(all::add);
    others.stream().filter(problem -> problem.severity() != Severity.ERROR).forEach(all::add);
    return all;
  }

  private static Problem without(Problem problem, BiPredicate<String, Long> passed) {
    return new Problem(
        problem.kind(),
        problem.severity(),
        problem.conversations().stream().filter(id -> !passed.test(problem.kind(), id)).toList(),
        problem.detail());
  }

  private static int gravity(String category) {
    int place = CATEGORIES.indexOf(category);
    return place < 0 ? CATEGORIES.size() : place;
  }

  private static Problem problem(String category, List<Long> conversations) {
    if (CATEGORIES.contains(category)) {
      return new Problem(
          FLAGGED + category.replace('/', '_').replace('-', '_'), Severity.WARNING, conversations);
    }
    return category.equals(ModerationApi.UNNAMED)
        ? new Problem(FLAGGED + "unnamed", Severity.WARNING, conversations)
        : new Problem(FLAGGED + "other", Severity.WARNING, conversations, category);
  }
}
