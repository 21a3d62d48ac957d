package studio.timbre.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
   * @param looked in which those are marked that are too long
   * @param passed conversations by kind, in which that is let pass
   * @param topics by whose names those are called of which there are few or many
   */
  static List<Problem> problems(
      LookedSet looked, Map<String, Set<Long>> passed, List<Topic> topics) {
    var all = new ArrayList<Problem>();
    for (var kind : FormatProblem.values()) {
      var ids = found(looked, kind, passed.getOrDefault(kind.kind(), Set.of()));
      boolean tooFew = kind == FormatProblem.TOO_FEW_EXAMPLES && looked.learned() < MIN_EXAMPLES;
      // Told of an empty project as well.
      if (!ids.isEmpty() || tooFew) {
        all.add(new Problem(kind.kind(), kind.severity(), ids));
      }
    }
    for (var kind : TextProblem.values()) {
      var ids = looked.with(kind, passed.getOrDefault(kind.kind(), Set.of()));
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

  private static List<Long> found(LookedSet looked, FormatProblem kind, Set<Long> passed) {
    return switch (kind) {
      case DUPLICATE -> looked.copies(passed);
      case HELD_OUT_OVERLAP -> looked.overlaps(passed);
      case OVER_TOKEN_LIMIT -> looked.marked(passed);
      case TOO_FEW_EXAMPLES ->
          looked.learned() >= MIN_EXAMPLES
              ? List.of()
              : looked.training().stream().filter(id -> !passed.contains(id)).toList();
      default -> looked.withForm(kind.ordinal(), passed);
    };
  }
}
