package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.jobs.JobRef;
import studio.timbre.jobs.JobSpec;
import studio.timbre.jobs.local.LocalBackend;
import studio.timbre.jobs.local.WorkerFolder;
import studio.timbre.jobs.local.WorkerLauncher;
import studio.timbre.model.Conversation;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.JobEvent;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.TrainingPlan;
import studio.timbre.model.TrainingSpec;
import studio.timbre.model.UserFacingException;

/** Trains on files, without a project: the folder that the adapter goes to holds all there is to the training. */
public final class FileTraining {

  /**
   * A chat training file as it was read.
   *
   * @param refused broken lines, in file order
   */
  public record Lines(List<Conversation> conversations, List<Refusal> refused) {}

  /**
   * A training that a folder holds.
   *
   * @param state the last event of its stream, empty before the first
   */
  public record Stored(Path base, TrainingSpec spec, Optional<JobEvent> last) {}

  private final MeasuredSpeeds speeds;
  private final Planning planning;
  private final LocalBackend backend;

  /**
   * @param home Timbre's own folder
   */
  FileTraining(Path home) {
    this(home, new WorkerLauncher());
  }

  FileTraining(Path home, WorkerLauncher launcher) {
    this.speeds = new MeasuredSpeeds(home);
    this.planning = new Planning(speeds);
    this.backend = new LocalBackend(launcher);
  }

  public Lines read(Path file) throws UserFacingException {
    var good = new ArrayList<Conversation>();
    var refused = new ArrayList<Refusal>();
    each(file, good::add, refused::add);
    return new Lines(good, refused);
  }

  /** Reads a file that may be too large to be held at once. */
  void each(Path file, Consumer<Conversation> good, Consumer<Refusal> broken)
      throws UserFacingException {
    try (var reader = ConversationReader.open(file)) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        switch (line.get()) {
          case ConversationReader.Line.Good sound -> good.accept(sound.conversation());
          case ConversationReader.Line.Refused(_, var refusal) -> broken.accept(refusal);
          case ConversationReader.Line.Beside _ -> {}
        }
      }
    } catch (IOException e) {
      throw new UserFacingException(
          "error.train.fileUnreadable",
          "%s could not be read, so nothing was started.".formatted(file),
          e,
          file.toString());
    }
  }

  public TrainingPlan plan(
      LibraryModel base, TrainingSpec spec, List<Conversation> training, List<Conversation> heldOut)
      throws UserFacingException {
    return planning.plan(base, spec, new TrainingData(training, heldOut, 0));
  }

  /**
   * Starts a worker in a folder that holds no training yet. The folder takes the worker's files and at the end the adapter.
   *
   * @param events told on a background thread
   */
  public FileRun start(
      Path folder,
      LibraryModel base,
      TrainingSpec spec,
      List<Conversation> training,
      List<Conversation> heldOut,
      Consumer<JobEvent> events)
      throws UserFacingException {
    var files = new WorkerFolder(folder);
    if (files.hasSpec()) {
      throw new UserFacingException(
          "error.train.folderTaken",
          "%s holds a training already. Go on with it by --resume, or choose another folder."
              .formatted(folder),
          folder.toString());
    }
    var data = new TrainingData(training, heldOut, 0);
    data.check();
    var measuredWith = RunFiles.write(files, data);
    var job =
        new JobSpec.Local(
            RunNames.fresh(Instant.now()),
            files.root(),
            files.root(),
            base.path(),
            files.training(),
            measuredWith,
            spec);
    return new FileRun(backend.submit(job, learning(base.path(), events)));
  }

  /** What a folder holds, if it holds a training. */
  public Optional<Stored> stored(Path folder) throws UserFacingException {
    var files = new WorkerFolder(folder);
    if (!files.hasSpec()) {
      return Optional.empty();
    }
    try {
      var spec = files.readSpec();
      var last = files.readEvents().stream().reduce((_, later) -> later);
      return Optional.of(new Stored(spec.base(), spec.spec(), last));
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /** Goes on with the training of a folder, from its last checkpoint; one that still runs is listened to. */
  public FileRun resume(Path folder, Consumer<JobEvent> events) throws UserFacingException {
    var files = new WorkerFolder(folder);
    try {
      var job = files.readSpec();
      long known = files.readEvents().stream().mapToLong(JobEvent::sequence).max().orElse(0);
      return new FileRun(
          backend.resume(new JobRef(job.id(), files.root(), known), learning(job.base(), events)));
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /** Learns the speed at the end of a training, from the steps that are told from now on. */
  private Consumer<JobEvent> learning(Path base, Consumer<JobEvent> events) {
    var told = new ArrayList<JobEvent>();
    return event -> {
      told.add(event);
      if (event instanceof JobEvent.Finished) {
        speeds.learn(base, told);
      }
      events.accept(event);
    };
  }

  /** Where the adapter of a PEFT folder or of a run's folder lies. */
  public static Path adapter(Path folder) throws UserFacingException {
    for (var place : List.of(folder, new WorkerFolder(folder).result())) {
      if (Files.exists(place.resolve("adapter_config.json"))) {
        return place;
      }
    }
    throw new UserFacingException(
        "error.adapter.missing",
        "There is no adapter in %s: a folder with adapter_config.json and adapter_model.safetensors is wanted."
            .formatted(folder),
        folder.toString());
  }

  private static UserFacingException unreadable(Path folder, IOException cause) {
    return new UserFacingException(
        "error.train.folderUnreadable",
        "The training in %s cannot be gone on with, as its files cannot be read. Start it anew in another folder."
            .formatted(folder),
        cause,
        folder.toString());
  }
}
