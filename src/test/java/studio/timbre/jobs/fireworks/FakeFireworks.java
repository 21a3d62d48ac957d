package studio.timbre.jobs.fireworks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import studio.timbre.jobs.openai.Multipart;
import studio.timbre.jobs.remote.FakeProvider;
import studio.timbre.jobs.remote.FaultyServer;
import studio.timbre.jobs.remote.FaultyServer.Answer;
import studio.timbre.jobs.remote.FaultyServer.Call;

/** Fireworks AI as its documentation has it. Its figures lie at an address that wants no key. */
public final class FakeFireworks extends FakeProvider {
  static final String ACCOUNT = "accounts/gull";
  private static final String JOBS = "/supervisedFineTuningJobs";
  private static final String PAIRS = "/dpoJobs";
  private static final Set<String> TRAINING =
      Set.of("baseModel", "outputModel", "epochs", "learningRate", "batchSizeSamples");

  /** Data sets that were made; what lies in them is in {@link #files}. */
  final Set<String> made = new TreeSet<>();

  /** Those whose data is complete, as far as anybody has said. */
  private final Set<String> complete = new TreeSet<>();

  /** Looks at a data set until it is ready. */
  int slowDatasets;

  int perPage = 200;
  boolean hasMetrics = true;
  boolean oldMetrics;
  boolean dropsFullNames;
  boolean hidesCode;

  /** Named in place of its own storage. */
  String signedPlace = "";

  private int looksAtDataset;

  @Override
  public String base() {
    return "/v1/" + ACCOUNT;
  }

  @Override
  public boolean isCreate(Call call) {
    return call.is("POST " + JOBS) || call.is("POST " + PAIRS);
  }

  @Override
  protected Set<String> uses(Job job) {
    return Set.of(
        FireworksNames.last(job.request.path("dataset").asText()),
        FireworksNames.last(job.request.path("evaluationDataset").asText("-")));
  }

  @Override
  public String sentAs(String file) {
    return file + ".jsonl";
  }

  @Override
  protected void makeOddly(Random chance) {
    slowDatasets = chance.nextInt(4);
    perPage = chance.nextInt(3) == 0 ? 1 : 200;
    hasMetrics = chance.nextInt(4) > 0;
    oldMetrics = chance.nextBoolean();
    dropsFullNames = chance.nextInt(4) == 0;
  }

  @Override
  protected Answer reply(Call call) throws IOException {
    if (call.path().startsWith("/metrics/")) {
      if (call.key()) {
        violations.add("the key went to a file of somebody else's");
      }
      return metrics(call.path().substring("/metrics/".length()));
    }
    if (call.path().startsWith("/storage/")) {
      return store(call, call.path().substring("/storage/".length()));
    }
    if (!call.key()) {
      violations.add("without the key: " + call.path());
    }
    if (call.path().startsWith(PAIRS)) {
      return jobs(call, PAIRS);
    }
    return call.path().startsWith(JOBS) ? jobs(call, JOBS) : datasets(call);
  }

  private Answer datasets(Call call) throws IOException {
    if (call.is("POST /datasets")) {
      String id = call.json().path("datasetId").asText();
      if (!id.matches("[a-z][a-z0-9-]{0,62}")
          || !call.json().path("dataset").path("userUploaded").isObject()) {
        violations.add("a data set with " + call.json());
      }
      if (!made.add(id)) {
        return FaultyServer.error(409, "dataset already exists");
      }
      return Answer.json(200, dataset(id));
    }
    if (call.is("GET /datasets")) {
      return page(call, "datasets", made.stream().map(this::dataset).toList());
    }
    var parts = call.path().split("[/:]");
    if (parts.length < 3 || !made.contains(parts[2])) {
      return missing();
    }
    String id = parts[2];
    if (call.path().endsWith(":upload")) {
      var form = Multipart.read(call.body(), call.type());
      if (!form.keySet().equals(Set.of("file"))) {
        violations.add("a form with " + form.keySet());
      }
      if (complete.contains(id)) {
        return FaultyServer.error(400, "dataset is not in state UPLOADING");
      }
      files.put(id, form.get("file").bytes());
      complete.add(id);
      looksAtDataset = 0;
      return Answer.json(200, node().put("filename", form.get("file").file()));
    }
    if (call.path().endsWith(":getUploadEndpoint")) {
      return endpoint(id, call.json());
    }
    if (call.path().endsWith(":validateUpload")) {
      if (!files.containsKey(id)) {
        return FaultyServer.error(400, "no files were uploaded");
      }
      complete.add(id);
      looksAtDataset = 0;
      return Answer.json(200, node());
    }
    if (call.method().equals("DELETE")) {
      if (keepsFiles) {
        return FaultyServer.error(403, "You may not delete data sets");
      }
      made.remove(id);
      complete.remove(id);
      files.remove(id);
      return Answer.json(200, node());
    }
    looksAtDataset++;
    return Answer.json(200, dataset(id));
  }

  /** At another name of this computer, as it is somebody else's. */
  private Answer endpoint(String id, JsonNode request) {
    var asked = request.path("filenameToSize");
    if (asked.size() != 1 || !asked.path(id + ".jsonl").asText().matches("[0-9]+")) {
      violations.add("an upload of " + request);
    }
    String place =
        "http://localhost:%d/storage/%s?X-Goog-SignedHeaders=content-type%%3Bhost%%3Bx-goog-content-length-range&X-Goog-Signature=x"
            .formatted(address.getPort(), id);
    var answer = node();
    answer
        .putObject("filenameToSignedUrls")
        .put(id + ".jsonl", signedPlace.isEmpty() ? place : signedPlace);
    return Answer.json(200, answer);
  }

  private Answer store(Call call, String id) {
    String size = String.valueOf(call.body().length);
    if (call.headers().containsKey("authorization")) {
      violations.add("the key went to somebody else's storage");
    }
    if (!call.method().equals("PUT")
        || !call.type().equals("application/octet-stream")
        || !(size + "," + size).equals(call.headers().get("x-goog-content-length-range"))
        || !made.contains(id)) {
      violations.add("something else was put: " + call);
    }
    files.put(id, call.body());
    return new Answer(200, "text/plain", new byte[0]);
  }

  private ObjectNode dataset(String id) {
    boolean isReady = complete.contains(id) && looksAtDataset >= slowDatasets;
    var node = node().put("name", ACCOUNT + "/datasets/" + id).put("displayName", "");
    node.put("createTime", "2026-11-22T08:00:00.123456Z");
    node.put("state", isReady ? "READY" : "UPLOADING").put("exampleCount", "12");
    node.putObject("status").put("code", "OK").put("message", "");
    node.putObject("userUploaded");
    return node;
  }

  /** Jobs with pairs are kept under the name of their list and their own. */
  private Answer jobs(Call call, String list) throws IOException {
    boolean pairs = list.equals(PAIRS);
    if (isCreate(call)) {
      return create(call, pairs);
    }
    if (call.is("GET " + list)) {
      var ofThisKind = listed().stream().filter(job -> isOfPairs(job) == pairs);
      return page(call, list.substring(1), ofThisKind.map(this::job).toList());
    }
    var parts = call.path().split("[/:]");
    var job = jobs.get(pairs ? list.substring(1) + "/" + parts[2] : parts[2]);
    if (job == null) {
      return missing();
    }
    if (call.path().endsWith(":cancel")) {
      if (job.isDone()) {
        return FaultyServer.error(400, "the job is over");
      }
      job.cancelled = true;
      return Answer.json(200, node());
    }
    if (call.path().endsWith(":getMetricsFileEndpoint")) {
      return pairs ? Answer.json(200, node().put("signedUrl", metricsPlace(job))) : missing();
    }
    moveOn(job);
    return Answer.json(200, job(job));
  }

  private static boolean isOfPairs(Job job) {
    return job.id.contains("/");
  }

  private Answer create(Call call, boolean pairs) throws IOException {
    var request = call.json();
    String id = String.valueOf(call.query().get(pairs ? "dpoJobId" : "supervisedFineTuningJobId"));
    var training = pairs ? request.path("trainingConfig") : request;
    var fields = new TreeSet<String>();
    training.fieldNames().forEachRemaining(fields::add);
    fields.removeAll(TRAINING);
    if (pairs) {
      request.fieldNames().forEachRemaining(fields::add);
      fields.removeAll(Set.of("trainingConfig", "lossConfig"));
    } else {
      fields.remove("evaluationDataset");
    }
    fields.removeAll(Set.of("displayName", "dataset"));
    String dataset = request.path("dataset").asText();
    if (!fields.isEmpty()
        || !dataset.startsWith(ACCOUNT + "/datasets/")
        || !id.matches("[a-z][a-z0-9-]{0,62}")
        || pairs && !request.path("lossConfig").path("method").asText().equals("DPO")
        || !training
            .path("outputModel")
            .asText(ACCOUNT + "/models/x")
            .matches(ACCOUNT + "/models/[a-z][a-z0-9-]{0,62}")) {
      violations.add("a job " + id + " with " + request);
    }
    if (!complete.contains(FireworksNames.last(dataset))) {
      return FaultyServer.error(400, "the data set is not ready");
    }
    String key = pairs ? PAIRS.substring(1) + "/" + id : id;
    if (jobs.containsKey(key)) {
      return FaultyServer.error(409, "the job exists already");
    }
    var job = new Job(key, request);
    job.hiddenFor = lag;
    jobs.put(key, job);
    return Answer.json(200, job(job));
  }

  private static Answer page(Call call, String kind, List<ObjectNode> all, int size) {
    int from = Integer.parseInt(call.query().getOrDefault("pageToken", "0"));
    int to = Math.min(all.size(), from + size);
    var answer = node();
    answer.putArray(kind).addAll(all.subList(Math.min(from, to), to));
    return Answer.json(
        200,
        answer.put("nextPageToken", to < all.size() ? "" + to : "").put("totalSize", all.size()));
  }

  private Answer page(Call call, String kind, List<ObjectNode> all) {
    return page(call, kind, new ArrayList<>(all), perPage);
  }

  private String state(Job job) {
    if (job.cancelled) {
      return "JOB_STATE_CANCELLED";
    }
    if (job.step >= STEPS) {
      return fails ? "JOB_STATE_FAILED" : "JOB_STATE_COMPLETED";
    }
    if (oddStates && job.looks % 2 == 1) {
      return "JOB_STATE_MUSING";
    }
    return switch (job.looks) {
      case 0, 1 -> "JOB_STATE_VALIDATING";
      case 2 -> "JOB_STATE_PENDING";
      default -> "JOB_STATE_RUNNING";
    };
  }

  private ObjectNode job(Job job) {
    String state = state(job);
    String id = FireworksNames.last(job.id);
    var node = node().put("state", state).put("displayName", id);
    node.put("name", ACCOUNT + (isOfPairs(job) ? PAIRS : JOBS) + "/" + id);
    node.put("createTime", "2026-11-22T08:00:00.123456Z");
    if (job.isDone()) {
      node.put("completedTime", "2026-11-22T08:10:00.123456Z");
    } else {
      node.putNull("completedTime");
    }
    String dataset = job.request.path("dataset").asText();
    node.put("dataset", dropsFullNames ? FireworksNames.last(dataset) : dataset);
    var asked = isOfPairs(job) ? job.request.path("trainingConfig") : job.request;
    var training = isOfPairs(job) ? node.putObject("trainingConfig") : node;
    training.put("baseModel", asked.path("baseModel").asText()).put("epochs", 3);
    training.put("outputModel", asked.path("outputModel").asText(ACCOUNT + "/models/" + id));
    node.putObject("status")
        .put("code", state.endsWith("FAILED") && !hidesCode ? "INVALID_ARGUMENT" : "OK")
        .put("message", state.endsWith("FAILED") ? "The data has no assistant" : "");
    if (!isOfPairs(job)) {
      node.putObject("estimatedCost")
          .put("currencyCode", "USD")
          .put("units", "1")
          .put("nanos", 250_000_000);
      node.put("metricsFileSignedUrl", metricsPlace(job));
    }
    return node;
  }

  private String metricsPlace(Job job) {
    return job.step > 0 ? address + base() + "/metrics/" + job.id + "?signature=x" : "";
  }

  private Answer metrics(String job) {
    if (!hasMetrics) {
      return new Answer(404, "application/xml", "<Error/>".getBytes(StandardCharsets.UTF_8));
    }
    var lines = new StringBuilder();
    for (int step = 1; step <= jobs.get(job).step; step++) {
      var line = node().put("step", step);
      var data = oldMetrics ? line.putObject("data") : line;
      data.put("train/loss", loss(step)).put("train/lr", 1e-4);
      if (step % 3 == 0) {
        data.put("eval/loss", 0.2 + loss(step));
      }
      lines.append(line).append('\n');
    }
    lines.append("{\"step\":");
    return new Answer(
        200, "application/octet-stream", lines.toString().getBytes(StandardCharsets.UTF_8));
  }
}
