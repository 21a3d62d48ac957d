package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.TinyModel;
import studio.timbre.jobs.local.WorkerFolder;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.LoraSpec;
import studio.timbre.model.Message;
import studio.timbre.model.ProjectTotals;
import studio.timbre.model.Role;
import studio.timbre.model.RunState;
import studio.timbre.model.RunSummary;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TrainingSpec;
import studio.timbre.model.UserFacingException;

/** Whole runs with real workers on a model of no size. */
@Timeout(180)
class RunsTest {
  @TempDir Path home;
  private Timbre timbre;
  private ProjectSession project;
  private LibraryModel model;

  @BeforeEach
  void setUp() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(home));
    project = timbre.create(home.resolve("voice.timbre"));
    model = TinyModel.in(home.resolve("tiny"));
    for (int i = 0; i < 12; i++) {
      project.add(conversation(i), Split.TRAINING, Optional.empty());
    }
    for (int i = 0; i < 3; i++) {
      project.add(conversation(100 + i), Split.HELD_OUT, Optional.empty());
    }
  }

  @Test
  void theFirstIdeaOfTheTimeIsCloseToTheCountedOne() throws Exception {
    var training = new ProjectTotals(12, 480, 240, 0);
    var heldOut = new ProjectTotals(3, 120, 60, 0);
    double all = rough(training, heldOut).orElseThrow();
    assertThat(rough(new ProjectTotals(12, 240, 120, 6), heldOut).orElseThrow())
        .as("what is not counted yet is taken to be like the rest")
        .isEqualTo(all);
    assertThat(rough(new ProjectTotals(0, 0, 0, 0), heldOut)).isEmpty();
    assertThat(rough(new ProjectTotals(12, 0, 0, 12), heldOut)).isEmpty();
    var plan = project.runs().plan(model, TrainingSpec.DEFAULT);
    assertThat(all).isCloseTo(plan.seconds().orElseThrow(), withinPercentage(20));
  }

  private OptionalDouble rough(ProjectTotals training, ProjectTotals heldOut) {
    return project.runs().roughSeconds(model, TrainingSpec.DEFAULT, training, heldOut);
  }

  @AfterEach
  void tearDown() {
    project.close();
    timbre.close();
  }

  @Test
  void aRunLearnsWhatIsNotRejectedAndLeavesAnAdapter() throws Exception {
    long rejected = project.add(conversation(50), Split.TRAINING, Optional.empty());
    project.setStatus(Status.REJECTED, rejected);
    var runs = project.runs();
    var id = runs.start(model, spec(10), "First");
    var end = await(id, RunState.FINISHED);
    assertThat(Files.readAllLines(runs.folder(id).resolve("train.jsonl")))
        .hasSize(12)
        .noneMatch(line -> line.contains("number 50"));
    assertThat(Files.readAllLines(runs.folder(id).resolve("heldout.jsonl"))).hasSize(3);
    assertThat(end.journalEntry()).isEqualTo(project.journalPosition());
    assertThat(project.versions().seenBy(id).orElseThrow().state()).isEqualTo(end.journalEntry());
    assertThat(end.step()).isEqualTo(10);
    assertThat(end.adapter().orElseThrow()).isDirectoryContaining("glob:**adapter_config.json");
    assertThat(end.lastEvalLoss().orElseThrow()).isLessThan(end.firstEvalLoss().orElseThrow());
    assertThat(runs.plan(model, spec(10)).measured()).isTrue();
  }

  @Test
  void aReopenedProjectReplaysTheVeryStream() throws Exception {
    var id = project.runs().start(model, spec(6), "First");
    await(id, RunState.FINISHED);
    var first = replay(id);
    project.close();
    project = timbre.open(home.resolve("voice.timbre"));
    assertThat(replay(id)).isEqualTo(first);
    assertThat(first.getFirst()).isInstanceOf(JobEvent.Queued.class);
    assertThat(first.getLast()).isInstanceOf(JobEvent.Finished.class);
  }

  @Test
  void aRunGoesOnWhileTheProjectIsClosedAndShowsAgain() throws Exception {
    var id = project.runs().start(model, spec(400), "Long");
    awaitStep(id, 3);
    project.close();
    var folder = new WorkerFolder(home.resolve("runs").resolve(id.value()));
    assertThat(folder.isAlive()).isTrue();
    project = timbre.open(home.resolve("voice.timbre"));
    assertThat(project.runs().summary(id).state()).isEqualTo(RunState.RUNNING);
    int step = project.runs().summary(id).step();
    awaitStep(id, step + 3);
    project.runs().cancel(id);
    await(id, RunState.CANCELLED);
  }

  @Test
  void pauseAndResumeChangeNothingInTheLosses() throws Exception {
    var whole = project.runs().start(model, spec(120), "Whole");
    await(whole, RunState.FINISHED);
    var id = project.runs().start(model, spec(120), "Paused");
    awaitStep(id, 5);
    project.runs().pause(id);
    var paused = await(id, RunState.PAUSED);
    assertThat(paused.step()).isLessThan(120);
    project.runs().resume(id);
    await(id, RunState.FINISHED);
    assertSameLosses(whole, id);
  }

  @Test
  void aKilledWorkerIsStoppedAndItsResumeChangesNothingInTheLosses() throws Exception {
    var whole = project.runs().start(model, spec(120), "Whole");
    await(whole, RunState.FINISHED);
    var id = project.runs().start(model, spec(120), "Killed");
    awaitStep(id, 12);
    killWorker(id);
    var stopped = await(id, RunState.STOPPED);
    assertThat(stopped.step()).isBetween(12, 119);
    project.runs().resume(id);
    await(id, RunState.FINISHED);
    assertSameLosses(whole, id);
  }

  @Test
  void aLiveRunIsEndedWhenItIsDeleted() throws Exception {
    var id = project.runs().start(model, spec(4000), "Gone");
    awaitStep(id, 2);
    project.runs().delete(id);
    assertThat(project.runs().list()).isEmpty();
    assertThat(project.runs().folder(id)).doesNotExist();
  }

  @Test
  void fewerThanTenConversationsAreToldBeforehandAndRefuseNothing() throws Exception {
    long[] learned = project.ids(ConversationQuery.of(Split.TRAINING));
    project.setStatus(Status.REJECTED, learned[0], learned[1]);
    assertThat(project.runs().plan(model, spec(5)).hasFewExamples()).isFalse();
    project.setStatus(Status.REJECTED, learned[2]);
    var plan = project.runs().plan(model, spec(5));
    assertThat(plan.examples()).isEqualTo(9);
    assertThat(plan.hasFewExamples()).isTrue();
    assertThat(plan.refusal()).isEmpty();
  }

  @Test
  void deletingARunInACopyLeavesItsFilesToTheProjectThatStartedIt() throws Exception {
    var finished = project.runs().start(model, spec(5), "Finished");
    await(finished, RunState.FINISHED);
    var live = project.runs().start(model, spec(4000), "Live");
    awaitStep(live, 2);
    var copy = home.resolve("copy.timbre");
    project.copyTo(copy);
    try (var other = timbre.open(copy)) {
      other.runs().delete(finished);
      other.runs().delete(live);
      assertThat(other.runs().list()).isEmpty();
      var own = other.runs().start(model, spec(5), "The copy's own");
      var folder = other.runs().folder(own);
      assertThat(folder).exists();
      other.runs().delete(own);
      assertThat(folder).doesNotExist();
    }
    assertThat(project.runs().summary(finished).adapter().orElseThrow())
        .isDirectoryContaining("glob:**adapter_model.safetensors");
    awaitStep(live, project.runs().summary(live).step() + 2);
    project.runs().delete(finished);
    assertThat(project.runs().folder(finished)).doesNotExist();
    project.runs().delete(live);
  }

  @Test
  void withoutAnythingToLearnNothingStarts() throws Exception {
    project.setSplit(Split.HELD_OUT, project.ids(ConversationQuery.ALL));
    assertThatThrownBy(() -> project.runs().start(model, spec(5), "Empty"))
        .isInstanceOfSatisfying(
            UserFacingException.class,
            e -> assertThat(e.key()).isEqualTo("error.train.nothingToLearn"));
    assertThat(project.runs().list()).isEmpty();
  }

  @Test
  void aBaseThatBreaksLaterFailsTheRunInWords() throws Exception {
    var id = project.runs().start(model, spec(4000), "Broken");
    awaitStep(id, 2);
    project.runs().pause(id);
    await(id, RunState.PAUSED);
    Files.write(model.path().resolve("model.safetensors"), new byte[] {1, 2, 3});
    project.runs().resume(id);
    await(id, RunState.FAILED);
    var failed = (JobEvent.Failed) replay(id).getLast();
    assertThat(failed.code()).startsWith("error.model");
    assertThat(failed.message()).startsWith("model.safetensors is damaged");
  }

  @Test
  void aFailedRunGoesOnFromItsCheckpointOnceTheFaultIsGone() throws Exception {
    var whole = project.runs().start(model, spec(120), "Whole");
    await(whole, RunState.FINISHED);
    var weights = model.path().resolve("model.safetensors");
    byte[] sound = Files.readAllBytes(weights);
    var id = project.runs().start(model, spec(120), "Failed");
    awaitStep(id, 12);
    project.runs().pause(id);
    int step = await(id, RunState.PAUSED).step();
    Files.write(weights, new byte[] {1, 2, 3});
    project.runs().resume(id);
    await(id, RunState.FAILED);

    Files.write(weights, sound);
    project.runs().resume(id);
    await(id, RunState.FINISHED);
    assertThat(replay(id))
        .filteredOn(JobEvent.Started.class::isInstance)
        .extracting(event -> ((JobEvent.Started) event).fromStep())
        .containsExactly(0, step);
    assertSameLosses(whole, id);
  }

  @Test
  void aRunThatFailedBeforeAnyCheckpointDoesNotGoOn() throws Exception {
    var folder = model.path();
    var id = project.runs().start(model, spec(120), "Failed at once");
    Files.write(folder.resolve("model.safetensors"), new byte[] {1, 2, 3});
    await(id, RunState.FAILED);
    project.runs().resume(id);
    assertThat(project.runs().summary(id).state()).isEqualTo(RunState.FAILED);
  }

  private static Conversation conversation(int number) {
    return Conversation.of(
        Message.of(Role.USER, "What is number " + number + "?"),
        Message.of(Role.ASSISTANT, "The tea is the best there is, number " + number + "."));
  }

  private static TrainingSpec spec(int steps) {
    return new TrainingSpec(
        new LoraSpec(4, 8, LoraSpec.DEFAULT.projections()),
        100,
        OptionalInt.of(steps),
        5e-3,
        TrainingSpec.Schedule.COSINE,
        0.1,
        2,
        1,
        1.0,
        0.0,
        128,
        3,
        5,
        5);
  }

  private void assertSameLosses(JobId whole, JobId other) throws Exception {
    var expected = losses(whole);
    var actual = losses(other);
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (step, loss) ->
            assertThat(actual.get(step)).as("step %d", step).isCloseTo(loss, within(1e-6)));
  }

  /** The newest loss of each step. */
  private Map<Integer, Double> losses(JobId run) throws Exception {
    var losses = new TreeMap<Integer, Double>();
    for (var event : replay(run)) {
      if (event instanceof JobEvent.Step step) {
        losses.put(step.step(), step.trainLoss());
      }
    }
    return losses;
  }

  private List<JobEvent> replay(JobId run) throws Exception {
    var end =
        project.runs().summary(run).state() == RunState.FAILED
            ? JobEvent.Failed.class
            : JobEvent.Finished.class;
    var events = new CopyOnWriteArrayList<JobEvent>();
    try (var _ = project.runs().follow(run, events::add)) {
      while (events.isEmpty() || !end.isInstance(events.getLast())) {
        Thread.sleep(20);
      }
    }
    return events;
  }

  private RunSummary await(JobId run, RunState state) throws Exception {
    var now = project.runs().summary(run);
    while (now.state() != state) {
      assertThat(now.state().isLive() || now.state().canResume() && state != RunState.PAUSED)
          .as("%s, %s", now, Files.readString(project.runs().folder(run).resolve("log.txt")))
          .isTrue();
      Thread.sleep(20);
      now = project.runs().summary(run);
    }
    return now;
  }

  private void awaitStep(JobId run, int step) throws Exception {
    while (project.runs().summary(run).step() < step) {
      assertThat(project.runs().summary(run).state()).isNotEqualTo(RunState.FAILED);
      Thread.sleep(10);
    }
  }

  private void killWorker(JobId run) throws Exception {
    var file = project.runs().folder(run).resolve("worker.json");
    long pid = Long.parseLong(Files.readString(file).replaceAll(".*\"pid\":(\\d+).*", "$1"));
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }
}
