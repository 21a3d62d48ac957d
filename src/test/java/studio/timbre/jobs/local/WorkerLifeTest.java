package studio.timbre.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.jobs.JobHandle;
import studio.timbre.jobs.JobRef;
import studio.timbre.jobs.JobSpec;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.LoraSpec;
import studio.timbre.model.RunState;
import studio.timbre.model.TrainingSpec;

/** Lives and deaths of worker processes, with real processes that only pretend to train. */
@Timeout(60)
class WorkerLifeTest {
  private static final JobId JOB = new JobId("job-1");

  @TempDir Path folder;
  private final List<JobEvent> heard = new CopyOnWriteArrayList<>();
  private final LocalBackend backend = new LocalBackend(new WorkerLauncher(PacedWorker.class));

  @Test
  void tellsEverythingInOrderAndEnds() throws Exception {
    var handle = backend.submit(job(5, 0), heard::add);
    assertThat(end(handle)).isEqualTo(RunState.FINISHED);
    assertThat(heard)
        .extracting(JobEvent::sequence)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(heard.getFirst()).isInstanceOf(JobEvent.Queued.class);
    assertThat(heard.getLast()).isInstanceOf(JobEvent.Finished.class);
  }

  @Test
  void aKilledWorkerCountsAsStoppedAndGoesOnFromWhatItSaved() throws Exception {
    var handle = backend.submit(job(60, 0), heard::add);
    awaitStep(12);
    kill();
    assertThat(end(handle)).isEqualTo(RunState.STOPPED);
    int before = heard.size();
    var resumed = backend.resume(ref(), heard::add);
    assertThat(end(resumed)).isEqualTo(RunState.FINISHED);
    var begin = (JobEvent.Started) heard.get(before);
    assertThat(begin.fromStep()).isPositive().isEqualTo(begin.fromStep() / 5 * 5);
    assertThat(heard).extracting(JobEvent::sequence).isSorted().doesNotHaveDuplicates();
    assertThat(heard.getLast()).isInstanceOf(JobEvent.Finished.class);
  }

  @Test
  void aPausedWorkerGoesOnWhereItWas() throws Exception {
    var handle = backend.submit(job(40, 0), heard::add);
    awaitStep(3);
    handle.pause();
    assertThat(end(handle)).isEqualTo(RunState.PAUSED);
    var paused = (JobEvent.Paused) heard.getLast();
    var resumed = backend.resume(ref(), heard::add);
    assertThat(end(resumed)).isEqualTo(RunState.FINISHED);
    assertThat(heard)
        .anySatisfy(
            event ->
                assertThat(event)
                    .isInstanceOfSatisfying(
                        JobEvent.Started.class,
                        started -> assertThat(started.fromStep()).isEqualTo(paused.step())));
    assertThat(heard.stream().filter(JobEvent.Step.class::isInstance)).hasSize(40);
  }

  @Test
  void aCancelledWorkerEndsWithinAStep() throws Exception {
    var handle = backend.submit(job(1000, 0), heard::add);
    awaitStep(3);
    handle.cancel();
    assertThat(end(handle)).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void aPoliteEndOfTheProcessIsAPause() throws Exception {
    var handle = backend.submit(job(1000, 0), heard::add);
    awaitStep(3);
    worker().destroy();
    assertThat(end(handle)).isEqualTo(RunState.PAUSED);
  }

  @Test
  void aRestingJobCanBeCancelled() throws Exception {
    var handle = backend.submit(job(1000, 0), heard::add);
    awaitStep(1);
    kill();
    assertThat(end(handle)).isEqualTo(RunState.STOPPED);
    handle.cancel();
    assertThat(heard.getLast()).isInstanceOf(JobEvent.Cancelled.class);
    assertThat(end(backend.reattach(ref(), heard::add))).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void aFaultIsToldInWords() throws Exception {
    var handle = backend.submit(job(10, 2), heard::add);
    assertThat(end(handle)).isEqualTo(RunState.FAILED);
    var failed = (JobEvent.Failed) heard.getLast();
    assertThat(failed.code()).isEqualTo("disk_full");
    assertThat(failed.message()).startsWith("The disk is full");
    assertThat(failed.detail())
        .hasValueSatisfying(text -> assertThat(text).contains("IOException"));
  }

  @Test
  void aProcessThatCannotEvenStartIsToldInWords() throws Exception {
    var broken = new LocalBackend(new WorkerLauncher(WorkerLifeTest.class));
    var handle = broken.submit(job(10, 0), heard::add);
    assertThat(end(handle)).isEqualTo(RunState.FAILED);
    assertThat(((JobEvent.Failed) heard.getLast()).code()).isEqualTo("worker_not_started");
  }

  @Test
  void theWorkOutlivesTheProgramThatAskedForIt() throws Exception {
    new WorkerFolder(folder).writeSpec(job(80, 0));
    var window = ChildJvm.of(Window.class, 1, List.of(folder.toString()));
    window.environment().put("TIMBRE_TEST_SECRET", "never passed on");
    var process = window.inheritIO().start();
    var worker = new WorkerFolder(folder);
    while (!worker.isAlive()) {
      Thread.sleep(20);
    }
    var handle = backend.reattach(new JobRef(JOB, folder, 0), heard::add);
    awaitStep(2);
    process.destroyForcibly().waitFor();
    int then = heard.size();
    assertThat(end(handle)).isEqualTo(RunState.FINISHED);
    assertThat(heard.size()).isGreaterThan(then);
  }

  @Test
  void aSecondWorkerKeepsOut() throws Exception {
    var handle = backend.submit(job(1000, 0), heard::add);
    awaitStep(1);
    var second = new WorkerLauncher(PacedWorker.class).start(new WorkerFolder(folder));
    assertThat(second.waitFor()).isEqualTo(WorkerProcess.BUSY);
    handle.cancel();
    assertThat(end(handle)).isEqualTo(RunState.CANCELLED);
  }

  /** Starts the worker of a folder and stays, as a window does. */
  static final class Window {
    public static void main(String[] arguments) throws Exception {
      var spec = new WorkerFolder(Path.of(arguments[0])).readSpec();
      new LocalBackend(new WorkerLauncher(PacedWorker.class)).submit(spec, _ -> {});
      Thread.sleep(100_000);
    }
  }

  private JobSpec.Local job(int steps, int faultAt) {
    var d = TrainingSpec.DEFAULT;
    var spec =
        new TrainingSpec(
            LoraSpec.DEFAULT,
            1,
            OptionalInt.empty(),
            1e-4,
            d.schedule(),
            0,
            1,
            1,
            1,
            0,
            steps,
            faultAt,
            0,
            0);
    return new JobSpec.Local(
        JOB,
        folder,
        folder,
        Path.of("base"),
        folder.resolve("train.jsonl"),
        Optional.empty(),
        spec);
  }

  private JobRef ref() {
    return new JobRef(JOB, folder, heard.getLast().sequence());
  }

  private ProcessHandle worker() throws Exception {
    return new WorkerFolder(folder).process().orElseThrow();
  }

  private void kill() throws Exception {
    worker().destroyForcibly();
  }

  private static RunState end(JobHandle handle) throws Exception {
    return handle.outcome().get(30, TimeUnit.SECONDS);
  }

  private void awaitStep(int step) throws InterruptedException {
    await(event -> event instanceof JobEvent.Step done && done.step() >= step);
  }

  private void await(Predicate<JobEvent> wanted) throws InterruptedException {
    while (heard.stream().noneMatch(wanted)) {
      assertThat(heard).noneMatch(JobEvent.Failed.class::isInstance);
      Thread.sleep(10);
    }
  }

  @Test
  void theFolderSaysWhoWorksThere() throws Exception {
    var worker = new WorkerFolder(folder);
    assertThat(worker.isAlive()).isFalse();
    var handle = backend.submit(job(1000, 0), heard::add);
    assertThat(worker.isAlive()).isTrue();
    awaitStep(1);
    assertThat(worker.isAlive()).isTrue();
    kill();
    end(handle);
    assertThat(worker.isAlive()).isFalse();
    // A number given to another process since must not count.
    Files.writeString(
        folder.resolve("worker.json"),
        "{\"pid\":" + ProcessHandle.current().pid() + ",\"started\":\"2020-01-01T00:00:00Z\"}");
    assertThat(worker.isAlive()).isFalse();
  }
}
