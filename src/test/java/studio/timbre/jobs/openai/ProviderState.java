package studio.timbre.jobs.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import studio.timbre.jobs.openai.ProviderServer.Answer;
import studio.timbre.jobs.openai.ProviderServer.Call;

/**
 * What a provider has: files and jobs. A job moves on whenever somebody looks at it, so that tests wait for nothing. Switches make it
 * odd in the ways in which real ones are.
 */
public final class ProviderState {
  /** Whose oddities it has. */
  public enum Flavour {
    OPENAI,
    AZURE,
    NEBIUS
  }

  static final int TRAINED_TOKENS = 127_400;
  static final int STEPS = 9;
  private static final long TIME = 1_790_000_000L;

  final Flavour flavour;
  public final Map<String, Multipart.Part> files = new LinkedHashMap<>();
  public final Map<String, Job> jobs = new LinkedHashMap<>();
  final List<String> deleted = new ArrayList<>();

  boolean dropsMetadata;
  boolean ignoresAfter;
  boolean endlessPages;
  boolean shuffledEvents;
  boolean doubledEvents;
  boolean oddEvents;
  boolean oddStates;
  boolean missesEvents;
  boolean base64Results;
  boolean keepsPausing;
  boolean fails;
  boolean oldestJobsFirst;
  boolean hidesHasMore;
  public boolean neverEnds;

  /** Done at the first look. */
  public boolean isQuick;

  /** Looks at the list of jobs before a new one is in it. */
  int lag;

  final ProviderUploads uploads = new ProviderUploads(this);
  public final ModerationState moderation = new ModerationState();
  Predicate<String> keepsFile = _ -> false;
  Random chance = new Random(1);

  private int names;

  /** A job and how far it is. */
  public static final class Job {
    final String id;
    public final JsonNode request;
    int looks;
    int hiddenFor;
    int step;
    public boolean cancelled;
    boolean paused;
    final List<ObjectNode> events = new ArrayList<>();

    Job(String id, JsonNode request) {
      this.id = id;
      this.request = request;
    }
  }

  ProviderState(Flavour flavour) {
    this.flavour = flavour;
  }

  synchronized Answer answer(Call call, Map<String, String> query, String type, byte[] body) {
    var parts = call.path().substring(1).split("/");
    try {
      return switch (parts[0]) {
        case "files" -> files(call, parts, query, type, body);
        case "uploads" -> uploads.answer(parts, type, body);
        case "fine_tuning" -> jobs(call, parts, query, body);
        case "moderations" -> moderation.answer(body);
        case "models" -> Answer.json(200, list(List.of(), query, 20));
        default -> missing();
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer missing() {
    return ProviderServer.error(404, "not_found", "There is no such thing");
  }

  /** A file that has arrived in parts. */
  ObjectNode put(Multipart.Part part) {
    String id = "file-" + ++names;
    files.put(id, part);
    return file(id, part);
  }

  private Answer files(
      Call call, String[] parts, Map<String, String> query, String type, byte[] body) {
    if (parts.length == 1 && call.method().equals("POST")) {
      return Answer.json(200, put(Multipart.read(body, type).get("file")));
    }
    if (parts.length == 1) {
      var all = new ArrayList<ObjectNode>();
      files.forEach((id, part) -> all.addFirst(file(id, part)));
      return Answer.json(200, list(all, query, 10_000));
    }
    var part = files.get(parts[1]);
    if (part == null) {
      return missing();
    }
    if (parts.length == 3) {
      return new Answer(200, "application/octet-stream", part.bytes(), Map.of());
    }
    if (call.method().equals("DELETE")) {
      if (keepsFile.test(parts[1])) {
        return ProviderServer.error(403, "not_yours", "You may not delete files");
      }
      files.remove(parts[1]);
      deleted.add(parts[1]);
      return Answer.json(
          200, node().put("id", parts[1]).put("object", "file").put("deleted", true));
    }
    return Answer.json(200, file(parts[1], part));
  }

  private ObjectNode file(String id, Multipart.Part part) {
    var node = node().put("id", id).put("object", "file").put("bytes", part.bytes().length);
    node.put("created_at", TIME).put("filename", part.file()).put("purpose", "fine-tune");
    return flavour == Flavour.NEBIUS ? node.putNull("status") : node.put("status", "processed");
  }

  private Answer jobs(Call call, String[] parts, Map<String, String> query, byte[] body)
      throws IOException {
    if (parts.length == 2 && call.method().equals("POST")) {
      var request = ProviderServer.JSON.readTree(body);
      if (!files.containsKey(request.path("training_file").asText())) {
        return ProviderServer.error(400, "invalid_file", "There is no such training file");
      }
      var job = new Job("ftjob-" + ++names, request);
      job.hiddenFor = lag;
      jobs.put(job.id, job);
      return Answer.json(200, job(job));
    }
    if (parts.length == 2) {
      var all = new ArrayList<ObjectNode>();
      jobs.values().stream()
          .filter(job -> job.hiddenFor-- <= 0)
          .forEach(job -> all.addFirst(job(job)));
      if (oldestJobsFirst) {
        Collections.reverse(all);
      }
      return Answer.json(200, list(all, query, 20));
    }
    var job = jobs.get(parts[2]);
    if (job == null) {
      return missing();
    }
    if (parts.length == 3) {
      moveOn(job);
      return Answer.json(200, job(job));
    }
    return switch (parts[3]) {
      case "events" -> Answer.json(200, list(events(job), query, 20));
      case "checkpoints" -> Answer.json(200, list(checkpoints(job), query, 10));
      case "cancel" -> {
        job.cancelled |= !isDone(job);
        yield Answer.json(200, job(job));
      }
      case "pause" -> {
        job.paused = true;
        yield Answer.json(200, job(job));
      }
      case "resume" -> {
        job.paused = false;
        keepsPausing = false;
        yield Answer.json(200, job(job));
      }
      default -> missing();
    };
  }

  private void moveOn(Job job) {
    job.looks++;
    if (job.cancelled || job.paused || job.looks < 3 && !isQuick || neverEnds && job.step >= 3) {
      return;
    }
    for (int i = 0; (i < 3 || isQuick) && job.step < STEPS; i++) {
      job.step++;
      if (flavour != Flavour.NEBIUS) {
        job.events.addFirst(metrics(job));
      }
    }
    if (keepsPausing && job.step == 3) {
      job.paused = true;
    }
    if (flavour == Flavour.NEBIUS || job.step == 3) {
      job.events.addFirst(message(job, "Training is under way at " + job.step));
    }
    if (oddEvents) {
      var odd = event(job, "moderation_checks", "Checked in 13 categories");
      odd.putNull("data").put("extra", 1).put("level", "notice");
      job.events.addFirst(odd);
      var bare = node().put("id", "ftevent-" + ++names).put("object", "fine_tuning.job.event");
      bare.putArray("data");
      job.events.addFirst(bare);
    }
  }

  private ObjectNode metrics(Job job) {
    var event = event(job, "metrics", "Step %d/%d".formatted(job.step, STEPS));
    if (job.request.at("/method/type").asText().equals("reinforcement")) {
      var data = event.putObject("data").put("step", job.step).put("total_steps", STEPS);
      var scores = data.putObject("scores").put("train_reward_mean", reward(job.step));
      scores.putArray("graders");
      if (job.step % 3 == 0) {
        scores.put("valid_reward_mean", reward(job.step) - 0.1);
      }
      data.putObject("timing").putObject("step").put("training", 1.5);
      return event;
    }
    event
        .putObject("data")
        .put("step", job.step)
        .put("total_steps", STEPS)
        .put("train_loss", loss(job.step))
        .put("train_mean_token_accuracy", 0.5);
    if (job.step % 3 == 0) {
      event
          .withObject("data")
          .put("valid_loss", 0.1 + loss(job.step))
          .put("full_valid_loss", 0.2 + loss(job.step));
    }
    return event;
  }

  /** Falls from 3 downwards; known to the tests. */
  static double loss(int step) {
    return 3.0 / step;
  }

  /** Rises from below 0. */
  static double reward(int step) {
    return step / 10.0 - 0.5;
  }

  private ObjectNode message(Job job, String text) {
    return event(job, "message", text);
  }

  private ObjectNode event(Job job, String type, String text) {
    return node()
        .put("object", "fine_tuning.job.event")
        .put("id", "ftevent-" + ++names)
        .put("created_at", TIME + 10 + job.step)
        .put("level", "info")
        .put("message", text)
        .put("type", type);
  }

  private List<ObjectNode> events(Job job) {
    var all = new ArrayList<>(job.events);
    if (missesEvents) {
      all.removeIf(event -> event.path("data").path("step").asInt() % 2 == 0);
    }
    if (flavour == Flavour.NEBIUS) {
      Collections.reverse(all);
    }
    if (doubledEvents) {
      all.addAll(List.copyOf(all));
    }
    if (shuffledEvents) {
      Collections.shuffle(all, chance);
    }
    return all;
  }

  private List<ObjectNode> checkpoints(Job job) {
    var all = new ArrayList<ObjectNode>();
    for (int step = 3; step <= job.step; step += 3) {
      var checkpoint = node().put("object", "fine_tuning.job.checkpoint");
      checkpoint.put("id", "ftckpt-" + job.id + "-" + step).put("created_at", TIME + 10 + step);
      checkpoint.put("step_number", step).put("fine_tuning_job_id", job.id);
      if (flavour != Flavour.NEBIUS) {
        checkpoint.put("fine_tuned_model_checkpoint", "ft:model::x:ckpt-step-" + step);
      } else {
        checkpoint.putArray("result_files").add("file-weights");
      }
      checkpoint
          .putObject("metrics")
          .put("step", step)
          .put("train_loss", loss(step))
          .put("valid_loss", 0.2 + loss(step));
      all.addFirst(checkpoint);
    }
    return all;
  }

  boolean isDone(Job job) {
    return job.cancelled || job.step >= STEPS;
  }

  private String status(Job job) {
    if (job.cancelled) {
      return "cancelled";
    }
    if (job.step >= STEPS) {
      return fails ? "failed" : "succeeded";
    }
    if (job.paused) {
      return "paused";
    }
    if (oddStates && job.looks % 2 == 1) {
      return "warming_up";
    }
    return switch (job.looks) {
      case 0, 1 -> flavour == Flavour.NEBIUS ? "running" : "validating_files";
      case 2 -> flavour == Flavour.NEBIUS ? "running" : "queued";
      default -> "running";
    };
  }

  private ObjectNode job(Job job) {
    String status = status(job);
    boolean succeeded = status.equals("succeeded");
    var node = node().put("id", job.id).put("object", "fine_tuning.job").put("created_at", TIME);
    node.put("model", job.request.path("model").asText()).put("status", status);
    node.put("organization_id", flavour == Flavour.NEBIUS ? "" : "org-1").put("seed", 42);
    node.set("training_file", job.request.path("training_file"));
    node.set(
        "validation_file",
        job.request.path("validation_file").isMissingNode()
            ? null
            : job.request.path("validation_file"));
    node.putObject("hyperparameters").put("n_epochs", 3);
    if (flavour == Flavour.NEBIUS) {
      node.putNull("metadata").putNull("method").putNull("integrations").put("trained_tokens", 0);
      node.put("total_steps", STEPS).put("trained_steps", job.step);
    } else if (dropsMetadata) {
      node.putNull("metadata");
    } else {
      node.set("metadata", job.request.path("metadata"));
    }
    if (succeeded && flavour != Flavour.NEBIUS) {
      node.put("trained_tokens", TRAINED_TOKENS);
      node.put("fine_tuned_model", "ft:gpt-4o-mini:org:" + job.id + ":7p4lURel");
    } else {
      node.putNull("fine_tuned_model");
    }
    var results = node.putArray("result_files");
    if (succeeded && flavour != Flavour.NEBIUS) {
      results.add(results(job));
    }
    if (isDone(job)) {
      node.put("finished_at", TIME + 600);
    } else {
      node.putNull("finished_at");
    }
    if (status.equals("failed")) {
      node.putObject("error")
          .put("code", "invalid_training_file")
          .put("message", "Unexpected file format")
          .put("param", "training_file");
    } else {
      node.putNull("error");
    }
    return node;
  }

  private String results(Job job) {
    String id = "file-results-" + job.id;
    String header =
        flavour == Flavour.AZURE
            ? "step,train_loss,train_mean_token_accuracy,valid_loss,validation_mean_token_accuracy,full_valid_loss,full_valid_mean_token_accuracy"
            : "step,train_loss,train_accuracy,valid_loss,valid_mean_token_accuracy";
    var csv = new StringBuilder(header + "\n");
    for (int step = 1; step <= STEPS; step++) {
      csv.append(step)
          .append(',')
          .append(loss(step))
          .append(",0.5,,")
          .append(flavour == Flavour.AZURE ? ",,\n" : "\n");
    }
    byte[] plain = csv.toString().getBytes(StandardCharsets.UTF_8);
    files.put(
        id,
        new Multipart.Part(
            "step_metrics.csv", base64Results ? Base64.getEncoder().encode(plain) : plain));
    return id;
  }

  private ObjectNode list(List<ObjectNode> all, Map<String, String> query, int standard) {
    int limit = Integer.parseInt(query.getOrDefault("limit", "" + standard));
    int from = 0;
    if (query.containsKey("after") && !ignoresAfter) {
      var ids = all.stream().map(each -> each.path("id").asText()).collect(Collectors.toList());
      from = ids.lastIndexOf(query.get("after")) + 1;
    }
    var page = all.subList(Math.min(from, all.size()), Math.min(all.size(), from + limit));
    var node = node().put("object", "list");
    node.putArray("data").addAll(page);
    if (!hidesHasMore) {
      node.put("has_more", endlessPages || from + limit < all.size());
    }
    node.put("first_id", page.isEmpty() ? null : page.getFirst().path("id").asText());
    return node.put("last_id", page.isEmpty() ? null : page.getLast().path("id").asText());
  }

  private static ObjectNode node() {
    return ProviderServer.JSON.createObjectNode();
  }

  /** Uploaded data that no job uses. */
  synchronized List<String> orphans() {
    var used =
        jobs.values().stream()
            .flatMap(
                job ->
                    java.util.stream.Stream.of(
                        job.request.path("training_file").asText(),
                        job.request.path("validation_file").asText()))
            .toList();
    return files.keySet().stream()
        .filter(id -> !id.startsWith("file-results") && !used.contains(id))
        .toList();
  }
}
