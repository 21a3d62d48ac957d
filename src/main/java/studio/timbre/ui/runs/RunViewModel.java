package studio.timbre.ui.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.model.ApiRun;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;
import studio.timbre.model.RunSummary;
import studio.timbre.model.TrainingRun;
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
  private final Consumer<TrainingRun> hear;
  private final Consumer<JobId> move;
  private final Consumer<TrainingRun> lookBack;
  private final RunStream stream;
  private final ReadOnlyObjectWrapper<TrainingRun> summary;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<OptionalLong> bytes =
      new ReadOnlyObjectWrapper<>(OptionalLong.empty());

  RunViewModel(
      RunShelf shelf,
      TrainingRun summary,
      RunStream stream,
      Work work,
      Notices notices,
      Consumer<TrainingRun> hear,
      Consumer<JobId> move,
      Consumer<TrainingRun> lookBack) {
    this.lookBack = lookBack;
    this.shelf = shelf;
    this.move = move;
    this.summary = new ReadOnlyObjectWrapper<>(summary);
    this.stream = stream;
    this.work = work;
    this.notices = notices;
    this.hear = hear;
  }

  JobId id() {
    return summary.get().id();
  }

  ReadOnlyObjectProperty<TrainingRun> summary() {
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

  void update(TrainingRun newer) {
    summary.set(newer);
  }

  /** The run where it is on this computer. */
  Optional<RunSummary> here() {
    return summary.get() instanceof RunSummary run ? Optional.of(run) : Optional.empty();
  }

  /** Thinks the same job out for another provider. */
  void move() {
    move.accept(id());
  }

  /** Compares the data that it has seen with the present. */
  void lookBack() {
    lookBack.accept(summary.get());
  }

  /** The run where it is at a provider. */
  Optional<ApiRun> there() {
    return summary.get() instanceof ApiRun run ? Optional.of(run) : Optional.empty();
  }

  boolean canPause() {
    return switch (summary.get()) {
      case RunSummary _ -> state() == RunState.RUNNING;
      case ApiRun there -> ApiActs.canPause(there);
    };
  }

  boolean canCancel() {
    return switch (summary.get()) {
      case RunSummary _ -> state().isLive() || state().canResume();
      case ApiRun there -> ApiActs.canCancel(there);
    };
  }

  boolean canGoOn() {
    return switch (summary.get()) {
      case RunSummary _ -> state().canResume() || (state() == RunState.FAILED && goesOnFrom() > 0);
      case ApiRun there -> ApiActs.canGoOn(there);
    };
  }

  boolean canLookNow() {
    return there().filter(ApiActs::canLookNow).isPresent();
  }

  /** A job that may go on at a provider is not taken off the list. */
  boolean canDelete() {
    return there().map(ApiActs::canForget).orElse(true);
  }

  boolean canBeHeard() {
    return switch (summary.get()) {
      case RunSummary here -> here.adapter().isPresent();
      case ApiRun there -> ApiActs.canBeHeard(there);
    };
  }

  /** The step from which it would go on: the last checkpoint's, or 0. */
  int goesOnFrom() {
    var checkpoints = stream.story().checkpoints();
    return checkpoints.isEmpty() ? 0 : checkpoints.last();
  }

  /** One thing to tell about the curves. */
  Advice advice() {
    var story = stream.story();
    if (stream.isRewarded()) {
      return RewardAdvice.of(story.rewards(), !state().isLive() && !state().canResume());
    }
    boolean measures =
        story.started().map(started -> started.heldOut() > 0).orElse(true)
            || !story.evaluations().isEmpty();
    var advice =
        Advice.of(story.evaluations(), !state().isLive() && !state().canResume(), measures);
    // A provider does not measure the untuned model, so nothing can be said against it.
    return there().isPresent() && advice.kind() == Advice.Kind.WORSE
        ? new Advice(Advice.Kind.RISING, story.evaluations().firstKey(), advice.change())
        : advice;
  }

  void pause() {
    act(shelf::pause);
  }

  void goOn() {
    act(shelf::resume);
  }

  void lookNow() {
    act(shelf::lookNow);
  }

  void giveKey(String typed) {
    act(run -> shelf.giveKey(run, typed));
  }

  void unlock(String passphrase) {
    act(_ -> shelf.unlock(passphrase));
  }

  void deleteLeftBehind() {
    act(shelf::deleteLeftBehind);
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
