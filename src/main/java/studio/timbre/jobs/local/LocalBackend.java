package studio.timbre.jobs.local;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import studio.timbre.jobs.JobBackend;
import studio.timbre.jobs.JobHandle;
import studio.timbre.jobs.JobRef;
import studio.timbre.jobs.JobSpec;
import studio.timbre.jobs.JobStates;
import studio.timbre.model.JobEvent;
import studio.timbre.model.UserFacingException;

/** Trains on this computer, each job in a process of its own that works in the job's folder. */
public final class LocalBackend implements JobBackend<JobSpec.Local> {
  private final WorkerLauncher launcher;

  public LocalBackend(WorkerLauncher launcher) {
    this.launcher = launcher;
  }

  @Override
  public JobHandle submit(JobSpec.Local spec, Consumer<JobEvent> events)
      throws UserFacingException {
    var folder = new WorkerFolder(spec.folder());
    try {
      folder.writeSpec(spec);
      try (var writer = new EventWriter(folder.events())) {
        writer.append((sequence, time) -> new JobEvent.Queued(spec.id(), sequence, time));
      }
      var process = launcher.start(folder);
      return new LocalHandle(spec.id(), folder, 0, Optional.of(process), events);
    } catch (IOException e) {
      throw notStarted(e);
    }
  }

  @Override
  public JobHandle reattach(JobRef job, Consumer<JobEvent> events) {
    var folder = new WorkerFolder(job.folder());
    return new LocalHandle(job.id(), folder, job.afterSequence(), Optional.empty(), events);
  }

  @Override
  public JobHandle resume(JobRef job, Consumer<JobEvent> events) throws UserFacingException {
    var folder = new WorkerFolder(job.folder());
    try {
      if (isAtWork(folder)) {
        return reattach(job, events);
      }
      folder.clearRequest();
      var process = launcher.start(folder);
      return new LocalHandle(job.id(), folder, job.afterSequence(), Optional.of(process), events);
    } catch (IOException e) {
      throw notStarted(e);
    }
  }

  /** Whether a worker is there that has not said its last word; one that has is waited for. */
  private static boolean isAtWork(WorkerFolder folder) throws IOException {
    for (int attempt = 0; attempt < 300 && folder.isAlive(); attempt++) {
      var last =
          folder.readEvents().stream()
              .flatMap(event -> JobStates.after(event).stream())
              .reduce((_, later) -> later);
      if (last.isEmpty() || last.get().isLive()) {
        return true;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return true;
      }
    }
    return folder.isAlive();
  }

  private static UserFacingException notStarted(IOException cause) {
    return new UserFacingException(
        "error.worker.notStarted",
        "The training could not be started: " + cause.getMessage(),
        cause,
        String.valueOf(cause.getMessage()));
  }
}
