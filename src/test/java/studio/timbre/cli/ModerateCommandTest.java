package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.CanaryKeys;
import studio.timbre.app.NewKey;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.jobs.openai.ProviderServer;
import studio.timbre.jobs.openai.ProviderState.Flavour;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Provider;

class ModerateCommandTest {
  private static final String KEY = "sk-canary-6b86b273ff34fce19d6b804eff5a3f57";
  private static final String PASSPHRASE = "four harbour gulls at dawn";

  @TempDir Path folder;
  private ProviderServer server;
  private CommandRun run;
  private Path data;

  @BeforeEach
  void prepare() throws IOException {
    server = new ProviderServer(KEY, Flavour.OPENAI);
    run = new CommandRun(folder.resolve("home"), Map.of("TEST_KEY", KEY, "WRONG_KEY", KEY + "x"));
    data = folder.resolve("data.jsonl");
  }

  @AfterEach
  void theKeyIsNowhere() {
    server.close();
    assertThat(server.violations).isEmpty();
    assertThat(run.out() + run.err()).doesNotContain("canary");
    assertThat(CanaryKeys.in(folder)).isEmpty();
  }

  private void write(String... answers) throws IOException {
    var lines = new StringBuilder();
    for (var answer : answers) {
      lines.append(
          answer.isEmpty()
              ? "no conversation\n"
              : "{\"messages\":[{\"role\":\"assistant\",\"content\":\"%s\"}]}\n".formatted(answer));
    }
    Files.writeString(data, lines);
  }

  private int moderate(String variable, String... more) {
    var arguments =
        new java.util.ArrayList<>(
            java.util.List.of(
                "moderate",
                data.toString(),
                "--base-url",
                server.address().toString(),
                "--key-env",
                variable));
    arguments.addAll(java.util.List.of(more));
    return run.command(arguments.toArray(String[]::new));
  }

  @Test
  void flaggedLinesAreNamedWithTheirCategories() throws Exception {
    write("Good day", "[hate] and [violence/graphic]", "Bye", "[sexual]");
    assertThat(moderate("TEST_KEY")).isEqualTo(1);
    assertThat(run.out())
        .isEqualToNormalizingNewlines(
            """
            Line 2: hate 0.88, violence/graphic 0.88
            Line 4: sexual 0.88
            4 conversations looked at, 2 flagged
            """);
    assertThat(run.err()).contains("Sends the texts to " + server.address());
  }

  @Test
  void programsReadALineForEachAndTheSumAtTheEnd() throws Exception {
    write("Good day", "[hate]");
    assertThat(moderate("TEST_KEY", "--json")).isEqualTo(1);
    var lines = run.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(json(lines.get(0)).get("line").asLong()).isEqualTo(2);
    assertThat(json(lines.get(0)).at("/categories/hate").asDouble()).isEqualTo(0.875);
    assertThat(json(lines.get(1)).get("conversations").asLong()).isEqualTo(2);
    assertThat(json(lines.get(1)).get("flagged").asLong()).isEqualTo(1);
  }

  @Test
  void aFileWithoutHarmEndsWithNought() throws Exception {
    write("Good day");
    assertThat(moderate("TEST_KEY")).isZero();
  }

  @Test
  void brokenLinesAreNamedAndNotSent() throws Exception {
    write("Good day", "");
    assertThat(moderate("TEST_KEY")).isEqualTo(1);
    assertThat(run.err()).contains("Line 2: ");
    assertThat(server.state.moderation.texts()).containsExactly("Good day");
  }

  @Test
  void aWrongKeyIsToldInASentence() throws Exception {
    write("Good day");
    assertThat(moderate("WRONG_KEY", "--json")).isEqualTo(1);
    assertThat(json(run.out()).at("/error/code").asText()).isEqualTo("error.moderation.key");
  }

  @Test
  void aConnectionOfTimbreCanBeNamed() throws Exception {
    write("[hate]");
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")))) {
      timbre.connections().keys().unlock(PASSPHRASE.toCharArray());
      timbre
          .connections()
          .add(
              Provider.COMPATIBLE,
              "Ours",
              server.address().toString(),
              new NewKey.Typed(new ApiKey(KEY)));
    }
    run.type(PASSPHRASE);
    assertThat(run.command("moderate", data.toString(), "--connection", "ours")).isEqualTo(1);
    assertThat(run.out()).startsWith("Line 1: hate 0.88");
  }

  @Test
  void halfAnAddressIsWrongUsage() throws Exception {
    write("Good day");
    assertThat(run.command("moderate", data.toString())).isEqualTo(2);
    assertThat(run.command("moderate", data.toString(), "--key-env", "TEST_KEY")).isEqualTo(2);
    assertThat(moderate("NO_KEY")).isEqualTo(2);
    assertThat(moderate("TEST_KEY", "--connection", "Ours")).isEqualTo(2);
    assertThat(run.command("moderate", "nowhere.jsonl")).isEqualTo(2);
    assertThat(server.calls).isEmpty();
  }

  private static JsonNode json(String line) throws Exception {
    return new ObjectMapper().readTree(line);
  }
}
