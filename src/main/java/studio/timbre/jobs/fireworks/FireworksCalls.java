package studio.timbre.jobs.fireworks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import studio.timbre.jobs.remote.CallFailure;
import studio.timbre.jobs.remote.CallFailure.Kind;
import studio.timbre.jobs.remote.ProviderCalls;
import studio.timbre.jobs.remote.ProviderFacts.Checkpoint;
import studio.timbre.jobs.remote.ProviderFacts.Event;
import studio.timbre.jobs.remote.ProviderFacts.Figures;
import studio.timbre.jobs.remote.ProviderFacts.File;
import studio.timbre.jobs.remote.ProviderFacts.FileState;
import studio.timbre.jobs.remote.ProviderFacts.Job;
import studio.timbre.jobs.remote.ProviderFacts.Named;
import studio.timbre.jobs.remote.ProviderFacts.Page;
import studio.timbre.jobs.remote.RestClient;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiStanding;

/**
 * The calls to Fireworks AI. A file becomes a data set, which is made and then filled. Both it and the job get names of ours, so that
 * a repeated call is refused as there already, and never makes a second one.
 */
final class FireworksCalls implements ProviderCalls {
  private static final String DATASETS = "/datasets";
  private static final String JOBS = "/supervisedFineTuningJobs";
  private static final int EXISTS = 409;
  private static final int PAGE = 200;

  private final RestClient client;
  private final FireworksNames names;
  private final FireworksReader reader;
  private final FireworksNews news;

  FireworksCalls(RestClient client, FireworksNames names, URI address) {
    this.client = client;
    this.names = names;
    this.reader = new FireworksReader(client::clean);
    this.news = new FireworksNews(client, reader, address);
  }

  @Override
  public File upload(Path file) throws CallFailure, InterruptedException {
    String name = String.valueOf(file.getFileName());
    String id = FireworksNames.dataset(name);
    if (!make(id)) {
      var known = file(id);
      if (known.state() == FileState.USABLE) {
        return known;
      }
    }
    client.upload(path(DATASETS, id, ":upload"), Map.of(), file);
    return identified(file(id));
  }

  /** Returns false where the data set is there already: by an earlier try of ours, as nobody else uses its name. */
  private boolean make(String id) throws CallFailure, InterruptedException {
    var body = JsonNodeFactory.instance.objectNode().put("datasetId", id);
    body.putObject("dataset").putObject("userUploaded");
    try {
      client.post(DATASETS, body);
      return true;
    } catch (CallFailure failure) {
      if (failure.status() == EXISTS) {
        return false;
      }
      throw failure;
    }
  }

  @Override
  public Page<File> files(Optional<String> after) throws CallFailure, InterruptedException {
    return page(DATASETS, after, reader::dataset);
  }

  @Override
  public File file(String id) throws CallFailure, InterruptedException {
    return reader.dataset(client.get(path(DATASETS, id, "")));
  }

  @Override
  public void delete(String file) throws CallFailure, InterruptedException {
    client.delete(path(DATASETS, file, ""));
  }

  @Override
  public Job create(ApiOrder order, ApiStanding standing) throws CallFailure, InterruptedException {
    String id = FireworksNames.job(order.id());
    var answer = client.post(JOBS + "?supervisedFineTuningJobId=" + id, body(order, standing));
    return identified(reader.job(answer));
  }

  /** An adapter is trained; the rate is the rate itself. There is no seed and no metadata. */
  private ObjectNode body(ApiOrder order, ApiStanding standing) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("displayName", FireworksNames.job(order.id()));
    body.put("baseModel", order.model());
    body.put("dataset", names.full("datasets", standing.trainingFile().orElseThrow()));
    standing
        .validationFile()
        .ifPresent(file -> body.put("evaluationDataset", names.full("datasets", file)));
    order
        .suffix()
        .map(suffix -> FireworksNames.model(suffix, order.id()))
        .ifPresent(model -> body.put("outputModel", names.full("models", model)));
    var numbers = order.recipe().numbers();
    numbers.epochs().ifPresent(epochs -> body.put("epochs", epochs));
    numbers.learningRate().ifPresent(rate -> body.put("learningRate", rate));
    numbers.batchSize().ifPresent(size -> body.put("batchSizeSamples", size));
    return body;
  }

  @Override
  public Page<Job> jobs(Optional<String> after) throws CallFailure, InterruptedException {
    return page(JOBS, after, reader::job);
  }

  @Override
  public Job job(String id) throws CallFailure, InterruptedException {
    var answer = client.get(path(JOBS, id, ""));
    var job = reader.job(answer);
    news.note(job, answer);
    return job;
  }

  @Override
  public void cancel(String id) throws CallFailure, InterruptedException {
    client.post(path(JOBS, id, ":cancel"), JsonNodeFactory.instance.objectNode());
  }

  /** Fireworks pauses jobs by itself, as for an unpaid account, but not when it is asked to. */
  @Override
  public void pause(String id) throws CallFailure {
    throw new CallFailure(
        Kind.REFUSED, 0, "no_pause", "Fireworks AI pauses no jobs when asked.", Optional.empty());
  }

  @Override
  public void resume(String id) throws CallFailure, InterruptedException {
    client.post(path(JOBS, id, ":resume"), JsonNodeFactory.instance.objectNode());
  }

  @Override
  public Page<Event> events(String job, Optional<String> after) throws InterruptedException {
    return Page.whole(news.of(job));
  }

  /** No list of checkpoints is known. */
  @Override
  public Page<Checkpoint> checkpoints(String job, Optional<String> after) {
    return Page.whole(List.of());
  }

  @Override
  public List<Figures> results(String file) throws CallFailure, InterruptedException {
    return news.figures(file);
  }

  @Override
  public Optional<Duration> takeRest() {
    return client.takeRest();
  }

  private <T extends Named> Page<T> page(
      String kind, Optional<String> after, Function<JsonNode, T> item)
      throws CallFailure, InterruptedException {
    var answer = client.get(page(kind, after));
    if (!FireworksReader.isPage(answer, kind.substring(1))) {
      throw client.unreadable();
    }
    return reader.page(answer, kind.substring(1), item);
  }

  private <T extends Named> T identified(T fact) throws CallFailure {
    if (fact.id().isBlank()) {
      throw client.unreadable();
    }
    return fact;
  }

  private static String path(String kind, String id, String verb) {
    return kind + "/" + escaped(id) + verb;
  }

  private static String page(String kind, Optional<String> token) {
    return kind + "?pageSize=" + PAGE + token.map(text -> "&pageToken=" + escaped(text)).orElse("");
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    client.close();
  }
}
