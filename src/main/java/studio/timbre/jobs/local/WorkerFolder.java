package studio.timbre.jobs.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.timbre.jobs.JobSpec;
import studio.timbre.json.TrainingSpecJson;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;

/**
 * The folder that a training worker owns:
 *
 * <pre>
 *   spec.json       the job as asked for
 *   train.jsonl     conversations to learn, heldout.jsonl those to measure with
 *   events.jsonl    what happened, one event a line
 *   log.txt         what the process printed
 *   checkpoints/    step-N/, each an adapter with the optimiser's state
 *   result/         the finished adapter, a PEFT folder
 *   control         what is asked of the worker: pause or cancel
 *   worker.lock     held as long as the worker lives
 *   worker.json     which process was started last, and when
 * </pre>
 */
public final class WorkerFolder {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How long a started process may take until it holds the lock. */
  private static final Duration START = Duration.ofMinutes(2);

  private final Path root;

  public WorkerFolder(Path root) {
    this.root = root.toAbsolutePath();
  }

  /** What can be asked of a worker. */
  enum Request {
    PAUSE,
    CANCEL
  }

  public Path root() {
    return root;
  }

  public Path training() {
    return root.resolve("train.jsonl");
  }

  public Path heldOut() {
    return root.resolve("heldout.jsonl");
  }

  public Path events() {
    return root.resolve("events.jsonl");
  }

  public Path log() {
    return root.resolve("log.txt");
  }

  public Path checkpoints() {
    return root.resolve("checkpoints");
  }

  public Path result() {
    return root.resolve("result");
  }

  Path lock() {
    return root.resolve("worker.lock");
  }

  /** As it stands in an event: relative to this folder, with forward slashes. */
  String relative(Path path) {
    return root.relativize(path.toAbsolutePath()).toString().replace('\\', '/');
  }

  /** True where a job was written into this folder. */
  public boolean hasSpec() {
    return Files.exists(root.resolve("spec.json"));
  }

  void writeSpec(JobSpec.Local spec) throws IOException {
    Files.createDirectories(root);
    var node = JSON.createObjectNode();
    node.put("job", spec.id().value());
    node.put("result", pathText(spec.result()));
    node.put("base", spec.base().toAbsolutePath().toString());
    node.put("training", pathText(spec.training()));
    spec.heldOut().ifPresent(file -> node.put("held_out", pathText(file)));
    node.set("settings", JSON.readTree(TrainingSpecJson.write(spec.spec())));
    replace("spec.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node));
  }

  /** Files within the folder stand there by their names alone, so that the folder can be moved. */
  private String pathText(Path file) {
    var path = file.toAbsolutePath();
    return path.startsWith(root) ? relative(path) : path.toString();
  }

  public JobSpec.Local readSpec() throws IOException {
    try {
      var node = JSON.readTree(Files.readString(root.resolve("spec.json")));
      return new JobSpec.Local(
          new JobId(node.path("job").asText()),
          root,
          root.resolve(node.path("result").asText()),
          Path.of(node.path("base").asText()),
          root.resolve(node.path("training").asText()),
          node.has("held_out")
              ? Optional.of(root.resolve(node.path("held_out").asText()))
              : Optional.empty(),
          TrainingSpecJson.read(node.path("settings").toString()));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IOException("spec.json cannot be read", e);
    }
  }

  /** All that happened so far. */
  public List<JobEvent> readEvents() throws IOException {
    return EventTail.readAll(events());
  }

  void ask(Request request) throws IOException {
    replace("control", request.name().toLowerCase(Locale.ROOT));
  }

  void clearRequest() throws IOException {
    Files.deleteIfExists(root.resolve("control"));
  }

  Optional<Request> request() throws IOException {
    var control = root.resolve("control");
    if (!Files.exists(control)) {
      return Optional.empty();
    }
    return switch (Files.readString(control)) {
      case "pause" -> Optional.of(Request.PAUSE);
      case "cancel" -> Optional.of(Request.CANCEL);
      default -> Optional.empty();
    };
  }

  /** Remembers the process that was started to work here. */
  void started(ProcessHandle process) throws IOException {
    var node = JSON.createObjectNode();
    node.put("pid", process.pid());
    node.put("started", process.info().startInstant().orElseGet(Instant::now).toString());
    replace("worker.json", node.toString());
  }

  /** The process that was started last, while it has that number's life and not another's. */
  Optional<ProcessHandle> process() throws IOException {
    var file = root.resolve("worker.json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var node = (ObjectNode) JSON.readTree(Files.readString(file));
    var started = Instant.parse(node.path("started").asText());
    return ProcessHandle.of(node.path("pid").asLong())
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                process
                    .info()
                    .startInstant()
                    .map(begin -> Duration.between(begin, started).abs().toSeconds() < 5)
                    .orElse(false));
  }

  /** True while a worker works here: it holds the lock, or was started just now and has not come so far. */
  public boolean isAlive() throws IOException {
    return WorkerLock.isHeld(lock()) || isStarting();
  }

  private boolean isStarting() throws IOException {
    var file = root.resolve("worker.json");
    return Files.exists(file)
        && Files.getLastModifiedTime(file).toInstant().isAfter(Instant.now().minus(START))
        && process().isPresent();
  }

  /** Whole or not at all, so that no reader sees half of it. */
  private void replace(String name, String text) throws IOException {
    var draft = Files.createTempFile(root, name, ".new");
    Files.writeString(draft, text);
    Files.move(
        draft,
        root.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
