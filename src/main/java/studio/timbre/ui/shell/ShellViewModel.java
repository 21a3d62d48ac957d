package studio.timbre.ui.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.model.ChangeInfo;
import studio.timbre.model.PackOrigin;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Unfinished;
import studio.timbre.ui.fx.Work;

/** The frame's state: which project is open, and what can be taken back in it. Lives as long as the window. */
public final class ShellViewModel {

  /** Told what cannot be a property. */
  public interface Listener {
    void failed(Throwable problem);

    /** A change was taken back, or done again. */
    void undone(ChangeInfo change);

    void redone(ChangeInfo change);

    /** A step back, or forth, takes longer than a moment. */
    void stepping(boolean back);

    /** It is made, or was not to be made. */
    void stepped();

    /** A copy of the project was written. */
    void copied(Path target);
  }

  /** Makes or opens a project. */
  @FunctionalInterface
  private interface Opening {
    ProjectSession open() throws UserFacingException;
  }

  private static final Duration MOMENT = Duration.ofMillis(500);

  private final Timbre timbre;
  private final Work work;
  private final Work.Lane reading;
  private final Work.Lane waiting;
  private final ReadOnlyObjectWrapper<Optional<OpenProject>> project =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<Path>> recent = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<ChangeInfo>> nextUndo =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ChangeInfo>> nextRedo =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<PackOrigin>> packOrigin =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Leaving leaving;
  private Optional<Listener> listener = Optional.empty();

  public ShellViewModel(Timbre timbre, Work work) {
    this.timbre = timbre;
    this.work = work;
    this.reading = work.lane();
    this.waiting = work.lane();
    this.leaving = new Leaving(work);
    leaving.of(() -> project.get().map(OpenProject::unfinished));
  }

  /** The way out of the open project: asks where something would be lost. */
  public Leaving leaving() {
    return leaving;
  }

  /** Who is told; replaced when the frame is built anew in another language. */
  public void setListener(Listener newListener) {
    listener = Optional.of(newListener);
  }

  public ReadOnlyObjectProperty<Optional<OpenProject>> project() {
    return project.getReadOnlyProperty();
  }

  /** Projects opened before, newest first. */
  public ReadOnlyObjectProperty<List<Path>> recent() {
    return recent.getReadOnlyProperty();
  }

  /** True while a project is being opened. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  public ObservableValue<Boolean> hasProject() {
    return project.map(Optional::isPresent);
  }

  /** Where the project came from, if it is a review pack. */
  public ReadOnlyObjectProperty<Optional<PackOrigin>> packOrigin() {
    return packOrigin.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<ChangeInfo>> nextUndo() {
    return nextUndo.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<ChangeInfo>> nextRedo() {
    return nextRedo.getReadOnlyProperty();
  }

  /** Opens a project that was asked for, or goes on with that of last time, if it is still there; otherwise welcomes. */
  public void start(Optional<Path> wanted) {
    readRecent(paths -> wanted.or(() -> paths.stream().findFirst()).ifPresent(this::open));
  }

  public void openSample() {
    open(timbre::openSample);
  }

  public void open(Path file) {
    open(() -> timbre.open(file));
  }

  public void create(Path file) {
    open(() -> timbre.create(file));
  }

  private void open(Opening how) {
    leaving.leave(Leaving.Goal.OPEN, () -> openNow(how));
  }

  private void openNow(Opening how) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    work.run(how::open).onSuccess(this::enter).onEnd(() -> busy.set(false)).onFailure(this::fail);
  }

  private void enter(ProjectSession session) {
    closeProject();
    var opened = new OpenProject(session, work);
    opened.revision().subscribe(this::readJournal);
    opened.draftProblem().subscribe(problem -> problem.ifPresent(this::fail));
    project.set(Optional.of(opened));
    inspect(opened);
    readOrigin(opened);
    readJournal();
    readRecent(paths -> {});
  }

  private void inspect(OpenProject opened) {
    work.run(
            () -> {
              opened.session().inspect();
              return opened;
            })
        .onFailure(this::fail);
  }

  private void readOrigin(OpenProject opened) {
    work.run(() -> opened.session().packs().origin())
        .onSuccess(
            origin -> {
              if (project.get().equals(Optional.of(opened))) {
                packOrigin.set(origin);
              }
            })
        .onFailure(this::fail);
  }

  /** Writes a copy; the work goes on in the old file. */
  public void saveCopy(Path target) {
    project
        .get()
        .ifPresent(
            open ->
                work.run(
                        () -> {
                          open.session().copyTo(target);
                          return target;
                        })
                    .onSuccess(path -> listener.ifPresent(told -> told.copied(path)))
                    .onEnd(
                        open.unfinished()
                            .begin(
                                Unfinished.Kind.COPY,
                                String.valueOf(target.getFileName()),
                                () -> {}))
                    .onFailure(this::fail));
  }

  /** Back to the welcome, once nothing is under way that would be lost. */
  public void leaveProject() {
    leaving.leave(Leaving.Goal.CLOSE, this::closeProject);
  }

  /** Back to the welcome at once; everything is saved already, and what is under way is stopped. */
  public void closeProject() {
    project
        .get()
        .ifPresent(
            open -> {
              project.set(Optional.empty());
              reading.forget();
              packOrigin.set(Optional.empty());
              nextUndo.set(Optional.empty());
              nextRedo.set(Optional.empty());
              open.close();
            });
  }

  private void readRecent(Consumer<List<Path>> then) {
    work.run(timbre::recentProjects)
        .onSuccess(
            paths -> {
              recent.set(paths);
              then.accept(paths);
            })
        .onFailure(this::fail);
  }

  public void undo() {
    step(ProjectSession::undo, true, Listener::undone);
  }

  public void redo() {
    step(ProjectSession::redo, false, Listener::redone);
  }

  private void step(
      Function<ProjectSession, Optional<ChangeInfo>> how,
      boolean back,
      BiConsumer<Listener, ChangeInfo> made) {
    project
        .get()
        .ifPresent(
            open -> {
              waiting
                  .run(() -> true)
                  .after(MOMENT)
                  .onSuccess(late -> listener.ifPresent(told -> told.stepping(back)))
                  .onFailure(this::fail);
              open.edits()
                  .make(how)
                  .onSuccess(change -> tell(change, made))
                  .onEnd(
                      () -> {
                        waiting.forget();
                        listener.ifPresent(Listener::stepped);
                      })
                  .onFailure(this::fail);
            });
  }

  private void tell(Optional<ChangeInfo> change, BiConsumer<Listener, ChangeInfo> how) {
    change.ifPresent(info -> listener.ifPresent(told -> how.accept(told, info)));
  }

  private record Journal(Optional<ChangeInfo> undo, Optional<ChangeInfo> redo) {}

  private void readJournal() {
    project
        .get()
        .ifPresent(
            open ->
                reading
                    .run(() -> new Journal(open.session().nextUndo(), open.session().nextRedo()))
                    .onSuccess(
                        journal -> {
                          nextUndo.set(journal.undo());
                          nextRedo.set(journal.redo());
                        })
                    .onFailure(this::fail));
  }

  private void fail(Throwable problem) {
    listener.ifPresent(told -> told.failed(problem));
  }
}
