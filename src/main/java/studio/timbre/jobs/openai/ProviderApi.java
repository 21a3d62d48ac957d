package studio.timbre.jobs.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.core.MultipartField;
import com.openai.core.http.HttpResponse;
import com.openai.models.files.FileContentParams;
import com.openai.models.files.FileCreateParams;
import com.openai.models.files.FileListParams;
import com.openai.models.files.FilePurpose;
import com.openai.models.finetuning.jobs.JobCreateParams;
import com.openai.models.finetuning.jobs.JobListEventsParams;
import com.openai.models.finetuning.jobs.JobListParams;
import com.openai.models.finetuning.jobs.checkpoints.CheckpointListParams;
import com.openai.services.blocking.finetuning.JobService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import studio.timbre.jobs.remote.CallFailure;
import studio.timbre.jobs.remote.Failures;
import studio.timbre.jobs.remote.Pace;
import studio.timbre.jobs.remote.PartCalls;
import studio.timbre.jobs.remote.ProviderCalls;
import studio.timbre.jobs.remote.ProviderFacts;
import studio.timbre.jobs.remote.ProviderFacts.Checkpoint;
import studio.timbre.jobs.remote.ProviderFacts.Event;
import studio.timbre.jobs.remote.ProviderFacts.Figures;
import studio.timbre.jobs.remote.ProviderFacts.File;
import studio.timbre.jobs.remote.ProviderFacts.Job;
import studio.timbre.jobs.remote.ProviderFacts.Page;
import studio.timbre.jobs.remote.ProviderWords;
import studio.timbre.model.ApiKey;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiStanding;

/** The calls, each sent once and read leniently. */
@SuppressWarnings("MustBeClosedChecker") // The exchange closes each response that it is handed.
final class ProviderApi implements ProviderCalls {
  private static final long PAGE = 100;
  static final String JSONL = "application/jsonl";

  private final OpenAIClient client;
  private final Runnable breakOff;
  private final JobService.WithRawResponse jobs;
  private final Optional<PartCalls.Sizes> sizes;
  private final Failures failures;
  private final FactReader reader;
  private final Exchange exchange;

  /**
   * @param breakOff cuts the connection on which a file is on its way
   * @param sizes of files that are sent in parts, where the provider takes parts
   */
  ProviderApi(
      OpenAIClient client,
      Runnable breakOff,
      ApiKey key,
      Pace pace,
      Optional<PartCalls.Sizes> sizes) {
    this.client = client;
    this.breakOff = breakOff;
    this.sizes = sizes;
    this.jobs = client.fineTuning().jobs().withRawResponse();
    var words = new ProviderWords(key);
    this.failures = new Failures(words, pace);
    this.exchange = new Exchange(failures);
    this.reader = new FactReader(words::clean);
  }

  @Override
  public File upload(Path file) throws CallFailure, InterruptedException {
    return upload(file, _ -> {});
  }

  @Override
  public File upload(Path file, LongConsumer sent) throws CallFailure, InterruptedException {
    try (var content = FilePiece.whole(file, sent)) {
      var params =
          FileCreateParams.builder()
              .file(field(content, String.valueOf(file.getFileName()), JSONL))
              .purpose(FilePurpose.FINE_TUNE)
              .build();
      var time = Transport.timeFor(content.bytes());
      return identified(
          reader.file(tree(() -> client.files().withRawResponse().create(params, time))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MultipartField<InputStream> field(InputStream content, String name, String type) {
    return MultipartField.<InputStream>builder()
        .value(content)
        .filename(name)
        .contentType(type)
        .build();
  }

  @Override
  public void breakOffUploads() {
    breakOff.run();
  }

  @Override
  public Optional<PartCalls> parts() {
    return sizes.map(known -> new PartApi(client.uploads().withRawResponse(), known, this, reader));
  }

  @Override
  public Page<File> files(Optional<String> after) throws CallFailure, InterruptedException {
    var params = FileListParams.builder().limit(PAGE).purpose("fine-tune").after(after).build();
    return page(() -> client.files().withRawResponse().list(params), reader::file);
  }

  @Override
  public File file(String id) throws CallFailure, InterruptedException {
    return reader.file(tree(() -> client.files().withRawResponse().retrieve(id)));
  }

  @Override
  public void delete(String file) throws CallFailure, InterruptedException {
    tree(() -> client.files().withRawResponse().delete(file));
  }

  @Override
  public List<Figures> results(String file) throws CallFailure, InterruptedException {
    return ResultTable.read(content(file));
  }

  byte[] content(String file) throws CallFailure, InterruptedException {
    // The SDK asks for a kind that the published interface does not name, which a strict server
    // refuses.
    var params =
        FileContentParams.builder().fileId(file).putAdditionalHeader("Accept", "*/*").build();
    return exchange.answer(() -> client.files().withRawResponse().content(params));
  }

  @Override
  public Job create(ApiOrder order, ApiStanding standing) throws CallFailure, InterruptedException {
    var recipe = order.recipe();
    var metadata = JobCreateParams.Metadata.builder();
    recipe
        .metadata()
        .forEach((key, value) -> metadata.putAdditionalProperty(key, JsonValue.from(value)));
    metadata.putAdditionalProperty(TAG, JsonValue.from(order.id().value()));
    var params =
        JobCreateParams.builder()
            .model(recipe.model())
            .trainingFile(standing.trainingFile().orElseThrow())
            .putAdditionalBodyProperty("method", JsonValue.fromJsonNode(MethodBody.of(order)))
            .metadata(metadata.build());
    standing.validationFile().ifPresent(params::validationFile);
    recipe.suffix().ifPresent(params::suffix);
    recipe.seed().ifPresent(seed -> params.seed((long) seed));
    // Azure's own field; RecipeChecks refuses it elsewhere.
    recipe
        .tier()
        .ifPresent(tier -> params.putAdditionalBodyProperty("trainingType", JsonValue.from(tier)));
    var built = params.build();
    return identified(reader.job(tree(() -> jobs.create(built))));
  }

  @Override
  public Page<Job> jobs(Optional<String> after) throws CallFailure, InterruptedException {
    var params = JobListParams.builder().limit(PAGE).after(after).build();
    return page(() -> jobs.list(params), reader::job);
  }

  @Override
  public Job job(String id) throws CallFailure, InterruptedException {
    return reader.job(tree(() -> jobs.retrieve(id)));
  }

  @Override
  public void cancel(String id) throws CallFailure, InterruptedException {
    tree(() -> jobs.cancel(id));
  }

  @Override
  public void pause(String id) throws CallFailure, InterruptedException {
    tree(() -> jobs.pause(id));
  }

  @Override
  public void resume(String id) throws CallFailure, InterruptedException {
    tree(() -> jobs.resume(id));
  }

  @Override
  public Page<Event> events(String job, Optional<String> after)
      throws CallFailure, InterruptedException {
    var params =
        JobListEventsParams.builder().fineTuningJobId(job).limit(PAGE).after(after).build();
    return page(() -> jobs.listEvents(params), reader::event);
  }

  @Override
  public Page<Checkpoint> checkpoints(String job, Optional<String> after)
      throws CallFailure, InterruptedException {
    var params =
        CheckpointListParams.builder().fineTuningJobId(job).limit(PAGE).after(after).build();
    return page(() -> jobs.checkpoints().list(params), reader::checkpoint);
  }

  @Override
  public Optional<Duration> takeRest() {
    return exchange.takeRest();
  }

  private <T extends ProviderFacts.Named> Page<T> page(
      Supplier<? extends HttpResponse> call, Function<JsonNode, T> item)
      throws CallFailure, InterruptedException {
    var answer = tree(call);
    if (!answer.path("data").isArray()) {
      throw failures.unreadable();
    }
    return reader.page(answer, item);
  }

  <T extends ProviderFacts.Named> T identified(T fact) throws CallFailure {
    if (fact.id().isBlank()) {
      throw failures.unreadable();
    }
    return fact;
  }

  /** An answer about a thing that has a name. */
  JsonNode identified(JsonNode answer) throws CallFailure {
    if (reader.id(answer).isBlank()) {
      throw failures.unreadable();
    }
    return answer;
  }

  JsonNode tree(Supplier<? extends HttpResponse> call) throws CallFailure, InterruptedException {
    return exchange.tree(call);
  }

  @Override
  public void close() {
    client.close();
  }
}
