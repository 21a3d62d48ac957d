package studio.timbre.app;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import studio.timbre.checks.Families;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Problem;
import studio.timbre.model.Progress;

/** What is checked over a whole project. Got from {@link ProjectSession#checking}; belongs off the JavaFX thread. */
public final class Checking {
  /** To look at fewer for the first time takes seconds. */
  private static final long FEW = 20_000;

  /** To take up what was found before takes a second for so many, and some 70 MB. */
  private static final long TAKEN_UP = 400_000;

  private final ProjectSession session;
  private final ProjectParts parts;

  Checking(ProjectSession session, ProjectParts parts) {
    this.session = session;
    this.parts = parts;
  }

  /** Whether problems are answered in a moment, and not in minutes: nearly all was looked at before, or there is little. */
  public boolean isSwift() {
    return parts.problems.isKept()
        || (parts.conversations.totals(ConversationQuery.ALL, parts.counter()).conversations()
                <= TAKEN_UP
            && parts.problems.unlooked() <= FEW);
  }

  /**
   * All that is private in one, where there are several kinds of it, so that it can be replaced in one act.
   *
   * @param problems as {@link #problems} answers them
   * @return told under {@link Mending#PRIVATE_DATA}; one conversation of each kind comes first
   */
  public static Optional<Problem> privateData(List<Problem> problems) {
    var kinds = problems.stream().filter(problem -> Mending.replaces(problem.kind())).toList();
    if (kinds.size() < 2) {
      return Optional.empty();
    }
    var ids = new LinkedHashSet<Long>();
    kinds.forEach(problem -> ids.add(problem.conversations().getFirst()));
    kinds.forEach(problem -> ids.addAll(problem.conversations()));
    return Optional.of(
        new Problem(Mending.PRIVATE_DATA, kinds.getFirst().severity(), List.copyOf(ids)));
  }

  /** Which of the conversations that are trained on are nearly the same. */
  Families families(Progress progress) {
    return parts.problems.families(progress);
  }

  /** Parts conversations into what is learned and what is measured with. */
  public HoldingOut holdingOut() {
    return new HoldingOut(session);
  }

  /** As {@link ProjectSession#problems(Progress)}. */
  public List<Problem> problems(Progress progress) {
    return session.problems(progress);
  }
}
