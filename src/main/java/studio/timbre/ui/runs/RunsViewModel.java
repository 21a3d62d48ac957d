package studio.timbre.ui.runs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiRun;
import studio.timbre.model.JobId;
import studio.timbre.model.TrainingRun;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** All runs of the project, and the one that is open. Follows the open one and every live one. */
final class RunsViewModel implements AutoCloseable {
  private final RunShelf shelf;
  private final Texts texts;
  private final Work work;
  private final Notices notices;
  private final ObjectProperty<Optional<JobId>> chosen;
  private final Consumer<TrainingRun> hear;
  private final Work.Lane reading;
  private final ObservableList<TrainingRun> runs = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<RunViewModel>> open =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<JobId>> moving =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<TrainingRun>> lookingBack =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Map<JobId, RunStream> streams = new HashMap<>();
  private final studio.timbre.app.Subscription changes;
  private final Subscription choices;

  /**
   * @param chosen which run is open; other rooms may choose one too
   * @param hear goes and listens to a finished run
   */
  RunsViewModel(
      RunShelf shelf,
      Texts texts,
      Work work,
      Notices notices,
      ObjectProperty<Optional<JobId>> chosen,
      Consumer<TrainingRun> hear) {
    this.shelf = shelf;
    this.texts = texts;
    this.work = work;
    this.notices = notices;
    this.chosen = chosen;
    this.hear = hear;
    this.reading = work.lane();
    this.changes = shelf.onChange(work.gather(this::refresh));
    this.choices = chosen.subscribe(this::openChosen);
    refresh();
  }

  /** Newest first. */
  ObservableList<TrainingRun> runs() {
    return runs;
  }

  /** True once the list is there, be it empty. */
  ReadOnlyBooleanProperty read() {
    return read.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<RunViewModel>> open() {
    return open.getReadOnlyProperty();
  }

  ObjectProperty<Optional<JobId>> chosen() {
    return chosen;
  }

  /** A job that should be thought out again for another provider; whoever takes it says {@link #moved}. */
  ReadOnlyObjectProperty<Optional<JobId>> moving() {
    return moving.getReadOnlyProperty();
  }

  /** A training whose data should be compared with the present; whoever takes it says {@link #lookedBack}. */
  ReadOnlyObjectProperty<Optional<TrainingRun>> lookingBack() {
    return lookingBack.getReadOnlyProperty();
  }

  private void lookBack(TrainingRun run) {
    lookingBack.set(Optional.of(run));
  }

  void lookedBack() {
    lookingBack.set(Optional.empty());
  }

  private void move(JobId job) {
    moving.set(Optional.of(job));
  }

  void moved() {
    moving.set(Optional.empty());
  }

  /** The stream of a run that is live or open. */
  Optional<RunStream> stream(JobId run) {
    return Optional.ofNullable(streams.get(run));
  }

  void refresh() {
    reading.run(shelf::list).onSuccess(this::show).onFailure(notices::failed);
  }

  private void show(List<TrainingRun> newest) {
    // Cells and selection stay where they are while the same runs are listed.
    if (ids(runs).equals(ids(newest))) {
      for (int index = 0; index < newest.size(); index++) {
        if (!runs.get(index).equals(newest.get(index))) {
          runs.set(index, newest.get(index));
        }
      }
    } else {
      runs.setAll(newest);
    }
    for (var run : newest) {
      if (run.state().isLive()) {
        follow(run.id());
      }
    }
    read.set(true);
    if (chosen.get().flatMap(this::find).isEmpty()) {
      chosen.set(newest.stream().findFirst().map(TrainingRun::id));
    }
    openChosen(chosen.get());
    letGo();
  }

  private void openChosen(Optional<JobId> run) {
    var summary = run.flatMap(this::find);
    var now = open.get();
    if (summary.isPresent() && now.isPresent() && now.get().id().equals(summary.get().id())) {
      now.get().update(summary.get());
    } else {
      open.set(
          summary.map(
              found ->
                  new RunViewModel(
                      shelf,
                      found,
                      follow(found.id()),
                      work,
                      notices,
                      hear,
                      this::move,
                      this::lookBack)));
      letGo();
    }
  }

  private RunStream follow(JobId run) {
    return streams.computeIfAbsent(
        run, id -> new RunStream(shelf, id, isRewarded(id), texts, work));
  }

  private boolean isRewarded(JobId run) {
    return find(run)
        .filter(
            found ->
                found instanceof ApiRun there
                    && there.job().order().recipe().method() instanceof ApiMethod.Reinforcement)
        .isPresent();
  }

  /** Ends the following of what is neither live nor open. */
  private void letGo() {
    streams
        .entrySet()
        .removeIf(
            entry -> {
              boolean live = find(entry.getKey()).map(run -> run.state().isLive()).orElse(false);
              boolean shown =
                  open.get().map(view -> view.id().equals(entry.getKey())).orElse(false);
              if (!live && !shown) {
                entry.getValue().close();
              }
              return !live && !shown;
            });
  }

  private Optional<TrainingRun> find(JobId run) {
    return runs.stream().filter(candidate -> candidate.id().equals(run)).findFirst();
  }

  private static List<JobId> ids(List<TrainingRun> runs) {
    return runs.stream().map(TrainingRun::id).toList();
  }

  @Override
  public void close() {
    choices.unsubscribe();
    changes.close();
    reading.forget();
    streams.values().forEach(RunStream::close);
    streams.clear();
  }
}
