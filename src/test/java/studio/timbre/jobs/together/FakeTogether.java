package studio.timbre.jobs.together;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import studio.timbre.jobs.openai.Multipart;
import studio.timbre.jobs.remote.FakeProvider;
import studio.timbre.jobs.remote.FaultyServer.Answer;
import studio.timbre.jobs.remote.FaultyServer.Call;

/** Together AI as its documentation has it. */
public final class FakeTogether extends FakeProvider {
  private static final Set<String> KNOWN =
      Set.of(
          "model",
          "training_file",
          "validation_file",
          "n_epochs",
          "n_evals",
          "learning_rate",
          "batch_size",
          "suffix",
          "random_seed",
          "training_method");

  private static final Set<String> PRICED =
      Set.of("model", "training_file", "validation_file", "n_epochs", "n_evals", "training_method");

  private final Map<String, String> names = new LinkedHashMap<>();

  /** Lists of jobs may lack the training file. */
  boolean cutsLists;

  boolean hasMetrics = true;

  /** What it expects a job to cost; nothing is said below 0. */
  double estimatedUsd = -1;

  boolean affordable = true;
  boolean isProcessing;

  @Override
  public String base() {
    return "/v1";
  }

  @Override
  public boolean isCreate(Call call) {
    return call.is("POST /fine-tunes");
  }

  @Override
  protected Set<String> uses(Job job) {
    return Set.of(
        job.request.path("training_file").asText(),
        job.request.path("validation_file").asText("-"));
  }

  @Override
  public String sentAs(String file) {
    return names.get(file);
  }

  @Override
  protected void makeOddly(Random chance) {
    cutsLists = chance.nextInt(3) == 0;
    hasMetrics = chance.nextInt(4) > 0;
    isProcessing = chance.nextInt(3) == 0;
    estimatedUsd = chance.nextBoolean() ? 1 : -1;
  }

  @Override
  protected Answer reply(Call call) throws IOException {
    if (!call.key()) {
      violations.add("without the key: " + call.path());
    }
    var parts = call.path().substring(1).split("/");
    return switch (parts[0]) {
      case "files" -> files(call, parts);
      case "fine-tunes" -> jobs(call, parts);
      default -> missing();
    };
  }

  private Answer files(Call call, String[] parts) {
    if (call.is("POST /files/upload")) {
      var form = Multipart.read(call.body(), call.type());
      if (!form.keySet().equals(Set.of("purpose", "file_name", "file_type", "file"))
          || !form.get("purpose").text().equals("fine-tune")
          || !form.get("file_type").text().equals("jsonl")) {
        violations.add("a form with " + form);
      }
      String id = "file-" + (files.size() + names.size() + 1);
      files.put(id, form.get("file").bytes());
      names.put(id, form.get("file_name").text());
      return Answer.json(200, file(id));
    }
    if (call.is("GET /files")) {
      var answer = node();
      files.keySet().forEach(id -> answer.withArray("data").add(file(id)));
      answer.withArray("data");
      return Answer.json(200, answer);
    }
    if (!files.containsKey(parts[1])) {
      return missing();
    }
    if (call.method().equals("DELETE")) {
      if (keepsFiles) {
        return studio.timbre.jobs.remote.FaultyServer.error(403, "You may not delete files");
      }
      files.remove(parts[1]);
      return Answer.json(200, node().put("id", parts[1]).put("deleted", true));
    }
    return Answer.json(200, file(parts[1]));
  }

  private ObjectNode file(String id) {
    return node()
        .put("id", id)
        .put("object", "file")
        .put("created_at", 1_790_000_000L)
        .put("filename", names.get(id))
        .put("bytes", files.get(id).length)
        .put("purpose", "fine-tune")
        .put("Processed", !isProcessing)
        .put("FileType", "jsonl")
        .put("LineCount", 0);
  }

  private Answer jobs(Call call, String[] parts) throws IOException {
    if (isCreate(call)) {
      var request = call.json();
      var fields = new TreeSet<String>();
      request.fieldNames().forEachRemaining(fields::add);
      fields.removeAll(KNOWN);
      if (!fields.isEmpty() || !files.containsKey(request.path("training_file").asText())) {
        violations.add("a job with " + request);
      }
      var job = new Job("ft-" + (jobs.size() + 1), request);
      job.hiddenFor = lag;
      jobs.put(job.id, job);
      return Answer.json(200, job(job));
    }
    if (call.is("POST /fine-tunes/estimate-price")) {
      return estimate(call.json());
    }
    if (call.is("GET /fine-tunes")) {
      var answer = node();
      var data = answer.putArray("data");
      for (var job : listed()) {
        var item = job(job);
        if (cutsLists) {
          item.remove("training_file");
        }
        data.add(item);
      }
      return Answer.json(200, answer);
    }
    var job = jobs.get(parts[1]);
    if (job == null) {
      return missing();
    }
    return switch (parts.length == 2 ? "" : parts[2]) {
      case "" -> {
        moveOn(job);
        yield Answer.json(200, job(job));
      }
      case "cancel" -> {
        job.cancelled |= !job.isDone();
        yield Answer.json(200, job(job));
      }
      case "events" -> Answer.json(200, events(job));
      case "metrics" -> hasMetrics ? Answer.json(200, metrics(job)) : missing();
      case "checkpoints" -> Answer.json(200, checkpoints(job));
      default -> missing();
    };
  }

  private Answer estimate(JsonNode request) {
    var fields = new TreeSet<String>();
    request.fieldNames().forEachRemaining(fields::add);
    fields.removeAll(PRICED);
    if (!fields.isEmpty()
        || !files.containsKey(request.path("training_file").asText())
        || request.path("training_method").path("method").asText().isEmpty()) {
      violations.add("an estimate of " + request);
    }
    if (estimatedUsd < 0) {
      return Answer.json(
          200,
          node()
              .put("estimation_available", false)
              .put("unavailable_reason", "train_file_not_validated"));
    }
    return Answer.json(
        200,
        node()
            .put("estimation_available", true)
            .put("estimated_total_price", estimatedUsd)
            .put("allowed_to_proceed", affordable)
            .put("user_limit", 100)
            .put("estimated_train_token_count", 1_000_000)
            .put("estimated_eval_token_count", 0));
  }

  private String status(Job job) {
    if (job.cancelled) {
      return "cancelled";
    }
    if (job.step >= STEPS) {
      return fails ? "error" : "completed";
    }
    if (oddStates && job.looks % 2 == 1) {
      return "warming_up";
    }
    return switch (job.looks) {
      case 0, 1 -> "pending";
      case 2 -> "queued";
      default -> job.step >= STEPS - 1 ? "uploading" : "running";
    };
  }

  private ObjectNode job(Job job) {
    var node = node().put("id", job.id).put("object", "fine-tune").put("status", status(job));
    node.put("created_at", "2026-11-22T08:00:00.123Z")
        .put("updated_at", "2026-11-22T08:10:00.123Z");
    node.set("training_file", job.request.path("training_file"));
    node.set("model", job.request.path("model"));
    boolean isCounted = job.step > 0;
    node.put("token_count", isCounted ? 1_234_567 : 0)
        .put("total_price", isCounted ? 592_592_160 : 0);
    node.put("n_epochs", 3).put("model_output_name", "gull/voice-8b-Brand_Voice-" + job.id);
    if (status(job).equals("error")) {
      var events = node.putArray("events");
      events.add(event("training_start", "Training begins", 0));
      events.add(event("job_error", "The data has no assistant", 0));
    }
    return node;
  }

  private static ObjectNode event(String type, String message, int total) {
    return node()
        .put("object", "fine-tune-event")
        .put("created_at", "2026-11-22T08:00:01Z")
        .put("level", "info")
        .put("type", type)
        .put("message", message)
        .put("step", 0)
        .put("total_steps", total);
  }

  private ObjectNode events(Job job) {
    var answer = node();
    var data = answer.putArray("data");
    data.add(event("job_pending", "Job started at Sun Nov 22", 0));
    if (job.step > 0) {
      data.add(event("training_start", "Training begins", STEPS));
    }
    return answer;
  }

  private ObjectNode metrics(Job job) {
    var answer = node();
    var lines = answer.putArray("metrics");
    for (int step = 1; step <= job.step; step++) {
      lines
          .addObject()
          .put("timestamp", 1_790_000_000_000_000_000L + step * 1_000_000_000L)
          .put("train/global_step", step)
          .put("train/epoch", 0.1 * step)
          .put("train/loss", loss(step))
          .put("train/grad_norm", 1.21);
      if (step % 3 == 0) {
        lines
            .addObject()
            .put("timestamp", 1_790_000_000_500_000_000L + step * 1_000_000_000L)
            .put("train/global_step", step)
            .put("eval/loss", 0.2 + loss(step));
      }
    }
    return answer;
  }

  private ObjectNode checkpoints(Job job) {
    var answer = node();
    var data = answer.putArray("data");
    for (int step = 3; step <= job.step; step += 3) {
      data.addObject()
          .put("checkpoint_type", step == STEPS ? "Final" : "Intermediate")
          .put("created_at", "2026-11-22T08:05:00Z")
          .put("path", "s3://somewhere/" + step)
          .put("step", step);
    }
    return answer;
  }
}
