package studio.timbre.ui.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import studio.timbre.app.ApiJobs;
import studio.timbre.app.Connections;
import studio.timbre.app.Keys;
import studio.timbre.app.Runs;
import studio.timbre.app.Subscription;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.TrainingRun;
import studio.timbre.model.UserFacingException;

/** The runs of a project on this computer and its jobs at providers, in one list. */
public final class ProjectShelf implements RunShelf {
  private final Runs runs;
  private final ApiJobs jobs;
  private final Keys keys;

  public ProjectShelf(Runs runs, ApiJobs jobs, Keys keys) {
    this.runs = runs;
    this.jobs = jobs;
    this.keys = keys;
  }

  private boolean isJob(JobId run) {
    return jobs.find(run).isPresent();
  }

  @Override
  public List<TrainingRun> list() {
    var all = new ArrayList<TrainingRun>(runs.list());
    all.addAll(jobs.runs());
    all.sort(Comparator.comparing(TrainingRun::created).reversed());
    return all;
  }

  @Override
  public Subscription follow(JobId run, Consumer<JobEvent> listener) {
    return isJob(run) ? jobs.follow(run, listener) : runs.follow(run, listener);
  }

  @Override
  public Subscription onChange(Runnable listener) {
    var here = runs.onChange(listener);
    var there = jobs.onChange(listener);
    return () -> {
      here.close();
      there.close();
    };
  }

  @Override
  public void pause(JobId run) throws UserFacingException {
    if (isJob(run)) {
      jobs.pause(run);
    } else {
      runs.pause(run);
    }
  }

  @Override
  public void resume(JobId run) throws UserFacingException {
    if (isJob(run)) {
      jobs.resume(run);
    } else {
      runs.resume(run);
    }
  }

  @Override
  public void cancel(JobId run) throws UserFacingException {
    if (isJob(run)) {
      jobs.cancel(run);
    } else {
      runs.cancel(run);
    }
  }

  @Override
  public void rename(JobId run, String name) {
    if (isJob(run)) {
      jobs.rename(run, name);
    } else {
      runs.rename(run, name);
    }
  }

  @Override
  public void delete(JobId run) throws UserFacingException {
    if (isJob(run)) {
      jobs.forget(run);
    } else {
      runs.delete(run);
    }
  }

  @Override
  public Path folder(JobId run) {
    return runs.folder(run);
  }

  @Override
  public void lookNow(JobId run) throws UserFacingException {
    jobs.attend(run);
  }

  @Override
  public void giveKey(JobId run, String typed) throws UserFacingException {
    jobs.use(jobs.job(run).order().connection(), Connections.key(typed));
    jobs.attend(run);
  }

  @Override
  public void unlock(String passphrase) throws UserFacingException {
    keys.unlock(passphrase.toCharArray());
    for (var run : jobs.runs()) {
      if (run.waitsForKey()) {
        jobs.attend(run.id());
      }
    }
  }

  @Override
  public void deleteLeftBehind(JobId run) throws UserFacingException {
    try {
      jobs.tidy(run);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
