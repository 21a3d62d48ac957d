package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.ModelsServer;

class ConnectionsCommandTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String CANARY = "sk-canary-7f3a9b";
  private static final String PASSPHRASE = "four harbour gulls at dawn";

  @TempDir Path folder;
  private CommandRun run;
  private ModelsServer server;

  @BeforeEach
  void prepare() throws Exception {
    run = new CommandRun(folder);
    server = new ModelsServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anEmptyListSaysHowToBegin() throws Exception {
    assertThat(run.command("connections")).isZero();
    assertThat(run.out()).contains("timbre connections add --provider openai");
    assertThat(run.command("connections", "list", "--json")).isZero();
    assertThat(run.out()).isEqualTo("{\"connections\":[]}\n");
  }

  @Test
  void aConnectionIsAddedTestedListedAndRemoved() throws Exception {
    server.body = "{\"data\":[{\"id\":\"m\",\"shutdown_date\":\"2027-01-14\"}]}";
    assertThat(add(CANARY, PASSPHRASE)).isZero();
    assertThat(run.out()).contains("Ours is added", "in Timbre's locked file");

    run.type(PASSPHRASE);
    assertThat(run.command("connections", "test", "ours", "--json")).isZero();
    var outcome = MAPPER.readTree(run.out());
    assertThat(outcome.get("outcome").asText()).isEqualTo("works");
    assertThat(outcome.get("models").asInt()).isEqualTo(1);
    assertThat(outcome.get("ends").get(0).get("shutdown_date").asText()).isEqualTo("2027-01-14");
    assertThat(outcome.get("limits")).isEmpty();
    assertThat(server.calls)
        .containsExactly(
            "GET /v1/models Bearer " + CANARY + " null",
            "GET /v1/fine_tuning/model_limits Bearer " + CANARY + " null");

    assertThat(run.command("connections", "list", "--json")).isZero();
    var listed = MAPPER.readTree(run.out()).get("connections").get(0);
    assertThat(listed.get("name").asText()).isEqualTo("Ours");
    assertThat(listed.get("provider").asText()).isEqualTo("openai");
    assertThat(listed.get("key").asText()).isEqualTo("file");
    assertThat(run.command("connections")).isZero();
    assertThat(run.out()).contains("Name", "Ours", server.address());

    run.type(PASSPHRASE);
    assertThat(run.command("connections", "remove", "Ours")).isZero();
    assertThat(run.out()).isEqualTo("Ours and its key are removed.\n");
    assertThat(run.command("connections", "--json")).isZero();
    assertThat(run.out()).isEqualTo("{\"connections\":[]}\n");
  }

  @Test
  void theLimitsOfTheAccountAreTold() throws Exception {
    server.limits =
        "{\"gpt-4.1-2025-04-14\":{\"max_total_jobs\":8,\"max_concurrent_jobs\":3,\"active_jobs\":2}}";
    assertThat(add(CANARY, PASSPHRASE)).isZero();
    run.type(PASSPHRASE);
    assertThat(run.command("connections", "test", "Ours")).isZero();
    assertThat(run.out())
        .contains("  gpt-4.1-2025-04-14: 2 of 3 jobs at once in use, at most 8 jobs in all\n");
    run.type(PASSPHRASE);
    assertThat(run.command("connections", "test", "Ours", "--json")).isZero();
    assertThat(MAPPER.readTree(run.out()).get("limits"))
        .hasToString(
            "[{\"max_total_jobs\":8,\"max_concurrent_jobs\":3,\"active_jobs\":2,\"model\":\"gpt-4.1-2025-04-14\"}]");
  }

  @Test
  void neitherOutputNorFilesHoldTheKeyOrThePassphrase() throws Exception {
    assertThat(add(CANARY, PASSPHRASE)).isZero();
    assertThat(run.out() + run.err()).doesNotContain("canary").doesNotContain("gulls");
    server.status = 401;
    run.type(PASSPHRASE);
    assertThat(run.command("connections", "test", "Ours", "--verbose")).isEqualTo(1);
    assertThat(run.out()).contains("does not know this key");
    assertThat(run.out() + run.err()).doesNotContain("canary").doesNotContain("gulls");
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("canary")
            .doesNotContain("gulls");
      }
    }
  }

  @Test
  void aWrongPassphraseIsASentence() throws Exception {
    assertThat(add(CANARY, PASSPHRASE)).isZero();
    run.type("four harbour gulls at dusk");
    assertThat(run.command("connections", "test", "Ours")).isEqualTo(1);
    assertThat(run.err()).startsWith("This passphrase does not open your keys.").hasLineCount(1);
    assertThat(server.calls).isEmpty();
    assertThat(run.command("connections", "remove", "Ours", "--leave-key")).isZero();
    assertThat(run.out()).isEqualTo("Ours is removed.\n");
  }

  @Test
  void withoutAKeyNothingIsAdded() {
    assertThat(add()).isEqualTo(1);
    assertThat(run.err()).contains("nothing came");
    assertThat(add("not a key")).isEqualTo(1);
    assertThat(run.err()).startsWith("This cannot be a key").doesNotContain("not a key:");
    assertThat(run.command("connections", "--json")).isZero();
    assertThat(run.out()).isEqualTo("{\"connections\":[]}\n");
  }

  @Test
  void aVariableThatIsNotSetIsSaid() {
    assertThat(
            run.command(
                "connections", "add", "--provider", "nebius", "--key-env", "TIMBRE_NO_SUCH_KEY"))
        .isEqualTo(1);
    assertThat(run.err()).contains("TIMBRE_NO_SUCH_KEY does not hold a key");
  }

  @Test
  void anAddressThatIsNotTakenSaysWhichIsMeant() {
    assertThat(run.command("connections", "add", "--provider", "azure")).isEqualTo(2);
    assertThat(run.err()).contains("--address", "https://your-resource.openai.azure.com/openai/v1");
    run.type(CANARY);
    assertThat(
            run.command(
                "connections",
                "add",
                "--provider",
                "azure",
                "--address",
                "https://gull.openai.azure.com"))
        .isEqualTo(1);
    assertThat(run.err()).contains("https://gull.openai.azure.com/openai/v1");
  }

  @Test
  void aKeyCannotBeAnArgument() {
    assertThat(run.command("connections", "add", "--provider", "openai", "--key", CANARY))
        .isEqualTo(2);
    assertThat(run.command("connections", "test", "nobody", "--json")).isEqualTo(1);
    assertThat(run.out()).contains("error.connection.unknown");
  }

  private int add(String... typed) {
    run.type(typed);
    return run.command(
        "connections",
        "add",
        "--provider",
        "openai",
        "--name",
        "Ours",
        "--address",
        server.address());
  }
}
