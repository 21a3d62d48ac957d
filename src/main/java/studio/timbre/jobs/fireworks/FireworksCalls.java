package studio.timbre.jobs.fireworks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import studio.timbre.jobs.fireworks.FireworksJobName.Kind;
import studio.timbre.jobs.remote.CallFailure;
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
  private static final int EXISTS = 409;
  private static final int PAGE = 200;

  private final RestClient client;
  private final FireworksNames names;
  private final FireworksReader reader;
  private final FireworksNews news;
  private final FireworksUpload filling;

  /**
   * @param mostAtOnce bytes of a file that goes in one request
   */
  FireworksCalls(RestClient client, FireworksNames names, long mostAtOnce) {
    this.client = client;
    this.filling = new FireworksUpload(client, mostAtOnce);
    this.names = names;
    this.reader = new FireworksReader(client::clean);
    this.news = new FireworksNews(client, reader);
  }

  @Override
  public File upload(Path file) throws CallFailure, InterruptedException {
    return upload(file, _ -> {});
  }

  @Override
  public File upload(Path file, LongConsumer sent) throws CallFailure, InterruptedException {
    String name = String.valueOf(file.getFileName());
    String id = FireworksNames.dataset(name);
    if (!make(id)) {
      var known = file(id);
      if (known.state() == FileState.USABLE) {
        return known;
      }
    }
    filling.fill(path(DATASETS, id, ""), file, sent);
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
  public void breakOffUploads() {
    client.breakOffUploads();
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
    var kind = Kind.of(order.recipe().method());
    String name = "?" + kind.nameOfNew() + "=" + FireworksNames.job(order.id());
    var body = FireworksOrder.body(order, standing, names);
    return identified(reader.job(kind, client.post("/" + kind.list() + name, body)));
  }

  /** The pages of one list, and behind them those of the next: each way of training has a list of its own. */
  @Override
  public Page<Job> jobs(Optional<String> after) throws CallFailure, InterruptedException {
    var place = FireworksJobName.of(after.orElse(""));
    var kind = place.kind();
    var token = Optional.of(place.id()).filter(text -> !text.isEmpty());
    var page = page("/" + kind.list(), token, node -> reader.job(kind, node));
    if (page.more()) {
      var next = page.next().map(text -> new FireworksJobName(kind, text).text());
      return new Page<>(page.items(), true, next);
    }
    return kind == Kind.SUPERVISED
        ? new Page<>(page.items(), true, Optional.of(Kind.PREFERENCE.list() + "/"))
        : page;
  }

  @Override
  public Job job(String id) throws CallFailure, InterruptedException {
    var name = FireworksJobName.of(id);
    var answer = client.get(path(name, ""));
    var job = reader.job(name.kind(), answer);
    news.note(job, answer);
    return job;
  }

  @Override
  public void cancel(String id) throws CallFailure, InterruptedException {
    client.post(path(FireworksJobName.of(id), ":cancel"), JsonNodeFactory.instance.objectNode());
  }

  /** Fireworks pauses jobs by itself, as for an unpaid account, but not when it is asked to. */
  @Override
  public void pause(String id) throws CallFailure {
    throw new CallFailure(
        CallFailure.Kind.REFUSED,
        0,
        "no_pause",
        "Fireworks AI pauses no jobs when asked.",
        Optional.empty());
  }

  @Override
  public void resume(String id) throws CallFailure, InterruptedException {
    client.post(path(FireworksJobName.of(id), ":resume"), JsonNodeFactory.instance.objectNode());
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

  static String path(FireworksJobName job, String verb) {
    return path("/" + job.kind().list(), job.id(), verb);
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
