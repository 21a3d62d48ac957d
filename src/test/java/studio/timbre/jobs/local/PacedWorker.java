package studio.timbre.jobs.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import studio.timbre.jobs.JobSpec;
import studio.timbre.model.JobEvent;
import studio.timbre.train.RunControl;

/**
 * A worker process for tests: it takes as many steps as the job's longest length says, some milliseconds each, and keeps its
 * place in a file every fifth.
 */
final class PacedWorker implements WorkerProcess.Work {
  private static final int STEP_MILLIS = 20;

  public static void main(String[] arguments) throws Exception {
    if (System.getenv("TIMBRE_TEST_SECRET") != null) {
      throw new IllegalStateException("a secret came through");
    }
    System.exit(WorkerProcess.run(new WorkerFolder(Path.of(arguments[0])), new PacedWorker()));
  }

  @Override
  public void run(
      JobSpec.Local job, WorkerFolder folder, EventWriter events, WorkerProcess.Control control)
      throws IOException, InterruptedException {
    var place = folder.root().resolve("place");
    int total = job.spec().maxLength();
    int from = Files.exists(place) ? Integer.parseInt(Files.readString(place)) : 0;
    events.append((n, time) -> new JobEvent.Started(job.id(), n, time, from, total, 1, 1, 0, 1));
    for (int i = from + 1; i <= total; i++) {
      int step = i;
      switch (control.wanted()) {
        case RunControl.CANCEL -> {
          events.append((n, time) -> new JobEvent.Cancelled(job.id(), n, time, step - 1));
          return;
        }
        case RunControl.PAUSE -> {
          Files.writeString(place, Integer.toString(step - 1));
          events.append((n, time) -> new JobEvent.Paused(job.id(), n, time, step - 1));
          return;
        }
        case RunControl.CONTINUE -> {}
      }
      Thread.sleep(STEP_MILLIS);
      if (job.spec().seed() == step) {
        throw new IOException("No space left on device");
      }
      events.append((n, time) -> new JobEvent.Step(job.id(), n, time, step, 0, 1.0, 0, 0, 0, 0, 0));
      if (step % 5 == 0) {
        Files.writeString(place, Integer.toString(step));
      }
    }
    events.append(
        (n, time) ->
            new JobEvent.Finished(
                job.id(), n, time, total, "result", 1.0, OptionalDouble.empty(), 1));
  }
}
