package studio.timbre.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import studio.timbre.checks.LookedSet;
import studio.timbre.checks.TextProblem;
import studio.timbre.dataset.FormatProblem;
import studio.timbre.model.Problem;
import studio.timbre.model.topics.Topic;

/** Says in one list what was found in conversations: how they are built, and what they say. */
final class WholeLook {
  private static final Comparator<Problem> WORST_FIRST =
      Comparator.comparing(Problem::severity)
          // One customer's number in what a model says is worse than a hundred openings alike.
          .thenComparing(problem -> !Mending.replaces(problem.kind()))
          .thenComparing(
              Comparator.comparingInt((Problem problem) -> problem.conversations().size())
                  .reversed());

  /** The services take no fewer. */
  private static final int MIN_EXAMPLES = 10;

  private WholeLook() {}

  /**
   * Worst first.
   *
   * @param looked in which those are marked that are too long, and those that are let pass
   * @param topics by whose names those are called of which there are few or many
   */
  static List<Problem> problems(LookedSet looked, List<Topic> topics) {
    var all = new ArrayList<Problem>();
    for (var kind : FormatProblem.values()) {
      var ids = found(looked, kind);
      boolean tooFew = kind == FormatProblem.TOO_FEW_EXAMPLES && looked.learned() < MIN_EXAMPLES;
      // Told of an empty project as well.
      if (!ids.isEmpty() || tooFew) {
        all.add(new Problem(kind.kind(), kind.severity(), ids));
      }
    }
    for (var kind : TextProblem.values()) {
      var ids = looked.with(kind);
      String detail = detail(looked, kind, topics);
      // While topics are found anew nobody can say what those of before were called.
      if (!ids.isEmpty() && detail.isEmpty() != kind.isOfTopics()) {
        all.add(new Problem(kind.kind(), kind.severity(), ids, detail));
      }
    }
    all.sort(WORST_FIRST);
    return all;
  }

  private static String detail(LookedSet looked, TextProblem kind, List<Topic> topics) {
    if (!kind.isOfTopics()) {
      return "";
    }
    var found = looked.topics().with(kind);
    return topics.stream()
        .filter(topic -> found.contains((int) topic.id()))
        .map(topic -> "“" + topic.name() + "”")
        .collect(Collectors.joining(", "));
  }

  private static List<Long> found(LookedSet looked, FormatProblem kind) {
    int number = Passing.number(kind);
    if (kind == FormatProblem.TOO_FEW_EXAMPLES) {
      return looked.learned() >= MIN_EXAMPLES ? List.of() : looked.training(number);
    }
    return looked.with(number);
  }
}
