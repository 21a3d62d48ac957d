package studio.timbre.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.timbre.json.Fingerprint;
import studio.timbre.model.Conversation;
import studio.timbre.model.Problem;
import studio.timbre.model.Split;

/**
 * The checks of a set of conversations before training. Hand over every conversation in the order of the project, then ask for
 * the problems.
 */
public final class FormatChecks {
  /** The service takes no fewer. */
  private static final int MIN_EXAMPLES = 10;

  private final Map<FormatProblem, List<Long>> found = new EnumMap<>(FormatProblem.class);
  private final List<Seen> seen = new ArrayList<>();
  private final Map<Long, Integer> training = new HashMap<>();
  private final Map<Long, Integer> heldOut = new HashMap<>();

  private record Seen(long id, Split split, long fingerprint) {}

  /** What is wrong with one conversation by itself. */
  public static Set<FormatProblem> of(Conversation conversation) {
    return ConversationChecks.of(conversation);
  }

  /**
   * Looks at one conversation.
   *
   * @param id told back in the problems
   */
  public void accept(long id, Split split, Conversation conversation) {
    accept(id, split, Fingerprint.of(conversation), of(conversation));
  }

  /**
   * Takes what was found in one conversation before.
   *
   * @param fingerprint as {@link Fingerprint} tells it
   * @param problems as {@link #of} answers them
   */
  public void accept(long id, Split split, long fingerprint, Set<FormatProblem> problems) {
    problems.forEach(problem -> report(problem, id));
    seen.add(new Seen(id, split, fingerprint));
    of(split).merge(fingerprint, 1, Integer::sum);
  }

  private Map<Long, Integer> of(Split split) {
    return split == Split.TRAINING ? training : heldOut;
  }

  private void report(FormatProblem problem, long id) {
    found.computeIfAbsent(problem, _ -> new ArrayList<>()).add(id);
  }

  /**
   * Takes in what was found elsewhere, as {@link FormatProblem#OVER_TOKEN_LIMIT}, which depends on a model.
   *
   * @param conversations in the order of the project
   */
  public void report(FormatProblem problem, List<Long> conversations) {
    conversations.forEach(id -> report(problem, id));
  }

  /** What was found, worst first; kinds that are equally bad by how many they touch. */
  public List<Problem> problems() {
    var all = new EnumMap<>(found);
    for (var conversation : seen) {
      boolean overlaps =
          training.containsKey(conversation.fingerprint)
              && heldOut.containsKey(conversation.fingerprint);
      if (overlaps) {
        add(all, FormatProblem.HELD_OUT_OVERLAP, conversation.id);
      }
      if (of(conversation.split).get(conversation.fingerprint) > 1) {
        add(all, FormatProblem.DUPLICATE, conversation.id);
      }
    }
    if (training.values().stream().mapToInt(Integer::intValue).sum() < MIN_EXAMPLES) {
      all.put(
          FormatProblem.TOO_FEW_EXAMPLES,
          seen.stream().filter(c -> c.split == Split.TRAINING).map(Seen::id).toList());
    }
    return all.entrySet().stream()
        .map(
            entry ->
                new Problem(entry.getKey().kind(), entry.getKey().severity(), entry.getValue()))
        .sorted(
            Comparator.comparing(Problem::severity)
                .thenComparing(
                    Comparator.comparingInt((Problem problem) -> problem.conversations().size())
                        .reversed()))
        .toList();
  }

  private static void add(Map<FormatProblem, List<Long>> all, FormatProblem problem, long id) {
    all.computeIfAbsent(problem, _ -> new ArrayList<>()).add(id);
  }
}
