package studio.timbre.app;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.RunSummary;
import studio.timbre.model.TrainingPlan;
import studio.timbre.model.TrainingSpec;
import studio.timbre.model.UserFacingException;

/** The training runs of one project on this computer. Safe for use by several threads. */
public final class Runs {

  /** What a run would be; counts the data with the base model's tokenizer, so not for the JavaFX thread. */
  public TrainingPlan plan(LibraryModel base, TrainingSpec spec) throws UserFacingException {
    throw new UnsupportedOperationException();
  }

  /** Writes the data as it stands now into a new run's folder and starts its worker. */
  public JobId start(LibraryModel base, TrainingSpec spec, String name) throws UserFacingException {
    throw new UnsupportedOperationException();
  }

  /** Newest first. */
  public List<RunSummary> list() {
    throw new UnsupportedOperationException();
  }

  public RunSummary summary(JobId run) {
    throw new UnsupportedOperationException();
  }

  /** Replays the run's whole stream and then hands over what comes, in order, on one background thread. */
  public Subscription follow(JobId run, Consumer<JobEvent> listener) {
    throw new UnsupportedOperationException();
  }

  /** Calls back whenever a run changes its state or its name, or one is added or deleted; on any thread. */
  public Subscription onChange(Runnable listener) {
    throw new UnsupportedOperationException();
  }

  /** Saves a checkpoint and stops. */
  public void pause(JobId run) {
    throw new UnsupportedOperationException();
  }

  /** Goes on from the last checkpoint of a paused or stopped run. */
  public void resume(JobId run) throws UserFacingException {
    throw new UnsupportedOperationException();
  }

  /** Stops within one step. */
  public void cancel(JobId run) {
    throw new UnsupportedOperationException();
  }

  public void rename(JobId run, String name) {
    throw new UnsupportedOperationException();
  }

  /** Deletes the run and its files; a live one is cancelled first. */
  public void delete(JobId run) throws UserFacingException {
    throw new UnsupportedOperationException();
  }

  /** Where its files lie. */
  public Path folder(JobId run) {
    throw new UnsupportedOperationException();
  }
}
