package studio.timbre.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;
import studio.timbre.model.TrainingSpec;
import studio.timbre.model.UserFacingException;

class JobRunnerTest {
  private static final JobId JOB = new JobId("job-1");
  private static final Path FOLDER = Path.of("job-1");

  private final MemoryLog log = new MemoryLog();
  private final ScriptedBackend backend = new ScriptedBackend();
  private final JobRunner<JobSpec.Local> runner = new JobRunner<>(backend, log, _ -> {});

  @Test
  void keepsAnEventBeforeAnybodyHearsOfIt() throws Exception {
    var keptWhenHeard = new CopyOnWriteArrayList<Boolean>();
    runner.submit(spec());
    try (var _ = runner.follow(JOB, event -> keptWhenHeard.add(isKept(event)))) {
      backend.tell(remark(1));
      backend.tell(remark(2));
      await(() -> keptWhenHeard.size() == 2);
    }
    assertThat(keptWhenHeard).containsExactly(true, true);
  }

  @Test
  void dropsWhatItKnows() throws Exception {
    log.append(remark(1));
    log.append(remark(2));
    runner.reattach(JOB, FOLDER);
    assertThat(backend.asked.getLast().afterSequence()).isEqualTo(2);
    backend.tell(remark(1));
    backend.tell(remark(2));
    backend.tell(remark(3));
    backend.tell(remark(3));
    assertThat(log.after(JOB, 0)).extracting(JobEvent::sequence).containsExactly(1L, 2L, 3L);
  }

  @Test
  void replaysTheWholeStreamToALateListenerAndGoesOnLive() throws Exception {
    runner.submit(spec());
    for (int i = 1; i <= 50; i++) {
      backend.tell(remark(i));
    }
    var heard = new CopyOnWriteArrayList<Long>();
    try (var _ = runner.follow(JOB, event -> heard.add(event.sequence()))) {
      for (int i = 51; i <= 100; i++) {
        backend.tell(remark(i));
      }
      await(() -> heard.size() == 100);
    }
    assertThat(heard).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void stopsTellingAListenerThatLeft() throws Exception {
    runner.submit(spec());
    var heard = new CopyOnWriteArrayList<Long>();
    var following = runner.follow(JOB, event -> heard.add(event.sequence()));
    backend.tell(remark(1));
    await(() -> heard.size() == 1);
    following.close();
    backend.tell(remark(2));
    Thread.sleep(50);
    assertThat(heard).containsExactly(1L);
  }

  @Test
  void readsTheStateFromTheEventsAndFromTheirEnd() throws Exception {
    runner.submit(spec());
    backend.tell(new JobEvent.Queued(JOB, 1, Instant.EPOCH));
    assertThat(log.state(JOB)).isEqualTo(RunState.QUEUED);
    backend.tell(new JobEvent.Started(JOB, 2, Instant.EPOCH, 0, 10, 1, 5, 0, 100));
    assertThat(log.state(JOB)).isEqualTo(RunState.RUNNING);
    backend.outcome.complete(RunState.STOPPED);
    assertThat(log.state(JOB)).isEqualTo(RunState.STOPPED);
    runner.resume(JOB, FOLDER);
    assertThat(log.state(JOB)).isEqualTo(RunState.QUEUED);
    backend.tell(new JobEvent.Paused(JOB, 3, Instant.EPOCH, 4));
    assertThat(log.state(JOB)).isEqualTo(RunState.PAUSED);
  }

  @Test
  void aJobThatCannotBeStartedAgainCountsAsStopped() throws Exception {
    runner.submit(spec());
    backend.outcome.complete(RunState.STOPPED);
    backend.refusal = Optional.of(new UserFacingException("error.worker.notStarted", "No room."));
    assertThatThrownBy(() -> runner.resume(JOB, FOLDER)).hasMessage("No room.");
    assertThat(log.state(JOB)).isEqualTo(RunState.STOPPED);
    backend.refusal = Optional.empty();
    runner.resume(JOB, FOLDER);
    assertThat(log.state(JOB)).isEqualTo(RunState.QUEUED);
  }

  private boolean isKept(JobEvent event) {
    return log.after(JOB, 0).contains(event);
  }

  private static JobEvent remark(long sequence) {
    return new JobEvent.Log(JOB, sequence, Instant.EPOCH, "remark " + sequence);
  }

  private static JobSpec.Local spec() {
    return new JobSpec.Local(
        JOB, FOLDER, FOLDER, Path.of("b"), Path.of("t"), Optional.empty(), TrainingSpec.DEFAULT);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
      Thread.sleep(10);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  /** Tells what the test says. */
  private static final class ScriptedBackend implements JobBackend<JobSpec.Local> {
    final List<JobRef> asked = new ArrayList<>();
    CompletableFuture<RunState> outcome = new CompletableFuture<>();
    Optional<UserFacingException> refusal = Optional.empty();
    private Consumer<JobEvent> events = _ -> {};

    void tell(JobEvent event) {
      events.accept(event);
    }

    @Override
    public JobHandle submit(JobSpec.Local spec, Consumer<JobEvent> listener) {
      return listen(new JobRef(spec.id(), spec.folder(), 0), listener);
    }

    @Override
    public JobHandle reattach(JobRef job, Consumer<JobEvent> listener) {
      return listen(job, listener);
    }

    @Override
    public JobHandle resume(JobRef job, Consumer<JobEvent> listener) throws UserFacingException {
      if (refusal.isPresent()) {
        throw refusal.get();
      }
      return listen(job, listener);
    }

    private JobHandle listen(JobRef job, Consumer<JobEvent> listener) {
      asked.add(job);
      events = listener;
      outcome = new CompletableFuture<>();
      return new JobHandle() {
        @Override
        public JobId id() {
          return job.id();
        }

        @Override
        public void cancel() {}

        @Override
        public void pause() {}

        @Override
        public CompletableFuture<RunState> outcome() {
          return outcome;
        }

        @Override
        public void close() {}
      };
    }
  }
}
