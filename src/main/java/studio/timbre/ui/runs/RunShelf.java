package studio.timbre.ui.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import studio.timbre.app.Runs;
import studio.timbre.app.Subscription;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.RunSummary;
import studio.timbre.model.UserFacingException;

/** What the Runs screen asks of the runs of a project; each verb may touch the disk. */
public interface RunShelf {

  /** Newest first. */
  List<RunSummary> list();

  /** Replays a run's stream and hands over what comes, in order, on a background thread. */
  Subscription follow(JobId run, Consumer<JobEvent> listener);

  /** Calls back on any thread when the list is no longer what it was. */
  Subscription onChange(Runnable listener);

  void pause(JobId run) throws UserFacingException;

  void resume(JobId run) throws UserFacingException;

  void cancel(JobId run) throws UserFacingException;

  void rename(JobId run, String name) throws UserFacingException;

  void delete(JobId run) throws UserFacingException;

  Path folder(JobId run);

  static RunShelf of(Runs runs) {
    return new RunShelf() {
      @Override
      public List<RunSummary> list() {
        return runs.list();
      }

      @Override
      public Subscription follow(JobId run, Consumer<JobEvent> listener) {
        return runs.follow(run, listener);
      }

      @Override
      public Subscription onChange(Runnable listener) {
        return runs.onChange(listener);
      }

      @Override
      public void pause(JobId run) {
        runs.pause(run);
      }

      @Override
      public void resume(JobId run) throws UserFacingException {
        runs.resume(run);
      }

      @Override
      public void cancel(JobId run) {
        runs.cancel(run);
      }

      @Override
      public void rename(JobId run, String name) {
        runs.rename(run, name);
      }

      @Override
      public void delete(JobId run) throws UserFacingException {
        runs.delete(run);
      }

      @Override
      public Path folder(JobId run) {
        return runs.folder(run);
      }
    };
  }
}
