package studio.timbre.ui.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;
import studio.timbre.model.RunSummary;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Work;

/** One run, opened: how it stands and what can be done with it. */
final class RunViewModel {

  /** Something done to a run that may fail. */
  private interface Act {
    void run(JobId run) throws UserFacingException;
  }

  private final RunShelf shelf;
  private final Work work;
  private final Notices notices;
  private final Consumer<RunSummary> hear;
  private final RunStream stream;
  private final ReadOnlyObjectWrapper<RunSummary> summary;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<OptionalLong> bytes =
      new ReadOnlyObjectWrapper<>(OptionalLong.empty());

  RunViewModel(
      RunShelf shelf,
      RunSummary summary,
      RunStream stream,
      Work work,
      Notices notices,
      Consumer<RunSummary> hear) {
    this.shelf = shelf;
    this.summary = new ReadOnlyObjectWrapper<>(summary);
    this.stream = stream;
    this.work = work;
    this.notices = notices;
    this.hear = hear;
  }

  JobId id() {
    return summary.get().id();
  }

  ReadOnlyObjectProperty<RunSummary> summary() {
    return summary.getReadOnlyProperty();
  }

  /** Events and curves, live. */
  RunStream stream() {
    return stream;
  }

  /** True between asking for something and its being done. */
  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** What the run's files take on disk; empty until {@link #measureFiles} has the answer. */
  ReadOnlyObjectProperty<OptionalLong> bytes() {
    return bytes.getReadOnlyProperty();
  }

  void update(RunSummary newer) {
    summary.set(newer);
  }

  boolean canPause() {
    return state() == RunState.RUNNING;
  }

  boolean canCancel() {
    return state().isLive() || state().canResume();
  }

  boolean canGoOn() {
    return state().canResume() || (state() == RunState.FAILED && goesOnFrom() > 0);
  }

  boolean canBeHeard() {
    return summary.get().adapter().isPresent();
  }

  /** The step from which it would go on: the last checkpoint's, or 0. */
  int goesOnFrom() {
    var checkpoints = stream.story().checkpoints();
    return checkpoints.isEmpty() ? 0 : checkpoints.last();
  }

  /** One thing to tell about the curves. */
  Advice advice() {
    var story = stream.story();
    boolean measures =
        story.started().map(started -> started.heldOut() > 0).orElse(true)
            || !story.evaluations().isEmpty();
    return Advice.of(story.evaluations(), !state().isLive() && !state().canResume(), measures);
  }

  void pause() {
    act(shelf::pause);
  }

  void goOn() {
    act(shelf::resume);
  }

  void cancel() {
    act(shelf::cancel);
  }

  /** An empty name changes nothing. */
  void rename(String name) {
    String clean = name.strip();
    if (!clean.isEmpty() && !clean.equals(summary.get().name())) {
      act(run -> shelf.rename(run, clean));
    }
  }

  /** The run and all its files, for good. */
  void delete() {
    act(shelf::delete);
  }

  void hear() {
    hear.accept(summary.get());
  }

  Path folder() {
    return shelf.folder(id());
  }

  void measureFiles() {
    work.run(() -> sizeOf(folder()))
        .onSuccess(size -> bytes.set(OptionalLong.of(size)))
        .onFailure(notices::failed);
  }

  private RunState state() {
    return summary.get().state();
  }

  private void act(Act act) {
    busy.set(true);
    var run = id();
    work.run(
            () -> {
              act.run(run);
              return run;
            })
        .onEnd(() -> busy.set(false))
        .onFailure(notices::failed);
  }

  /** A live run writes while this counts: what is gone again by then counts nothing. */
  private static long sizeOf(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (var files = Files.walk(folder)) {
      return files
          .map(Path::toFile)
          .filter(java.io.File::isFile)
          .mapToLong(java.io.File::length)
          .sum();
    }
  }
}
