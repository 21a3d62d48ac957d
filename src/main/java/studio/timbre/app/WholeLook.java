package studio.timbre.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.timbre.checks.Look;
import studio.timbre.checks.SetChecks;
import studio.timbre.dataset.FormatChecks;
import studio.timbre.dataset.FormatProblem;
import studio.timbre.model.Problem;
import studio.timbre.model.Split;

/** Puts the looks at many conversations together: how they are built, and what they say. */
final class WholeLook {
  private static final Comparator<Problem> WORST_FIRST =
      Comparator.comparing(Problem::severity)
          .thenComparing(
              Comparator.comparingInt((Problem problem) -> problem.conversations().size())
                  .reversed());

  private final FormatChecks form = new FormatChecks();
  private final SetChecks texts = new SetChecks();

  /** Takes one, in the order of the data. */
  void accept(long id, Split split, long fingerprint, Look look) {
    form.accept(id, split, fingerprint, FormatProblem.of(look.form()));
    texts.accept(id, split, fingerprint, look);
  }

  /** Takes in what was found elsewhere. */
  void report(FormatProblem problem, List<Long> conversations) {
    form.report(problem, conversations);
  }

  /**
   * Worst first. Asked once.
   *
   * @param passed conversations by kind, in which that is let pass
   */
  List<Problem> problems(Map<String, Set<Long>> passed) {
    var all = new ArrayList<>(form.problems());
    texts
        .problems()
        .forEach(
            (kind, ids) -> {
              if (!ids.isEmpty()) {
                all.add(new Problem(kind.kind(), kind.severity(), List.copyOf(ids)));
              }
            });
    return all.stream()
        .map(problem -> without(passed.getOrDefault(problem.kind(), Set.of()), problem))
        .filter(problem -> !problem.conversations().isEmpty() || isOfTheSet(problem))
        .sorted(WORST_FIRST)
        .toList();
  }

  /** Told of an empty project as well. */
  private static boolean isOfTheSet(Problem problem) {
    return problem.kind().equals(FormatProblem.TOO_FEW_EXAMPLES.kind());
  }

  private static Problem without(Set<Long> passed, Problem problem) {
    return passed.isEmpty()
        ? problem
        : new Problem(
            problem.kind(),
            problem.severity(),
            problem.conversations().stream().filter(id -> !passed.contains(id)).toList(),
            problem.detail());
  }
}
