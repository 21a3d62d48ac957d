package studio.timbre.jobs.remote;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import studio.timbre.model.ApiKey;
import studio.timbre.model.PrivateAddress;

/** Calls that send and answer JSON, for providers whose interface is no SDK's. The key goes to one address alone. */
public final class RestClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What creates something is waited for long: an answer that is missed has to be looked for. */
  public static final Duration FOR_BODIES = Duration.ofMinutes(10);

  /** A large body is given the time that a slow line needs. */
  private static final long SLOWEST_BYTES_PER_SECOND = 50_000;

  private final String base;
  private final ApiKey key;
  private final Duration patience;
  private final Duration forBodies;
  private final OneShot line = new OneShot();
  private final ProviderWords words;
  private final Failures failures;
  private volatile Optional<Duration> asksToRest = Optional.empty();

  /** Waits as long for what has a body as for what has none. */
  public RestClient(URI address, ApiKey key, Duration patience, Pace pace) {
    this(address, key, patience, Duration.ZERO, pace);
  }

  /**
   * @param address that {@link SafeAddress} has let pass
   * @param patience for one exchange without a body of ours
   * @param forBodies what is added where there is one
   */
  public RestClient(URI address, ApiKey key, Duration patience, Duration forBodies, Pace pace) {
    this.base = SafeAddress.base(address);
    this.key = key;
    this.patience = patience;
    this.forBodies = forBodies;
    this.words = new ProviderWords(key);
    this.failures = new Failures(words, pace);
  }

  /** A provider's words, fit to be shown and kept. */
  public String clean(String text) {
    return words.clean(text);
  }

  public JsonNode get(String path) throws CallFailure, InterruptedException {
    return tree(send(request(path).GET().build(), patience));
  }

  public JsonNode post(String path, JsonNode body) throws CallFailure, InterruptedException {
    return tree(send(json(path, body), patience.plus(forBodies)));
  }

  /** The same for a question, which creates nothing and is not waited for long. */
  public JsonNode ask(String path, JsonNode body) throws CallFailure, InterruptedException {
    return tree(send(json(path, body), patience));
  }

  private HttpRequest json(String path, JsonNode body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body.toString()))
        .build();
  }

  /**
   * Sends a form of words and one file, whose part has the name {@code file}. {@link #breakOffUploads} ends it.
   *
   * @param sent told bytes of the file, on any thread
   */
  public JsonNode upload(String path, Map<String, String> fields, Path file, LongConsumer sent)
      throws CallFailure, InterruptedException {
    var form = FormBody.of(fields, file);
    var body = form.publisher(sent);
    var request = request(path).header("Content-Type", form.contentType()).POST(body).build();
    return tree(sendData(request, size(file)));
  }

  /**
   * Puts a file at an address that the provider has named, without the key. {@link #breakOffUploads} ends it.
   *
   * @param address that {@link #named} has let pass
   * @param headers the only ones of ours
   * @param sent told bytes of the file, on any thread
   */
  public void putOpenly(URI address, Map<String, String> headers, Path file, LongConsumer sent)
      throws CallFailure, InterruptedException {
    var request = HttpRequest.newBuilder(address);
    headers.forEach(request::header);
    try {
      var body = new CountedBody(BodyPublishers.ofFile(file), sent);
      sendData(request.PUT(body).build(), size(file));
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    } catch (CallFailure failure) {
      if (failure.mayPass() || failure.mayHaveHappened()) {
        throw failure;
      }
      // Somebody else's no says nothing of the key, nor of the account.
      throw new CallFailure(
          CallFailure.Kind.REFUSED,
          failure.status(),
          "storage_refused",
          failure.words(),
          Optional.empty());
    }
  }

  private HttpResponse<byte[]> sendData(HttpRequest request, long bytes)
      throws CallFailure, InterruptedException {
    var longest = patience.plus(forBodies).plusSeconds(bytes / SLOWEST_BYTES_PER_SECOND);
    return send(() -> line.sendBreakably(request, longest));
  }

  /** Cuts the connection on which data is on its way, and lets none begin any more. On any thread. */
  public void breakOffUploads() {
    line.breakOff();
  }

  public void delete(String path) throws CallFailure, InterruptedException {
    var answer = send(request(path).DELETE().build(), patience);
    // A gateway's page with the status of success has deleted nothing.
    if (answer.body().length > 0) {
      tree(answer);
    }
  }

  /**
   * An address that the provider has named, for what needs no key: by https, or on this computer where the provider itself is there.
   * No provider far away can send us to a machine near us.
   */
  public URI named(String text) throws CallFailure {
    try {
      var named = URI.create(text);
      var host = Optional.ofNullable(named.getHost());
      boolean isNearBoth =
          PrivateAddress.isThisComputer(URI.create(base).getHost()) && PrivateAddress.is(named);
      if (host.isPresent() && (isNearBoth || "https".equalsIgnoreCase(named.getScheme()))) {
        return named;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw failures.unreadable();
  }

  /**
   * Fetches what lies at an address that the provider has named, without the key.
   *
   * @param address that {@link #named} has let pass
   */
  public byte[] fetchOpenly(URI address) throws CallFailure, InterruptedException {
    return send(HttpRequest.newBuilder(address).GET().build(), patience).body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Accept", "application/json")
        .header("User-Agent", "timbre")
        .header("Authorization", "Bearer " + key.reveal());
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Exchange {
    HttpResponse<byte[]> take() throws IOException, InterruptedException;
  }

  private HttpResponse<byte[]> send(HttpRequest request, Duration longest)
      throws CallFailure, InterruptedException {
    return send(() -> line.send(request, longest));
  }

  private HttpResponse<byte[]> send(Exchange exchange) throws CallFailure, InterruptedException {
    HttpResponse<byte[]> answer;
    try {
      answer = exchange.take();
    } catch (IOException e) {
      throw failures.unsent(e);
    }
    RateHeaders.untilReset(answer.headers()).ifPresent(rest -> asksToRest = Optional.of(rest));
    if (answer.statusCode() >= 300) {
      throw failures.refused(answer.statusCode(), answer.headers(), parsed(answer.body()));
    }
    return answer;
  }

  /** An object or a list; an empty answer is none of either. */
  private JsonNode tree(HttpResponse<byte[]> answer) throws CallFailure {
    var tree = parsed(answer.body());
    if (tree.isContainerNode()) {
      return tree;
    }
    throw failures.unreadable();
  }

  private static JsonNode parsed(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      // HTML of a gateway, or the first half of an answer.
      return MissingNode.getInstance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For an answer that lacks what the call was about. */
  public CallFailure unreadable() {
    return failures.unreadable();
  }

  /** How long the provider has asked to be left alone since this was asked last. */
  public Optional<Duration> takeRest() {
    var rest = asksToRest;
    asksToRest = Optional.empty();
    return rest;
  }

  @Override
  public void close() {
    line.close();
  }
}
