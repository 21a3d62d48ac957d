package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.AdapterServer;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.jobs.openai.ProviderServer;
import studio.timbre.jobs.openai.ProviderState.Flavour;

/** How the model of a job comes to answer, and how that is ended, from the command line. */
class JobsServeTest {
  private static final String KEY = "sk-canary-41c7b1e05fd24a3f9e8806b7d2a1c953";
  private static final String SERVED = "meta-llama/Meta-Llama-3.1-8B-Instruct";
  private static final String LINE =
      "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"},{\"role\":\"assistant\",\"content\":\"Good day\"}]}\n";

  @TempDir Path folder;
  private ProviderServer server;
  private AdapterServer adapters;
  private CommandRun run;
  private final StringBuilder said = new StringBuilder();

  @BeforeEach
  void prepare() throws IOException {
    adapters = new AdapterServer(KEY);
    adapters.looks = 0;
    run = new CommandRun(folder.resolve("home"), Map.of("TEST_KEY", KEY));
  }

  @AfterEach
  void theKeyIsNowhere() throws IOException {
    server.close();
    adapters.close();
    assertThat(said.toString()).doesNotContain(KEY);
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(KEY);
      }
    }
  }

  private int command(String... arguments) {
    int code = run.command(arguments);
    said.append(run.out()).append(run.err());
    return code;
  }

  private List<JsonNode> lines() throws IOException {
    var lines = new ArrayList<JsonNode>();
    for (var line : run.out().lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  /** A job that has tuned a model; answers its name. */
  private String tuned(Flavour flavour, String model, String... more) throws IOException {
    server = new ProviderServer(KEY, flavour);
    server.beside("/v0/", adapters::answer);
    server.state.isQuick = true;
    var data = Files.writeString(folder.resolve("data.jsonl"), LINE.repeat(12));
    var arguments =
        new ArrayList<>(
            List.of(
                "jobs",
                "start",
                data.toString(),
                "--provider",
                flavour.name(),
                "--base-url",
                server.address().toString(),
                "--key-env",
                "TEST_KEY",
                "--model",
                model,
                "--watch",
                "--json"));
    arguments.addAll(List.of(more));
    assertThat(command(arguments.toArray(String[]::new))).as(run.err()).isZero();
    return lines().getFirst().path("job").asText();
  }

  @Test
  void anAdapterIsBroughtToAnswerOnceAndTakenDown() throws Exception {
    String id = tuned(Flavour.NEBIUS, "meta-llama/Llama-3.1-8B-Instruct");
    assertThat(command("jobs", "serve", id, "--json")).isZero();
    assertThat(run.err()).contains("Asks " + server.address());
    assertThat(lines())
        .extracting(line -> line.path("type").asText())
        .containsExactly("deploying", "answers");
    var answers = lines().getLast();
    assertThat(answers.path("job").asText()).isEqualTo(id);
    assertThat(answers.path("name").asText()).startsWith(SERVED + "-LoRa:");
    assertThat(adapters.bodies.getFirst()).contains("\"base_model\":\"" + SERVED + "\"");

    assertThat(command("jobs", "serve", id)).as("it answers already").isZero();
    assertThat(run.out())
        .isEqualTo("It answers by the name " + answers.path("name").asText() + "\n");
    assertThat(adapters.creations()).isEqualTo(1);

    int before = adapters.calls.size();
    assertThat(command("jobs", "end", id)).isZero();
    assertThat(run.out()).contains("would be taken down", "Nothing was asked", "--yes");
    assertThat(adapters.calls).hasSize(before);
    assertThat(command("jobs", "end", id, "--yes", "--json")).isZero();
    assertThat(lines().getFirst().path("ending").asText()).isEqualTo("takes_down");
    assertThat(lines().getFirst().path("done").asBoolean()).isTrue();
    assertThat(adapters.calls.getLast()).startsWith("DELETE /v0/models/" + SERVED);
    assertThat(command("jobs", "end", id, "--yes")).isZero();
    assertThat(run.out()).contains("nothing that Timbre could end");
  }

  @Test
  void whatTheProviderCannotServeIsToldAndMayBeAskedForAgain() throws Exception {
    String id = tuned(Flavour.NEBIUS, "meta-llama/Llama-3.3-70B-Instruct");
    adapters.end = "{\"status\":\"error\",\"status_reason\":\"rank too high\"}";
    assertThat(command("jobs", "serve", id, "--json")).isEqualTo(1);
    assertThat(lines().getLast().at("/error/message").asText()).contains("rank too high");
    adapters.end = "{\"status\":\"active\"}";
    assertThat(command("jobs", "serve", id, "--base", "another/base")).isZero();
    assertThat(run.err()).contains("It failed before: rank too high");
    assertThat(adapters.bodies.getLast()).contains("another/base");
    assertThat(adapters.creations()).isEqualTo(2);
  }

  @Test
  void nothingThatMayBeChargedByTheHourIsDeployedForAProjectWithABudget() throws Exception {
    var project = folder.resolve("voice.timbre").toString();
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")))) {
      timbre.create(Path.of(project)).close();
    }
    String id = tuned(Flavour.NEBIUS, "meta-llama/Llama-3.1-8B-Instruct", "--project", project);
    assertThat(command("budget", project, "--set", "5")).isZero();
    assertThat(command("jobs", "serve", id, "--base", "another/base", "--project", project))
        .isEqualTo(1);
    assertThat(run.err()).contains("so it could exceed the budget of this project, $5.00");
    assertThat(adapters.bodies).isEmpty();
    assertThat(command("jobs", "serve", id, "--project", project)).as(run.err()).isZero();
    assertThat(adapters.bodies).hasSize(1);
  }

  @Test
  void withoutItsKeyNothingIsAsked() throws Exception {
    String id = tuned(Flavour.NEBIUS, "meta-llama/Llama-3.1-8B-Instruct");
    var stranger = new CommandRun(folder.resolve("home"), Map.of("OTHER_KEY", KEY));
    assertThat(stranger.command("jobs", "serve", id)).isEqualTo(2);
    assertThat(stranger.err()).contains("--key-env");
    assertThat(adapters.calls).isEmpty();
    assertThat(stranger.command("jobs", "serve", id, "--key-env", "OTHER_KEY")).isZero();
    assertThat(adapters.creations()).isEqualTo(1);
  }

  @Test
  void azureIsToldStepByStepWithWhatItCostsAndItsNameIsKept() throws Exception {
    String id = tuned(Flavour.AZURE, "gpt-4o-mini-2024-07-18");
    int before = server.calls.size();
    assertThat(command("jobs", "serve", id)).isZero();
    assertThat(run.out())
        .contains(
            "for every hour", "$1.70", "1. Open the resource", "PUT https://management.azure.com")
        .contains("jobs serve " + id + " --as NAME");
    assertThat(command("jobs", "serve", id, "--json")).isZero();
    assertThat(lines().getFirst().path("usd_per_hour").asDouble()).isEqualTo(1.7);
    assertThat(command("jobs", "serve", id, "--as", "gull-voice")).isZero();
    assertThat(run.out()).isEqualTo("It answers by the name gull-voice\n");
    assertThat(command("jobs", "end", id, "--yes")).isZero();
    assertThat(run.out()).contains("gull-voice is forgotten here", "goes on costing money");
    assertThat(server.calls).as("the provider is asked nothing").hasSize(before);
  }

  @Test
  void aModelOfOpenAiAnswersAtOnceAndIsDeletedForGood() throws Exception {
    String id = tuned(Flavour.OPENAI, "gpt-4o-mini-2024-07-18");
    assertThat(command("jobs", "serve", id, "--json")).isZero();
    String model = lines().getFirst().path("name").asText();
    assertThat(model).startsWith("ft:");
    assertThat(command("jobs", "serve", id, "--as", "mine")).isEqualTo(2);
    int before = server.calls.size();
    assertThat(command("jobs", "end", id, "--json")).isZero();
    assertThat(lines().getFirst().path("done").asBoolean()).isFalse();
    assertThat(server.calls).hasSize(before);
    assertThat(command("jobs", "end", id, "--yes")).isZero();
    assertThat(run.out()).contains(model + " is deleted", "for good");
    assertThat(server.calls.getLast().method()).isEqualTo("DELETE");
    assertThat(command("jobs", "serve", id)).isEqualTo(1);
    assertThat(run.err()).contains("was deleted");
  }

  @Test
  void aJobThatIsNotThereOrHasTunedNothingIsSaid() throws Exception {
    String id = tuned(Flavour.OPENAI, "gpt-4o-mini-2024-07-18");
    assertThat(command("jobs", "serve", "no-such-job")).isEqualTo(2);
    assertThat(command("jobs", "end", id + "x", "--yes")).isEqualTo(2);
  }
}
