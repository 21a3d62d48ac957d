package studio.timbre.ui.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import studio.timbre.app.Subscription;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.TrainingRun;
import studio.timbre.model.UserFacingException;

/** What the Runs screen asks of the runs of a project, wherever they are; each verb may touch the disk or the network. */
public interface RunShelf {

  /** Newest first. */
  List<TrainingRun> list();

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

  /** Asks a provider now how a job stands, and sees to it from now on. */
  void lookNow(JobId run) throws UserFacingException;

  /** Hands over the key of a job's connection, for as long as the project is open. */
  void giveKey(JobId run, String typed) throws UserFacingException;

  /** Opens Timbre's file of keys. */
  void unlock(String passphrase) throws UserFacingException;

  /** Deletes what a job has left behind at its provider; the list tells what is still there. */
  void deleteLeftBehind(JobId run) throws UserFacingException;
}
