package studio.timbre.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import studio.timbre.model.ApiRun;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;
import studio.timbre.model.TrainingRun;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.ProviderNames;
import studio.timbre.ui.fx.Work;
import studio.timbre.ui.runs.ProjectShelf;
import studio.timbre.ui.runs.RunShelf;

/** Says in whatever room the person is that a run has ended, and lets providers be looked at only while the window can be seen. */
final class RunNews implements AutoCloseable {
  private final Desk desk;
  private final OpenProject project;
  private final RunShelf shelf;
  private final Work.Lane reading;
  private final studio.timbre.app.Subscription changes;
  private final Subscription watching;
  private final Map<JobId, RunState> known = new HashMap<>();
  private boolean isRead;

  /** @param frame stands in the window */
  RunNews(Desk desk, OpenProject project, Node frame) {
    this.desk = desk;
    this.project = project;
    var session = project.session();
    this.shelf =
        new ProjectShelf(session.runs(), session.apiJobs(), desk.timbre().connections().keys());
    this.reading = desk.work().lane();
    this.changes = shelf.onChange(desk.work().gather(this::read));
    this.watching = isSeen(frame).subscribe(seen -> session.apiJobs().setWatched(seen));
    read();
  }

  /** True while the window is shown and not iconified. */
  static ObservableValue<Boolean> isSeen(Node frame) {
    return frame
        .sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(RunNews::isSeen)
        .orElse(false);
  }

  private static ObservableValue<Boolean> isSeen(Window window) {
    return window instanceof Stage stage
        ? stage
            .showingProperty()
            .flatMap(showing -> stage.iconifiedProperty().map(iconified -> showing && !iconified))
        : window.showingProperty().map(showing -> showing);
  }

  private void read() {
    reading.run(shelf::list).onSuccess(this::compare).onFailure(desk.notices()::failed);
  }

  private void compare(List<TrainingRun> runs) {
    for (var run : runs) {
      var before = Optional.ofNullable(known.put(run.id(), run.state()));
      boolean isNews = before.filter(state -> state != run.state()).isPresent();
      if (isRead && isNews && before.filter(RunNews::isGoingOn).isPresent()) {
        tell(run);
      }
    }
    isRead = true;
  }

  private static boolean isGoingOn(RunState state) {
    return state.isLive() || state == RunState.UNDECIDED;
  }

  private void tell(TrainingRun run) {
    switch (run.state()) {
      case FINISHED -> say("shell.run.finished", run);
      case FAILED -> say("shell.run.failed", run);
      case UNDECIDED -> say("shell.run.undecided", run);
      case QUEUED, RUNNING, PAUSED, STOPPED, CANCELLED -> {}
    }
  }

  private void say(String key, TrainingRun run) {
    var texts = desk.texts();
    String where =
        run instanceof ApiRun there
            ? ProviderNames.of(there.provider(), texts)
            : texts.get("train.where.here");
    desk.notices()
        .say(
            texts.get(key, run.name(), where),
            texts.get("shell.run.show"),
            () -> {
              project.openRun().set(Optional.of(run.id()));
              desk.navigator().go("runs");
            });
  }

  @Override
  public void close() {
    watching.unsubscribe();
    changes.close();
    reading.forget();
  }
}
