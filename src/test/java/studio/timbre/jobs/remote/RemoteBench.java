package studio.timbre.jobs.remote;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import studio.timbre.jobs.JobHandle;
import studio.timbre.jobs.JobRef;
import studio.timbre.jobs.JobSpec;
import studio.timbre.model.ApiKey;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.ApiStanding;
import studio.timbre.model.Connection;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.Provider;
import studio.timbre.model.RunState;

/** A provider with an interface of its own, a backend and one order. */
public final class RemoteBench implements AutoCloseable {
  public static final String KEY = "key-canary-2b7e151628aed2a6abf7158809cf4f3c";
  private static final String LINE =
      "{\"messages\":[{\"role\":\"user\",\"content\":\"Olá\"},{\"role\":\"assistant\",\"content\":\"Oi\"}]}\n";

  public final FaultyServer server;
  public final MemoryLedger ledger = new MemoryLedger();
  public final QuickPace pace = new QuickPace();
  public final JobId job = new JobId("job-20261122-080000-00c0ffee");
  public ApiOrder order;

  private final RemoteBackend backend;

  /** Conversations in the data. */
  public int lines = 12;

  private final Path folder;
  private final ProviderDialect dialect;

  public RemoteBench(
      Path folder,
      FakeProvider fake,
      Provider provider,
      Function<Duration, ProviderDialect> dialect)
      throws IOException {
    this(folder, fake, provider, dialect.apply(Duration.ofSeconds(5)));
  }

  public RemoteBench(Path folder, FakeProvider fake, Provider provider, ProviderDialect dialect)
      throws IOException {
    this.folder = folder;
    this.dialect = dialect;
    this.server = new FaultyServer(KEY, fake);
    this.backend = new RemoteBackend(ledger, _ -> Optional.of(new ApiKey(KEY)), _ -> dialect, pace);
    this.order = order(server.address(), provider, ApiRecipe.of("gull/voice-8b"));
  }

  public ApiOrder order(URI address, Provider provider, ApiRecipe recipe) {
    var numbers = new ApiNumbers(OptionalInt.of(3), OptionalInt.empty(), OptionalDouble.empty());
    return new ApiOrder(
        job,
        "Voice",
        new Connection("c", "Test", provider, address),
        Optional.empty(),
        recipe.withNumbers(numbers).withSuffix(Optional.of("Brand_Voice")),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        pace.now());
  }

  /** Orders the same otherwise. */
  public void order(ApiRecipe recipe) {
    order(recipe, order.agreedUsd());
  }

  /** The same at a price that a person has agreed to. */
  public void agree(double usd) {
    order(order.recipe(), OptionalDouble.of(usd));
  }

  private void order(ApiRecipe recipe, OptionalDouble agreedUsd) {
    order =
        new ApiOrder(
            order.id(),
            order.name(),
            order.connection(),
            order.keyVariable(),
            recipe,
            agreedUsd,
            order.journalEntry(),
            order.created());
  }

  /** Writes the data and begins the job. What a provider takes no validation file for is sent without. */
  public JobHandle submit(boolean withValidation) throws Exception {
    ledger.put(order);
    Files.createDirectories(folder);
    boolean measures = withValidation && dialect.measuresOnOtherData(order.recipe().method());
    SentFiles.Contents data = out -> out.write(LINE.repeat(lines).getBytes(StandardCharsets.UTF_8));
    new SentFiles(folder, job).write(false, data, measures ? Optional.of(data) : Optional.empty());
    return backend.submit(new JobSpec.Api(order, folder), ledger::append);
  }

  public static String sent() {
    return LINE.repeat(12);
  }

  public JobHandle lookAgain() {
    return backend.reattach(new JobRef(job, folder, last()), ledger::append);
  }

  public JobHandle goOn() throws Exception {
    return backend.resume(new JobRef(job, folder, last()), ledger::append);
  }

  private long last() {
    return events().stream().mapToLong(JobEvent::sequence).max().orElse(0);
  }

  public static RunState end(JobHandle handle) throws Exception {
    try (handle) {
      return handle.outcome().get(30, TimeUnit.SECONDS);
    }
  }

  public List<JobEvent> events() {
    return ledger.told(job);
  }

  public <T extends JobEvent> List<T> events(Class<T> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  public ApiStanding standing() {
    return ledger.standing(job);
  }

  @Override
  public void close() {
    server.close();
  }
}
