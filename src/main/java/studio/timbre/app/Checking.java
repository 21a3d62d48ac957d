package studio.timbre.app;

import java.util.List;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Problem;
import studio.timbre.model.Progress;

/** What is checked over a whole project. Got from {@link ProjectSession#checking}; belongs off the JavaFX thread. */
public final class Checking {
  /** To look at fewer for the first time takes seconds. */
  private static final long FEW = 20_000;

  private final ProjectSession session;
  private final ProjectParts parts;

  Checking(ProjectSession session, ProjectParts parts) {
    this.session = session;
    this.parts = parts;
  }

  /** Whether problems are answered in a moment, and not in minutes: something was looked at before, or there is little. */
  public boolean isSwift() {
    return parts.problems.isKept()
        || parts.conversations.totals(ConversationQuery.ALL, parts.counter()).conversations()
            <= FEW;
  }

  /** As {@link ProjectSession#problems(Progress)}. */
  public List<Problem> problems(Progress progress) {
    return session.problems(progress);
  }
}
