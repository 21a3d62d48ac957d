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
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.jobs.openai.ChatServer;

class GenerateCommandTest {
  private static final String KEY = "sk-canary-9f86d081884c7d659a2feaa0c55ad015";
  private static final String PASSPHRASE = "four harbour gulls at dawn";
  private static final String TUNED = "ft:gpt-4o-mini-2024-07-18:gull::Ab12Cd34";

  @TempDir Path folder;
  private ChatServer server;
  private CommandRun run;
  private final StringBuilder said = new StringBuilder();

  @BeforeEach
  void prepare() throws IOException {
    server = new ChatServer();
    server.speaks(line -> line.say("It left ").say("us.").end("stop").usage(1_000, 500).done());
    run = new CommandRun(folder.resolve("home"), Map.of("TEST_KEY", KEY));
  }

  @AfterEach
  void theKeyIsNowhere() throws IOException {
    server.close();
    assertThat(said.toString()).doesNotContain(KEY);
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .doesNotContain(KEY);
      }
    }
  }

  @Test
  void asksAModelAtAnAddressAndTellsThePriceBeforeAndAfter() {
    assertThat(ask("--model", TUNED)).isZero();
    assertThat(run.out()).isEqualTo("It left us." + System.lineSeparator());
    assertThat(run.err())
        .contains(
            "Asks " + server.address() + " with the key of TEST_KEY; the answer costs at most")
        .contains("1,000 tokens asked, 500 answered")
        .contains("$0.0009");
    assertThat(server.asked.getFirst().headers()).containsEntry("Authorization", "Bearer " + KEY);
  }

  @Test
  void anAnswerThatCouldCostMoreThanItsBudgetIsNotAskedFor() {
    assertThat(ask("--model", TUNED, "--budget", "0.0000001")).isEqualTo(1);
    assertThat(run.err()).contains("more than the budget").contains("Nothing was sent");
    assertThat(ask("--model", "a-model-of-our-own", "--budget", "10")).isEqualTo(1);
    assertThat(run.err()).contains("is not known, so the budget cannot be kept");
    assertThat(server.asked).isEmpty();
    assertThat(ask("--model", TUNED, "--budget", "0")).isEqualTo(2);
    assertThat(ask("--model", TUNED, "--budget", "10")).isZero();
    assertThat(server.asked).hasSize(1);
  }

  @Test
  void anAnswerForAProjectCountsInItsBudget() throws Exception {
    var file = folder.resolve("voice.timbre");
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
        var session = timbre.create(file)) {
      session.budget().set(OptionalDouble.of(0.001));
    }
    String project = file.toString();
    assertThat(ask("--model", TUNED, "--project", project)).as(run.err()).isZero();
    assertThat(command("cost", project, "--json")).as("no conversations").isEqualTo(1);
    assertThat(json().at("/budget/answers_usd").asDouble()).isEqualTo(0.0009);
    assertThat(ask("--model", TUNED, "--project", project)).isEqualTo(1);
    assertThat(run.err())
        .contains("its budget is $0.0010. Nothing was sent.")
        .contains("timbre budget PROJECT --set USD");
    assertThat(ask("--model", "gpt-9-secret", "--project", project)).isEqualTo(1);
    assertThat(run.err()).contains("is not known, so it could exceed the budget of this project");
    assertThat(server.asked).hasSize(1);
    assertThat(ask("--model", TUNED)).as("nobody's project").isZero();
    assertThat(ask("--model", TUNED, "--project", "no.timbre")).isEqualTo(2);
    assertThat(command("generate", "--prompt", "Hi", "--base", "small", "--project", project))
        .isEqualTo(2);
  }

  @Test
  void programsGetOneObject() throws Exception {
    assertThat(ask("--model", TUNED, "--json")).isZero();
    var answer = json();
    assertThat(answer.path("text").asText()).isEqualTo("It left us.");
    assertThat(answer.path("tokens").asInt()).isEqualTo(500);
    assertThat(answer.path("question_tokens").asInt()).isEqualTo(1_000);
    assertThat(answer.path("counted_by_provider").asBoolean()).isTrue();
    assertThat(answer.path("usd").asDouble()).isEqualTo(0.0009);
    assertThat(answer.path("model").asText()).isEqualTo(TUNED);
  }

  @Test
  void anUnknownPriceIsSaidToBeUnknown() throws Exception {
    assertThat(ask("--model", "gpt-4o-mini", "--json")).isZero();
    assertThat(run.err()).contains("its price is not known");
    assertThat(json().path("usd").isNull()).isTrue();
  }

  @Test
  void asksThroughAKeptConnectionWhoseKeyIsOpenedByAPassphrase() {
    run.type(KEY, PASSPHRASE);
    int added =
        command(
            "connections",
            "add",
            "--name",
            "Mine",
            "--provider",
            "openai",
            "--address",
            server.address().toString());
    assertThat(added).as(run.err()).isZero();
    run.type("another phrase altogether");
    assertThat(command("generate", "--connection", "mine", "--model", TUNED, "--prompt", "Hi"))
        .isEqualTo(TimbreCommandLine.FAILED);
    assertThat(run.err()).contains("passphrase");
    assertThat(server.asked).isEmpty();
    run.type(PASSPHRASE);
    assertThat(command("generate", "--connection", "mine", "--model", TUNED, "--prompt", "Hi"))
        .as(run.err())
        .isZero();
    assertThat(run.out()).startsWith("It left us.");
  }

  @Test
  void aRefusalIsASentenceAndTheEndIsOne() throws Exception {
    server.refuses(401, "invalid_api_key", "Incorrect API key provided: " + KEY);
    assertThat(ask("--model", TUNED, "--json")).isEqualTo(TimbreCommandLine.FAILED);
    assertThat(json().path("error").path("code").asText()).isEqualTo("error.chat.key");
  }

  @Test
  void halfAnAddressIsWrongUsage() {
    assertThat(command("generate", "--prompt", "Hi")).isEqualTo(TimbreCommandLine.WRONG_USAGE);
    assertThat(run.err()).contains("--base").contains("--connection");
    assertThat(command("generate", "--prompt", "Hi", "--model", "m"))
        .isEqualTo(TimbreCommandLine.WRONG_USAGE);
    assertThat(ask("--model", "m", "--base", "small")).isEqualTo(TimbreCommandLine.WRONG_USAGE);
    assertThat(ask()).isEqualTo(TimbreCommandLine.WRONG_USAGE);
    assertThat(server.asked).isEmpty();
  }

  private int ask(String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "generate",
                "--prompt",
                "Where is my order?",
                "--provider",
                "openai",
                "--base-url",
                server.address().toString(),
                "--key-env",
                "TEST_KEY"));
    arguments.addAll(List.of(more));
    return command(arguments.toArray(String[]::new));
  }

  private int command(String... arguments) {
    int code = run.command(arguments);
    said.append(run.out()).append(run.err());
    return code;
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(run.out());
  }
}
