package studio.timbre.jobs.openai;

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
import studio.timbre.jobs.JobHandle;
import studio.timbre.jobs.JobRef;
import studio.timbre.jobs.JobSpec;
import studio.timbre.jobs.remote.MemoryLedger;
import studio.timbre.jobs.remote.PartCalls;
import studio.timbre.jobs.remote.QuickPace;
import studio.timbre.jobs.remote.RemoteBackend;
import studio.timbre.jobs.remote.SentFiles;
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

/** A provider's server, a backend and one order, as most tests want them. */
final class ProviderBench implements AutoCloseable {
  static final String KEY = "sk-canary-2b7e151628aed2a6abf7158809cf4f3c";
  static final String LINE =
      "{\"messages\":[{\"role\":\"user\",\"content\":\"Olá\"},{\"role\":\"assistant\",\"content\":\"Oi\"}]}\n";

  final ProviderServer server;
  final MemoryLedger ledger = new MemoryLedger();
  final QuickPace pace = new QuickPace();
  final RemoteBackend backend;
  final Path folder;
  final JobId job = new JobId("job-20261122-0800-00c0ffee");
  ApiOrder order;

  /** Of files that are sent in parts: none of a test's size, unless it says so. */
  PartCalls.Sizes sizes = PartCalls.Sizes.OPENAI;

  /** Conversations in the data. */
  int lines = 12;

  ProviderBench(Path folder, ProviderState.Flavour flavour) throws IOException {
    this(folder, flavour, Duration.ofSeconds(5));
  }

  ProviderBench(Path folder, ProviderState.Flavour flavour, Duration patience) throws IOException {
    this.folder = folder;
    this.server = new ProviderServer(KEY, flavour);
    this.backend =
        new RemoteBackend(
            ledger,
            _ -> Optional.of(new ApiKey(KEY)),
            _ -> new OpenAiDialect(patience, sizes),
            pace);
    server.state.uploads.clock = pace::now;
    this.order = order(server.address(), Provider.valueOf(flavour.name()));
  }

  ApiOrder order(URI address, Provider provider) {
    return new ApiOrder(
        job,
        "Brand voice",
        new Connection("c", "Test", provider, address),
        Optional.empty(),
        ApiRecipe.of("gpt-4o-mini-2024-07-18")
            .withNumbers(ApiNumbers.LEFT_TO_PROVIDER.withEpochs(OptionalInt.of(3)))
            .withSuffix(Optional.of("brand")),
        OptionalDouble.of(1.25),
        OptionalLong.empty(),
        pace.now());
  }

  /** The same order with another recipe. */
  void order(ApiRecipe recipe) {
    order =
        new ApiOrder(
            job,
            order.name(),
            order.connection(),
            order.keyVariable(),
            recipe,
            order.agreedUsd(),
            order.journalEntry(),
            order.created());
  }

  /** Writes the data and begins the job. */
  JobHandle submit() throws Exception {
    return submit(false);
  }

  JobHandle submit(boolean withValidation) throws Exception {
    ledger.put(order);
    Files.createDirectories(folder);
    SentFiles.Contents data = out -> out.write(LINE.repeat(lines).getBytes(StandardCharsets.UTF_8));
    new SentFiles(folder, job)
        .write(
            Dialect.wantsByteOrderMark(order.connection().provider()),
            data,
            withValidation ? Optional.of(data) : Optional.empty());
    return backend.submit(new JobSpec.Api(order, folder), ledger::append);
  }

  JobHandle lookAgain() {
    long last = events().stream().mapToLong(JobEvent::sequence).max().orElse(0);
    return backend.reattach(new JobRef(job, folder, last), ledger::append);
  }

  JobHandle goOn() throws Exception {
    long last = events().stream().mapToLong(JobEvent::sequence).max().orElse(0);
    return backend.resume(new JobRef(job, folder, last), ledger::append);
  }

  static RunState end(JobHandle handle) throws Exception {
    try (handle) {
      return handle.outcome().get(30, TimeUnit.SECONDS);
    }
  }

  List<JobEvent> events() {
    return ledger.told(job);
  }

  <T extends JobEvent> List<T> events(Class<T> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  ApiStanding standing() {
    return ledger.standing(job);
  }

  @Override
  public void close() {
    server.close();
  }
}
