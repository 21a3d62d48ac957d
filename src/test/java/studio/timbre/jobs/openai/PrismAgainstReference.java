package studio.timbre.jobs.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.jobs.remote.CallFailure;
import studio.timbre.jobs.remote.Calls;
import studio.timbre.jobs.remote.PartCalls;
import studio.timbre.jobs.remote.ProviderFacts;
import studio.timbre.jobs.remote.QuickPace;
import studio.timbre.model.ApiKey;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.ApiStanding;
import studio.timbre.model.Connection;
import studio.timbre.model.JobId;
import studio.timbre.model.Provider;

/**
 * Our calls against Prism, an independent mock of the published description that answers 422 to a request that does not keep to it: it
 * shows that we speak the interface and not just what our own server takes. Needs npm; {@code -Dtimbre.prism} names another way to
 * start Prism.
 */
class PrismAgainstReference {
  private static final String PRISM =
      System.getProperty("timbre.prism", "npx --yes @stoplight/prism-cli@5.16.0");

  @TempDir static Path folder;
  private static Process prism;
  private static ProviderApi api;
  private static ModerationApi moderation;

  @BeforeAll
  static void start() throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    var command = new ArrayList<>(List.of(PRISM.split(" ")));
    command.addAll(
        List.of(
            "mock",
            "--errors",
            "-p",
            "" + port,
            "src/test/resources/openai-fine-tuning.openapi.json"));
    prism =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("prism.log").toFile())
            .start();
    awaitPort(port);
    var key = new ApiKey("sk-canary-of-nobody");
    var connection =
        new Connection("p", "Prism", Provider.OPENAI, URI.create("http://127.0.0.1:" + port));
    api =
        new ProviderApi(
            Client.of(connection, key, Duration.ofSeconds(20)),
            () -> {},
            key,
            new QuickPace(),
            Optional.of(new PartCalls.Sizes(1, 100)));
    moderation = ModerationApi.open(connection, key, new QuickPace(), Duration.ofSeconds(20));
  }

  private static void awaitPort(int port) throws Exception {
    for (int i = 0; i < 1200 && prism.isAlive(); i++) {
      try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    throw new IllegalStateException(Files.readString(folder.resolve("prism.log")));
  }

  @AfterAll
  static void stop() {
    api.close();
    moderation.close();
    prism.descendants().forEach(ProcessHandle::destroy);
    prism.destroy();
  }

  private static ApiOrder order(OptionalInt epochs, Optional<String> suffix) {
    return new ApiOrder(
        new JobId("job-1"),
        "Brand voice",
        new Connection("p", "Prism", Provider.OPENAI, URI.create("http://127.0.0.1")),
        Optional.empty(),
        ApiRecipe.of("gpt-4o-mini-2024-07-18")
            .withNumbers(ApiNumbers.LEFT_TO_PROVIDER.withEpochs(epochs))
            .withSuffix(suffix),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        Instant.EPOCH);
  }

  private static ApiOrder order(ApiRecipe recipe) {
    var plain = order(OptionalInt.empty(), Optional.empty());
    return new ApiOrder(
        plain.id(),
        plain.name(),
        plain.connection(),
        plain.keyVariable(),
        recipe,
        plain.agreedUsd(),
        plain.journalEntry(),
        plain.created());
  }

  private static final ApiStanding UPLOADED =
      ApiStanding.NEW
          .withTrainingFile(Optional.of("file-1"))
          .withValidationFile(Optional.of("file-2"));

  @Test
  void everyCallKeepsToThePublishedInterface() throws Exception {
    var data = Files.writeString(folder.resolve("data.jsonl"), ProviderBench.LINE);
    assertThat(api.upload(data).id()).isNotBlank();
    assertThat(api.file("file-1").id()).isNotBlank();
    assertThat(api.files(Optional.of("file-1")).items()).isNotEmpty();
    assertThat(api.create(order(OptionalInt.of(3), Optional.of("brand")), UPLOADED).id())
        .isNotBlank();
    assertThat(
            api.create(
                    order(OptionalInt.empty(), Optional.empty()),
                    UPLOADED.withValidationFile(Optional.empty()))
                .id())
        .isNotBlank();
    assertThat(api.jobs(Optional.of("ftjob-1")).items()).isNotEmpty();
    assertThat(api.job("ftjob-1").status()).isNotBlank();
    assertThat(api.events("ftjob-1", Optional.empty()).items()).isNotEmpty();
    assertThat(api.checkpoints("ftjob-1", Optional.empty()).items()).isNotEmpty();
    var parts = api.parts().orElseThrow();
    assertThat(parts.open(data).id()).isNotBlank();
    assertThat(parts.add("upload-1", data, 0, _ -> {})).isNotBlank();
    // Prism makes up an upload without its file; what matters is that it takes the request.
    assertThatThrownBy(() -> parts.complete("upload-1", List.of("part-1")))
        .isInstanceOfSatisfying(
            CallFailure.class, failure -> assertThat(failure.status()).isZero());
    parts.cancel("upload-1");
    api.pause("ftjob-1");
    api.resume("ftjob-1");
    api.cancel("ftjob-1");
    assertThat(api.content("file-1")).isNotEmpty();
    api.delete("file-1");
  }

  /** It makes up one result, however many texts there are. */
  @Test
  void moderationKeepsToThePublishedInterface() throws Exception {
    assertThat(moderation.send(List.of("Olá")).flags()).hasSize(1);
    assertThatThrownBy(() -> moderation.send(List.of("Olá", "Oi")))
        .isInstanceOfSatisfying(
            CallFailure.class, failure -> assertThat(failure.code()).isEqualTo("wrong_count"));
  }

  /** But a grader of several, which the guide has otherwise than the description. */
  @Test
  void everyMethodKeepsToThePublishedInterface() throws Exception {
    var preference = new ApiMethod.Preference(OptionalDouble.of(0.1));
    assertThat(api.create(order(Recipes.of(preference, Recipes.NUMBERS)), UPLOADED).id())
        .isNotBlank();
    for (var grader : List.of(Recipes.EXACT, Recipes.ALIKE, Recipes.JUDGE, Recipes.FUNCTION)) {
      assertThat(api.create(order(Recipes.of(Recipes.graded(grader))), UPLOADED).id())
          .as(grader.name())
          .isNotBlank();
    }
  }

  /** It says that there is more for ever, as auto-paging would believe. */
  @Test
  void itsEndlessListIsLeft() throws Exception {
    var calls = new Calls(new QuickPace(), new Semaphore(0));
    var seen = new ArrayList<String>();
    assertThat(calls.walk(1, api::jobs, (ProviderFacts.Job job) -> !seen.add(job.id()))).isFalse();
    assertThat(seen).hasSize(1);
  }

  @Test
  void whatBreaksTheInterfaceIsRefusedByIt() {
    assertThatThrownBy(() -> api.create(order(OptionalInt.of(99), Optional.of("brand")), UPLOADED))
        .isInstanceOfSatisfying(
            CallFailure.class, failure -> assertThat(failure.status()).isEqualTo(422));
  }
}
