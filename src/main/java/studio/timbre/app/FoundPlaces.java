package studio.timbre.app;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import studio.timbre.app.FileCheck.Found;
import studio.timbre.checks.TextProblem;
import studio.timbre.dataset.FormatProblem;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Problem;
import studio.timbre.model.Problem.Severity;

/** What is amiss, place by place: for each line or conversation, or once for the whole. */
final class FoundPlaces {
  private static final String BROKEN_LINE = "broken_line";

  /** Every second conversation says nothing of where to look. */
  private static final Set<String> OF_THE_SET =
      Set.of(FormatProblem.TOO_FEW_EXAMPLES.kind(), TextProblem.DOMINANT_TOPIC.kind());

  private FoundPlaces() {}

  /** A line that cannot be read. */
  static Found refused(long line, Refusal refusal) {
    return new Found(
        rule(refusal.key()),
        Severity.ERROR,
        OptionalLong.of(line),
        OptionalLong.empty(),
        refusal.english());
  }

  /** Why a line cannot be read, by the cookbook's name where it has one. */
  private static String rule(String refusal) {
    return switch (refusal) {
      case "dataset.refused.notAnObject" -> "data_type";
      case "dataset.refused.noMessages", "dataset.refused.unknownShape" -> "missing_messages_list";
      case "dataset.refused.noRole", "dataset.refused.messageNotAnObject" -> "message_missing_key";
      default -> BROKEN_LINE;
    };
  }

  static Found ofTheWhole(String rule, String message) {
    return new Found(rule, Severity.ERROR, OptionalLong.empty(), OptionalLong.empty(), message);
  }

  /**
   * A finding for each conversation; what is of the set alone, once.
   *
   * @param line of a conversation, where it has one
   */
  static void spread(Problem problem, LongUnaryOperator line, boolean hasLines, List<Found> found) {
    String message =
        EnglishTexts.get("problem." + problem.kind() + ".title", List.of(problem.detail()));
    if (OF_THE_SET.contains(problem.kind())) {
      found.add(
          new Found(
              problem.kind(),
              problem.severity(),
              OptionalLong.empty(),
              OptionalLong.empty(),
              message));
      return;
    }
    for (long id : problem.conversations()) {
      found.add(
          new Found(
              problem.kind(),
              problem.severity(),
              hasLines ? OptionalLong.of(line.applyAsLong(id)) : OptionalLong.empty(),
              OptionalLong.of(id),
              message));
    }
  }
}
