package studio.timbre.ui.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.app.ImportPlan;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.ChangeInfo;
import studio.timbre.model.ImportReport;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TableMapping;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Sentence.Running;
import studio.timbre.ui.fx.Unfinished;
import studio.timbre.ui.fx.Work;
import studio.timbre.ui.mapping.MappingViewModel;

/** Taking in files: looked at, asked, under way, done. */
final class ImportViewModel {

  /**
   * What comes in.
   *
   * @param given files and folders
   * @param pasted whether they hold what lay on the clipboard
   * @param over called once they are needed no more
   */
  record What(List<Path> given, boolean pasted, Runnable over) {
    What {
      given = List.copyOf(given);
    }

    static What files(List<Path> given) {
      return new What(given, false, () -> {});
    }
  }

  /** Where an import stands. */
  sealed interface State {
    record Idle() implements State {}

    /** Their beginnings are read. */
    record Looking(What what, long done, long total) implements State {}

    /** A person says what the columns of tables mean. */
    record Mapping(What what) implements State {}

    /** It came out of this project: what changed in it can be brought back, or all of it comes in anew. */
    record Returned(ImportPlan plan, What what) implements State {}

    /** Nothing in them has to be explained; what they are for is still to be said. */
    record Asking(ImportPlan plan, What what) implements State {}

    /** {@code total} is -1 where it is not known. */
    record Running(What what, long done, long total) implements State {}

    /** {@code entry} of the journal, by which it can be taken back; empty where nothing came in. */
    record Done(What what, ImportReport report, Optional<Long> entry) implements State {}
  }

  /** @param returned whether it is one table that came out of this project */
  private record Seen(ImportPlan plan, boolean returned) {}

  private record Outcome(ImportReport report, Optional<Long> entry) {}

  private final OpenProject project;
  private final Work work;
  private static final Duration MOMENT = Duration.ofMillis(500);

  private final Work.Lane looking;
  private final Work.Lane waiting;
  private final MappingViewModel mapping;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private Optional<Running> running = Optional.empty();

  /** What is being looked at. */
  private Optional<What> looked = Optional.empty();

  ImportViewModel(OpenProject project, Work work, Consumer<? super Exception> failure) {
    this.project = project;
    this.work = work;
    this.looking = work.lane();
    this.waiting = work.lane();
    this.mapping = new MappingViewModel(work, failure);
    this.failure = failure;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** What the columns of tables mean, while that is asked. */
  MappingViewModel mapping() {
    return mapping;
  }

  /** One file; see {@link #ask(What)}. */
  void ask(Path file) {
    ask(What.files(List.of(file)));
  }

  /** Looks at what is given; ignored while something else is coming in, or asked about. */
  void ask(What what) {
    if (isBusy() || what.given().isEmpty()) {
      what.over().run();
      return;
    }
    close();
    looked = Optional.of(what);
    var session = project.session();
    running =
        Optional.of(
            looking
                .runTracked(progress -> look(session, what, progress))
                .onProgress(
                    (done, total) -> {
                      if (state.get() instanceof State.Looking) {
                        state.set(new State.Looking(what, done, total));
                      }
                    })
                .onSuccess(seen -> planned(seen, what))
                .onFailure(problem -> failed(what, problem)));
    // A look at one file takes no time that would be worth a word.
    if (looked.isPresent()) {
      waiting
          .run(() -> true)
          .after(MOMENT)
          .onSuccess(late -> state.set(new State.Looking(what, 0, -1)))
          .onFailure(failure);
    }
  }

  private void lookedAt() {
    waiting.forget();
    looked = Optional.empty();
  }

  /** Whether something is under way that another import would disturb. */
  boolean isBusy() {
    return looked.isPresent()
        || !(state.get() instanceof State.Idle
            || state.get() instanceof State.Done
            || state.get() instanceof State.Returned
            || state.get() instanceof State.Asking);
  }

  private static Seen look(ProjectSession session, What what, Progress progress)
      throws UserFacingException {
    var plan = ImportPlan.of(what.given(), session.mappings(), progress);
    boolean one =
        !what.pasted() && what.given().size() == 1 && Files.isRegularFile(what.given().getFirst());
    return new Seen(plan, one && session.packs().isReturnedSheet(what.given().getFirst()));
  }

  private void planned(Seen seen, What what) {
    lookedAt();
    if (seen.returned()) {
      state.set(new State.Returned(seen.plan(), what));
    } else {
      planned(seen.plan(), what);
    }
  }

  private void planned(ImportPlan plan, What what) {
    if (plan.tables().isEmpty()) {
      state.set(new State.Asking(plan, what));
      return;
    }
    state.set(new State.Mapping(what));
    mapping.ask(
        plan,
        what.pasted(),
        answers -> run(plan, what, answers.byFirstFile(), answers.split()),
        () -> {
          what.over().run();
          state.set(new State.Idle());
        });
  }

  /** It comes in anew, though it came out of this project. */
  void takeAnew() {
    if (state.get() instanceof State.Returned(var plan, var what)) {
      planned(plan, what);
    }
  }

  /** What changed in it is compared; answers the file. */
  Optional<Path> bringBack() {
    if (state.get() instanceof State.Returned(_, var what)) {
      state.set(new State.Idle());
      return Optional.of(what.given().getFirst());
    }
    return Optional.empty();
  }

  /** Answers what they are for. */
  void start(Split split) {
    if (state.get() instanceof State.Asking(var plan, var what)) {
      run(plan, what, Map.of(), split);
    }
  }

  private void run(ImportPlan plan, What what, Map<Path, TableMapping> said, Split split) {
    state.set(new State.Running(what, 0, -1));
    var session = project.session();
    var over = project.unfinished().begin(Unfinished.Kind.IMPORT, name(what), this::cancel);
    running =
        Optional.of(
            work.runTracked(progress -> read(session, plan, said, split, progress))
                .onProgress((done, total) -> state.set(new State.Running(what, done, total)))
                .onSuccess(
                    outcome -> state.set(new State.Done(what, outcome.report(), outcome.entry())))
                .onEnd(what.over())
                .onEnd(over)
                .onFailure(problem -> failed(what, problem)));
  }

  /** Of the first file, which tells what comes in. */
  private static String name(What what) {
    return String.valueOf(what.given().getFirst().getFileName());
  }

  private static Outcome read(
      ProjectSession session,
      ImportPlan plan,
      Map<Path, TableMapping> said,
      Split split,
      Progress progress)
      throws UserFacingException {
    var known = session.mappings();
    for (var tables : plan.tables()) {
      var mapping = said.get(tables.files().getFirst());
      if (mapping != null) {
        known.remember(tables.look(), mapping);
      }
    }
    var report =
        session.importAll(plan.given(), split, Status.DRAFT, plan.answers(said, known), progress);
    return new Outcome(report, entryOf(session, report));
  }

  private static Optional<Long> entryOf(ProjectSession session, ImportReport report) {
    return report.imported() == 0 ? Optional.empty() : session.nextUndo().map(ChangeInfo::entry);
  }

  private void failed(What what, Exception problem) {
    lookedAt();
    what.over().run();
    state.set(new State.Idle());
    failure.accept(problem);
  }

  /** Stops it; nothing of the files stays behind. */
  void cancel() {
    running.ifPresent(Running::cancel);
    looking.forget();
    looked.ifPresent(what -> what.over().run());
    lookedAt();
    mapping.cancel();
    state.set(new State.Idle());
  }

  void close() {
    if (state.get() instanceof State.Asking asking) {
      asking.what().over().run();
    }
    if (!isBusy()) {
      state.set(new State.Idle());
    }
  }

  /** Takes the import back, unless something else has been done since: that has to be taken back first. */
  void undo(Runnable tooLate) {
    if (state.get() instanceof State.Done done && done.entry().isPresent()) {
      project
          .edits()
          .takeBack(done.entry().get())
          .onSuccess(
              taken -> {
                if (taken) {
                  state.set(new State.Idle());
                } else {
                  tooLate.run();
                }
              })
          .onFailure(failure);
    }
  }
}
