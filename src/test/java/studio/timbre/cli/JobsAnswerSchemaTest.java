package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.jobs.openai.ProviderServer;
import studio.timbre.jobs.openai.ProviderState.Flavour;

/** How answers of a reinforcement job are held to a form, from the command line. */
class JobsAnswerSchemaTest {
  private static final String KEY = "sk-canary-77c0de1200c4e8b3975da6c8f0e1b2a3";

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

  private String[] reinforcement(Path schema, String effort) throws Exception {
    var grader =
        Files.writeString(
            folder.resolve("grader.json"),
            "{\"type\":\"string_check\",\"name\":\"same\",\"operation\":\"eq\",\"input\":\"{{sample.output_json.tone}}\",\"reference\":\"{{item.tone}}\"}");
    var validation = Files.copy(chats(), folder.resolve("validation.jsonl")).toString();
    return with(
        "--model",
        "own-model",
        "--method",
        "rft",
        "--grader",
        grader.toString(),
        "--validation",
        validation,
        "--answer-schema",
        schema.toString(),
        "--effort",
        effort);
  }

  @Test
  void answersCanBeHeldToASchemaAndThinkMore() throws Exception {
    var schema =
        Files.writeString(
            folder.resolve("schema.json"),
            "{\"type\":\"object\",\"properties\":{\"tone\":{\"type\":\"string\"}}}\n");
    assertThat(jobs("start", chats(), reinforcement(schema, "high"))).as(run.err()).isZero();
    var asked = request().at("/method/reinforcement");
    assertThat(asked.at("/response_format/json_schema/schema/properties/tone/type").asText())
        .isEqualTo("string");
    assertThat(asked.at("/hyperparameters/reasoning_effort").asText()).isEqualTo("high");
  }

  @Test
  void aSchemaThatIsNoObjectIsRefusedBeforeAnythingIsSent() throws Exception {
    var schema = Files.writeString(folder.resolve("schema.json"), "{\"type\": \"object\"} more");
    assertThat(jobs("start", chats(), reinforcement(schema, "low"))).isEqualTo(1);
    assertThat(run.out()).contains("error.schema.unreadable");
    assertThat(jobs("start", chats(), with("--model", "m", "--effort", "low"))).isEqualTo(2);
    assertThat(server.calls).isEmpty();
  }
}
