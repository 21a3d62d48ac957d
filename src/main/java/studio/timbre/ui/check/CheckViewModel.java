package studio.timbre.ui.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.timbre.app.Checking;
import studio.timbre.app.Mending.Example;
import studio.timbre.app.Mending.Passed;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Problem;
import studio.timbre.model.Progress;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.OpenProject.Spotlight;
import studio.timbre.ui.fx.Work;

/** What could go wrong with the data in training. Looks again after every change, while the screen is shown. */
final class CheckViewModel implements AutoCloseable {
  /** Many changes in a row are looked at once. */
  private static final Duration REST = Duration.ofMillis(300);

  /** What the look came to. */
  sealed interface Findings {
    /**
     * The first look is under way.
     *
     * @param of conversations to be looked at; 0 while that is not known
     */
    record Looking(long done, long of) implements Findings {}

    /** There is no conversation. */
    record NoData() implements Findings {}

    /**
     * @param privateData what is private of all kinds together, where there are several
     * @param passed what somebody let pass
     */
    record Found(List<Problem> problems, Optional<Problem> privateData, List<Passed> passed)
        implements Findings {
      public Found {
        problems = List.copyOf(problems);
        passed = List.copyOf(passed);
      }

      long count(Problem.Severity severity) {
        return problems.stream().filter(problem -> problem.severity() == severity).count();
      }
    }
  }

  /** Places that a card shows. */
  private static final int EXAMPLES = 5;

  private final OpenProject project;
  private final Work work;
  private final Work.Lane looking;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<Findings> findings =
      new ReadOnlyObjectWrapper<>(new Findings.Looking(0, 0));
  private final Subscription listening;
  private boolean seen;
  private boolean stale = true;

  CheckViewModel(OpenProject project, Work work, Consumer<? super Exception> failure) {
    this.project = project;
    this.work = work;
    this.looking = work.lane();
    this.failure = failure;
    listening = project.revision().subscribe((before, now) -> changed());
  }

  ReadOnlyObjectProperty<Findings> findings() {
    return findings.getReadOnlyProperty();
  }

  /** The screen is shown or left; nobody looks for problems that nobody sees. */
  void setSeen(boolean isSeen) {
    seen = isSeen;
    if (seen && stale) {
      look(Duration.ZERO);
    }
  }

  private void changed() {
    stale = true;
    if (seen) {
      look(REST);
    }
  }

  private void look(Duration pause) {
    looking
        .runTracked(progress -> look(project.session(), progress))
        .after(pause)
        .onProgress(this::at)
        .onSuccess(
            found -> {
              stale = false;
              findings.set(found);
              project.looked().set(true);
            })
        .onFailure(failure);
  }

  private void at(long done, long of) {
    if (findings.get() instanceof Findings.Looking) {
      findings.set(new Findings.Looking(done, of));
    }
  }

  private static Findings look(ProjectSession session, Progress progress) {
    if (session.totals(ConversationQuery.ALL).conversations() == 0) {
      return new Findings.NoData();
    }
    var problems = session.problems(progress);
    return new Findings.Found(problems, Checking.privateData(problems), session.mending().passed());
  }

  /** The first places of a problem, for a card that is folded out. */
  void examples(Problem problem, Consumer<List<Example>> taker) {
    long[] first =
        problem.conversations().stream().limit(EXAMPLES).mapToLong(Long::longValue).toArray();
    work.run(() -> project.session().mending().examples(problem.kind(), first))
        .onSuccess(taker)
        .onFailure(failure);
  }

  /** Mends all of a problem; told is how many conversations that touched, and the entry by which it is taken back. */
  void mend(Problem problem, BiConsumer<Integer, OptionalLong> told) {
    long[] all = problem.conversations().stream().mapToLong(Long::longValue).toArray();
    project
        .edits()
        .track(
            (session, progress) -> {
              int mended = session.mending().mend(problem.kind(), progress, all);
              return new Mended(
                  mended,
                  mended == 0 ? OptionalLong.empty() : OptionalLong.of(session.journalPosition()));
            })
        .onSuccess(mended -> told.accept(mended.count(), mended.entry()))
        .onFailure(failure);
  }

  private record Mended(int count, OptionalLong entry) {}

  /** Lets a problem pass in all of its conversations; what came of it is told, unless there was nothing left. */
  void letPass(Problem problem, String reason, Consumer<Passed> told) {
    long[] all = problem.conversations().stream().mapToLong(Long::longValue).toArray();
    letPass(problem.kind(), reason, told, all);
  }

  void letPass(String kind, String reason, Consumer<Passed> told, long... ids) {
    project
        .edits()
        .track((session, progress) -> session.mending().letPass(kind, reason, progress, ids))
        .onSuccess(
            passed -> {
              changed();
              passed.ifPresent(told);
            })
        .onFailure(failure);
  }

  /** Finds again what was let pass in one act; told is where. */
  void findAgain(Passed passed, Consumer<long[]> told) {
    project
        .edits()
        .make(
            session -> {
              long[] ids = session.mending().conversations(passed);
              session.mending().findAgain(passed);
              return ids;
            })
        .onSuccess(
            ids -> {
              changed();
              told.accept(ids);
            })
        .onFailure(failure);
  }

  /** Puts the conversations of an act before the person, on the Data screen. */
  void show(Passed passed, String title, Runnable then) {
    work.run(() -> project.session().mending().conversations(passed))
        .onSuccess(
            ids -> {
              project.spotlight().set(Optional.of(new Spotlight(title, ids)));
              then.run();
            })
        .onFailure(failure);
  }

  /** Puts the conversations of a problem before the person, on the Data screen. */
  void show(Problem problem, String title) {
    project
        .spotlight()
        .set(
            Optional.of(
                new Spotlight(
                    title, problem.conversations().stream().mapToLong(Long::longValue).toArray())));
  }

  @Override
  public void close() {
    listening.unsubscribe();
    looking.forget();
  }
}
