package studio.timbre.ui.shell;

import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Problem;
import studio.timbre.model.Problem.Severity;
import studio.timbre.model.Progress;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Work;

/** How many kinds of problems the project has, after each edit. */
final class ProblemFigures implements AutoCloseable {
  /** Many edits in a row are looked at once. */
  private static final Duration REST = Duration.ofMillis(400);

  /** What is known. */
  sealed interface Standing {
    /** There is nothing to be checked, or it is just being looked at. */
    record Nothing() implements Standing {}

    /** A first look would take minutes: it is made when somebody asks for it. */
    record Unlooked() implements Standing {}

    /** Kinds of problems. */
    record Found(long errors, long others) implements Standing {}
  }

  private final Desk desk;
  private final OpenProject project;
  private final Work.Lane looking;
  private final Subscription listening;
  private final ReadOnlyObjectWrapper<Standing> standing =
      new ReadOnlyObjectWrapper<>(new Standing.Nothing());

  ProblemFigures(Desk desk, OpenProject project) {
    this.desk = desk;
    this.project = project;
    this.looking = desk.work().lane();
    this.listening =
        Subscription.combine(
            project.revision().subscribe(_ -> look()),
            project.looked().subscribe(_ -> lookAgain()));
  }

  ReadOnlyObjectProperty<Standing> standing() {
    return standing.getReadOnlyProperty();
  }

  private void look() {
    var session = project.session();
    looking
        .runTracked(progress -> look(session, progress))
        .after(REST)
        .onSuccess(standing::set)
        .onFailure(desk.notices()::failed);
  }

  private static Standing look(ProjectSession session, Progress progress) {
    if (session.totals(ConversationQuery.ALL).conversations() == 0) {
      return new Standing.Nothing();
    }
    return session.checking().isSwift()
        ? found(session.checking().problems(progress))
        : new Standing.Unlooked();
  }

  private static Standing found(List<Problem> problems) {
    long errors = problems.stream().filter(problem -> problem.severity() == Severity.ERROR).count();
    return new Standing.Found(errors, problems.size() - errors);
  }

  /** In Check a first look was made. */
  private void lookAgain() {
    if (standing.get() instanceof Standing.Unlooked) {
      look();
    }
  }

  @Override
  public void close() {
    listening.unsubscribe();
    looking.forget();
  }
}
