package studio.timbre.jobs.together;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import studio.timbre.jobs.remote.CallFailure;
import studio.timbre.jobs.remote.CallFailure.Kind;
import studio.timbre.jobs.remote.ProviderCalls;
import studio.timbre.jobs.remote.ProviderFacts.Checkpoint;
import studio.timbre.jobs.remote.ProviderFacts.Estimate;
import studio.timbre.jobs.remote.ProviderFacts.Event;
import studio.timbre.jobs.remote.ProviderFacts.Figures;
import studio.timbre.jobs.remote.ProviderFacts.File;
import studio.timbre.jobs.remote.ProviderFacts.Job;
import studio.timbre.jobs.remote.ProviderFacts.Named;
import studio.timbre.jobs.remote.ProviderFacts.Page;
import studio.timbre.jobs.remote.RestClient;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiStanding;

/** The calls to Together AI. */
final class TogetherCalls implements ProviderCalls {
  private static final String JOBS = "/fine-tunes";

  private final RestClient client;
  private final TogetherReader reader;

  /** What each job that was over when it was looked at last has cost. */
  private final Map<String, Event> prices = new ConcurrentHashMap<>();

  TogetherCalls(RestClient client) {
    this.client = client;
    this.reader = new TogetherReader(client::clean);
  }

  @Override
  public File upload(Path file) throws CallFailure, InterruptedException {
    return upload(file, _ -> {});
  }

  @Override
  public File upload(Path file, LongConsumer sent) throws CallFailure, InterruptedException {
    var words = new LinkedHashMap<String, String>();
    words.put("purpose", "fine-tune");
    words.put("file_name", String.valueOf(file.getFileName()));
    words.put("file_type", "jsonl");
    return identified(reader.file(client.upload("/files/upload", words, file, sent)));
  }

  @Override
  public void breakOffUploads() {
    client.breakOffUploads();
  }

  @Override
  public Page<File> files(Optional<String> after) throws CallFailure, InterruptedException {
    return Page.whole(TogetherReader.list(data(client.get("/files")), reader::file));
  }

  @Override
  public File file(String id) throws CallFailure, InterruptedException {
    return reader.file(client.get("/files/" + escaped(id)));
  }

  @Override
  public void delete(String file) throws CallFailure, InterruptedException {
    client.delete("/files/" + escaped(file));
  }

  @Override
  public Optional<Estimate> estimate(ApiOrder order, ApiStanding standing)
      throws CallFailure, InterruptedException {
    return reader.estimate(
        client.ask(JOBS + "/estimate-price", TogetherOrder.priced(order, standing)));
  }

  @Override
  public Job create(ApiOrder order, ApiStanding standing) throws CallFailure, InterruptedException {
    return identified(reader.job(client.post(JOBS, TogetherOrder.body(order, standing))));
  }

  /**
   * Lists show jobs in a truncated form in which the training file is optional. A job is known by it, so one without is looked at by
   * itself: a list that hides it must not pass for one that has not got the job.
   */
  @Override
  public Page<Job> jobs(Optional<String> after) throws CallFailure, InterruptedException {
    var jobs = new ArrayList<Job>();
    for (var job : TogetherReader.list(data(client.get(JOBS)), reader::job)) {
      boolean isCut = job.trainingFile().isBlank() && !job.id().isBlank();
      jobs.add(isCut ? whole(job) : job);
    }
    return Page.whole(jobs);
  }

  private Job whole(Job cut) throws CallFailure, InterruptedException {
    try {
      return job(cut.id());
    } catch (CallFailure failure) {
      // Deleted between the two calls.
      if (failure.kind() == Kind.MISSING) {
        return cut;
      }
      throw failure;
    }
  }

  @Override
  public Job job(String id) throws CallFailure, InterruptedException {
    var answer = client.get(path(id, ""));
    reader.price(answer).ifPresent(price -> prices.put(id, price));
    return reader.job(answer);
  }

  @Override
  public void cancel(String id) throws CallFailure, InterruptedException {
    client.post(path(id, "/cancel"), JsonNodeFactory.instance.objectNode());
  }

  /** There is no such thing here. */
  @Override
  public void pause(String id) throws CallFailure {
    throw new CallFailure(
        Kind.REFUSED, 0, "no_pause", "Together AI pauses no jobs.", Optional.empty());
  }

  @Override
  public void resume(String id) {
    // Nothing is ever paused.
  }

  /** Words from one list, figures from another. */
  @Override
  public Page<Event> events(String job, Optional<String> after)
      throws CallFailure, InterruptedException {
    var all = new ArrayList<Event>();
    for (var event : data(client.get(path(job, "/events")))) {
      reader.events(event).forEach(all::add);
    }
    all.addAll(metrics(job));
    Optional.ofNullable(prices.get(job)).ifPresent(all::add);
    return Page.whole(all);
  }

  private List<Event> metrics(String job) throws CallFailure, InterruptedException {
    try {
      return TogetherReader.list(
          client.get(path(job, "/metrics")).path("metrics"), reader::figures);
    } catch (CallFailure failure) {
      // A job that has not begun may have none.
      if (failure.kind() == Kind.MISSING) {
        return List.of();
      }
      throw failure;
    }
  }

  @Override
  public Page<Checkpoint> checkpoints(String job, Optional<String> after)
      throws CallFailure, InterruptedException {
    return Page.whole(
        TogetherReader.list(
            data(client.get(path(job, "/checkpoints"))), node -> reader.checkpoint(job, node)));
  }

  /** All figures are in the metrics. */
  @Override
  public List<Figures> results(String file) {
    return List.of();
  }

  @Override
  public Optional<Duration> takeRest() {
    return client.takeRest();
  }

  private JsonNode data(JsonNode answer) throws CallFailure {
    if (!answer.path("data").isArray()) {
      throw client.unreadable();
    }
    return answer.path("data");
  }

  private <T extends Named> T identified(T fact) throws CallFailure {
    if (fact.id().isBlank()) {
      throw client.unreadable();
    }
    return fact;
  }

  private static String path(String job, String rest) {
    return JOBS + "/" + escaped(job) + rest;
  }

  private static String escaped(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    client.close();
  }
}
