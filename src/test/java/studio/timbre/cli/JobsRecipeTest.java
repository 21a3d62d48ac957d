package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.ModelsServer;
import studio.timbre.jobs.openai.ProviderServer;
import studio.timbre.jobs.openai.ProviderState.Flavour;

/** What the command line says of a job: its method, its numbers, its connection, and what becomes of it later. */
class JobsRecipeTest {
  private static final String KEY = "sk-canary-1d6a2f00c4e8b3975da6c8f0e1b2a394";
  private static final String PASSPHRASE = "four harbour gulls at dawn";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private ProviderServer server;
  private CommandRun run;

  @BeforeEach
  void prepare() throws Exception {
    server = new ProviderServer(KEY, Flavour.OPENAI);
    server.state.isQuick = true;
    run = new CommandRun(folder.resolve("home"), Map.of("TEST_KEY", KEY));
  }

  @AfterEach
  void everyRequestKeptToThePublishedInterface() {
    server.close();
    assertThat(server.violations).isEmpty();
  }

  private Path data(String line) throws Exception {
    var lines =
        IntStream.range(0, 12)
            .mapToObj(i -> line.replace("#", "" + i) + "\n")
            .collect(Collectors.joining());
    return Files.writeString(folder.resolve("data.jsonl"), lines);
  }

  private Path chats() throws Exception {
    return data(
        "{\"messages\":[{\"role\":\"system\",\"content\":\"Be kind\"},{\"role\":\"user\",\"content\":\"Hello #\"},{\"role\":\"assistant\",\"content\":\"Good day #\"}]}");
  }

  private Path pairs() throws Exception {
    return data(
        "{\"input\":{\"messages\":[{\"role\":\"user\",\"content\":\"Hello #\"}]},\"preferred_output\":[{\"role\":\"assistant\",\"content\":\"Good day\"}],\"non_preferred_output\":[{\"role\":\"assistant\",\"content\":\"Yo\"}]}");
  }

  private int jobs(String command, Path data, String... more) {
    var arguments = new ArrayList<>(List.of("jobs", command, data.toString(), "--json"));
    arguments.addAll(List.of(more));
    return run.command(arguments.toArray(String[]::new));
  }

  private String[] with(String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "--provider",
                "openai",
                "--base-url",
                server.address().toString(),
                "--key-env",
                "TEST_KEY"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private JsonNode request() {
    return server.state.jobs.values().iterator().next().request;
  }

  private String sent() {
    return new String(
        server.state.files.values().iterator().next().bytes(), StandardCharsets.UTF_8);
  }

  private JsonNode first() throws Exception {
    return JSON.readTree(run.out().lines().findFirst().orElseThrow());
  }

  @Test
  void preferencesAreSentAsPairsWithTheirNumbers() throws Exception {
    assertThat(
            jobs(
                "start",
                pairs(),
                with(
                    "--model",
                    "gpt-4.1-mini-2025-04-14",
                    "--method",
                    "dpo",
                    "--beta",
                    "0.3",
                    "--batch-size",
                    "4",
                    "--learning-rate",
                    "1.5",
                    "--seed",
                    "11",
                    "--metadata",
                    "team=words",
                    "--metadata",
                    "round=2",
                    "--name",
                    "Our voice")))
        .isZero();
    assertThat(request().path("method").toString())
        .isEqualTo(
            "{\"type\":\"dpo\",\"dpo\":{\"hyperparameters\":{\"batch_size\":4,\"learning_rate_multiplier\":1.5,\"beta\":0.3}}}");
    assertThat(request().path("seed").asInt()).isEqualTo(11);
    assertThat(request().at("/metadata/round").asText()).isEqualTo("2");
    assertThat(sent().lines()).hasSize(12).allMatch(line -> line.startsWith("{\"input\":"));
    assertThat(run.err()).contains("Worth a look: Training data: There are 12 conversations.");
  }

  @Test
  void conversationsBecomeQuestionsForAGrader() throws Exception {
    var grader =
        Files.writeString(
            folder.resolve("grader.json"),
            """
            {"type":"multi","name":"both","calculate_output":"0.5 * exact + 0.5 * judge","graders":{
              "exact":{"type":"string_check","name":"exact","operation":"eq","input":"{{sample.output_text}}","reference":"{{item.reference_answer}}"},
              "judge":{"type":"score_model","name":"judge","model":"gpt-4o-2024-08-06","range":[0,5],
                       "input":[{"role":"user","content":"Grade it"}]}}}""");
    var validation = Files.copy(chats(), folder.resolve("validation.jsonl")).toString();
    var arguments =
        with(
            "--model",
            "own-model",
            "--method",
            "rft",
            "--grader",
            grader.toString(),
            "--validation",
            validation);
    assertThat(jobs("start", chats(), arguments)).isZero();
    assertThat(request().at("/method/reinforcement/grader/graders/exact/operation").asText())
        .isEqualTo("eq");
    assertThat(sent().lines().findFirst())
        .contains(
            "{\"messages\":[{\"role\":\"developer\",\"content\":\"Be kind\"},{\"role\":\"user\",\"content\":\"Hello 0\"}],\"reference_answer\":\"Good day 0\"}");
  }

  @Test
  void aGraderThatIsNoneIsRefusedBeforeAnythingIsSent() throws Exception {
    var grader =
        Files.writeString(folder.resolve("grader.json"), "{\"type\":\"dance\",\"name\":\"x\"}");
    var arguments = with("--model", "own-model", "--method", "rft", "--grader", grader.toString());
    assertThat(jobs("start", chats(), arguments)).isEqualTo(1);
    assertThat(run.out()).contains("error.grader.unreadable");
    assertThat(server.calls).isEmpty();
  }

  @Test
  void whatBlocksIsSaidAndNothingIsSent() throws Exception {
    var arguments = with("--model", "gpt-4.1-mini-2025-04-14", "--method", "dpo");
    assertThat(jobs("start", chats(), arguments)).isEqualTo(1);
    assertThat(run.out()).contains("preflight.noPairs");
    assertThat(run.err())
        .contains("Has to be mended: Training data, lines 1, 2, 3, 4, 5 and 7 more");
    assertThat(server.calls).isEmpty();
  }

  @Test
  void aRoughPriceHasTwoEndsAndABudgetHasToHoldTheUpperOne() throws Exception {
    var data = chats();
    String[] at = {"--provider", "nebius", "--model", "meta-llama/Llama-3.1-8B-Instruct"};
    assertThat(jobs("check", data, at)).isZero();
    var quote = first().path("quote");
    assertThat(quote.path("counted").asText()).isEqualTo("roughly");
    assertThat(quote.path("counted_with").asText()).isEqualTo("o200k");
    double low = quote.at("/usd/low").asDouble();
    double high = quote.at("/usd/high").asDouble();
    // $0.40 a million tokens.
    assertThat(high).isCloseTo(quote.at("/tokens/high").asLong() * 0.4e-6, within(1e-9));
    assertThat(low).isPositive().isLessThan(high);
    assertThat(check(data, at, (low + high) / 2)).isEqualTo(1);
    assertThat(first().path("findings").findValuesAsText("key"))
        .contains("error.api.mayBeOverBudget");
    assertThat(check(data, at, high)).isZero();
    assertThat(server.calls).isEmpty();
  }

  private int check(Path data, String[] at, double budget) {
    return jobs(
        "check",
        data,
        Stream.concat(Stream.of(at), Stream.of("--budget", String.valueOf(budget)))
            .toArray(String[]::new));
  }

  @Test
  void aLookBeforehandNeedsNoKeyAndSendsNothing() throws Exception {
    assertThat(
            jobs(
                "check",
                pairs(),
                "--provider",
                "openai",
                "--model",
                "gpt-4.1-mini-2025-04-14",
                "--method",
                "dpo"))
        .isZero();
    var findings = first().path("findings");
    assertThat(findings).allMatch(finding -> finding.path("severity").asText().equals("warning"));
    assertThat(jobs("check", chats(), "--provider", "nebius", "--model", "m", "--method", "dpo"))
        .isEqualTo(1);
    assertThat(first().path("findings").findValuesAsText("key"))
        .contains("error.api.methodNotOffered", "preflight.noPairs");
    assertThat(server.calls).isEmpty();
  }

  @Test
  void aLookBeforehandAsksForTheLimitsOfTheAccountWhereItIsToldTo() throws Exception {
    try (var provider = new ModelsServer()) {
      provider.limits =
          "{\"gpt-4.1-mini-2025-04-14\":{\"max_total_jobs\":8,\"max_concurrent_jobs\":3,\"active_jobs\":3}}";
      String[] place = {
        "--provider",
        "openai",
        "--base-url",
        provider.address(),
        "--model",
        "gpt-4.1-mini-2025-04-14"
      };
      assertThat(jobs("check", chats(), place)).isZero();
      assertThat(provider.calls).isEmpty();
      assertThat(run.out()).doesNotContain("preflight.accountFull");
      assertThat(jobs("check", chats(), and(place, "--ask"))).as("without a key").isEqualTo(2);
      assertThat(provider.calls).isEmpty();

      assertThat(jobs("check", chats(), and(place, "--ask", "--key-env", "TEST_KEY"))).isZero();
      assertThat(provider.calls).hasSize(2).allMatch(call -> call.startsWith("GET "));
      assertThat(run.err()).contains(provider.address()).doesNotContain(KEY);
      assertThat(first().path("active_jobs").asInt()).isEqualTo(3);
      assertThat(run.out()).contains("preflight.accountFull", "A new job will wait or be refused");
    }
  }

  private static String[] and(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void theSizeOfTheAdapterIsAskedForAtNebiusAndNowhereElse() throws Exception {
    try (var nebius = new ProviderServer(KEY, Flavour.NEBIUS)) {
      nebius.state.isQuick = true;
      assertThat(
              jobs(
                  "start",
                  chats(),
                  "--provider",
                  "nebius",
                  "--base-url",
                  nebius.address().toString(),
                  "--key-env",
                  "TEST_KEY",
                  "--model",
                  "meta-llama/Llama-3.1-8B-Instruct",
                  "--lora-rank",
                  "16",
                  "--lora-alpha",
                  "32"))
          .isZero();
      var numbers =
          nebius
              .state
              .jobs
              .values()
              .iterator()
              .next()
              .request
              .at("/method/supervised/hyperparameters");
      assertThat(numbers.toString()).isEqualTo("{\"lora\":true,\"lora_r\":16,\"lora_alpha\":32}");
    }
    var elsewhere = with("--model", "gpt-4.1-mini-2025-04-14", "--lora-rank", "16");
    assertThat(jobs("start", chats(), elsewhere)).isEqualTo(1);
    assertThat(run.out()).contains("error.api.adapterNotOffered");
    assertThat(server.calls).isEmpty();
  }

  @Test
  void wrongUsageIsTwo() throws Exception {
    var both = with("--model", "m", "--connection", "Ours");
    assertThat(jobs("start", chats(), both)).isEqualTo(2);
    assertThat(jobs("start", chats(), with("--model", "m", "--beta", "1"))).isEqualTo(2);
    assertThat(jobs("start", chats(), with("--model", "m", "--method", "rft"))).isEqualTo(2);
    assertThat(jobs("check", chats(), "--model", "m")).isEqualTo(2);
    assertThat(jobs("check", chats(), "--provider", "azure", "--model", "m")).isEqualTo(2);
    assertThat(run.command("jobs", "tidy", "no-such-job")).isEqualTo(2);
    assertThat(run.command("jobs", "pause", "no-such-job")).isEqualTo(2);
    assertThat(server.calls).isEmpty();
  }

  private void keepConnection() {
    run.type(KEY, PASSPHRASE);
    assertThat(
            run.command(
                "connections",
                "add",
                "--provider",
                "openai",
                "--name",
                "Ours",
                "--address",
                server.address().toString()))
        .as(run.err())
        .isZero();
  }

  @Test
  void aKeptConnectionIsEnoughToStartWatchAndTidy() throws Exception {
    keepConnection();
    run.type(PASSPHRASE);
    assertThat(jobs("start", chats(), "--connection", "ours", "--model", "gpt-4o-mini-2024-07-18"))
        .as(run.err())
        .isZero();
    assertThat(run.err()).contains("with the kept key of Ours");
    var id = first().path("job").asText();
    run.type(PASSPHRASE);
    assertThat(run.command("jobs", "watch", id, "--json")).isZero();

    assertThat(run.command("jobs", "tidy", "--json")).isZero();
    assertThat(first().at("/jobs/0/found").size()).isEqualTo(1);
    long before = server.state.files.size();
    assertThat(server.state.files.keySet()).anyMatch(file -> !file.contains("results"));
    run.type(PASSPHRASE);
    assertThat(run.command("jobs", "tidy", id, "--delete", "--json")).isZero();
    assertThat(first().at("/jobs/0/left")).isEmpty();
    assertThat(server.state.files).hasSize((int) before - 1);
    assertThat(run.command("jobs", "tidy")).isZero();
    assertThat(run.out()).contains("Nothing is left behind");
  }

  @Test
  void aJobIsPausedAndGoesOn() throws Exception {
    server.state.isQuick = false;
    server.state.neverEnds = true;
    assertThat(jobs("start", chats(), with("--model", "gpt-4o-mini-2024-07-18"))).isZero();
    var id = first().path("job").asText();
    assertThat(run.command("jobs", "pause", id, "--json")).as(run.out()).isZero();
    assertThat(first().path("state").asText()).isEqualTo("paused");
    assertThat(run.command("jobs", "resume", id, "--json")).as(run.out()).isZero();
    assertThat(first().path("state").asText()).isEqualTo("running");
    assertThat(server.creates()).isEqualTo(1);
  }
}
