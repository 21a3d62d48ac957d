package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.timbre.jobs.fireworks.FakeFireworks;
import studio.timbre.jobs.remote.FakeProvider;
import studio.timbre.jobs.remote.FaultyServer;
import studio.timbre.jobs.together.FakeTogether;

/** Jobs of the command line at providers that do not speak OpenAI's interface. */
class OwnInterfacesTest {
  private static final String KEY = "key-canary-3f79bb7b435b05321651daefd374cdc6";
  private static final String LINE =
      "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"},{\"role\":\"assistant\",\"content\":\"Good day\"}]}\n";

  @TempDir Path folder;

  static Stream<Arguments> providers() {
    return Stream.of(
        Arguments.of("together", new FakeTogether(), "gull/voice-8b-"),
        Arguments.of("fireworks", new FakeFireworks(), "accounts/gull/models/brand-"));
  }

  @ParameterizedTest
  @MethodSource("providers")
  void aJobIsBegunAndWatchedToItsEnd(String name, FakeProvider fake, String result)
      throws Exception {
    fake.isQuick = true;
    try (var server = new FaultyServer(KEY, fake)) {
      var run = new CommandRun(folder.resolve("home"), Map.of("TEST_KEY", KEY));
      var data = Files.writeString(folder.resolve("data.jsonl"), LINE.repeat(60));
      int code =
          run.command(
              "jobs",
              "start",
              data.toString(),
              "--provider",
              name,
              "--base-url",
              server.address().toString(),
              "--key-env",
              "TEST_KEY",
              "--model",
              "gull/voice-8b",
              "--suffix",
              "brand",
              "--json",
              "--watch");
      assertThat(code).as(run.err()).isZero();
      var lines = lines(run);
      assertThat(lines.getFirst().path("provider_job").asText())
          .isEqualTo(fake.jobs.keySet().iterator().next());
      assertThat(lines.stream().filter(line -> line.path("type").asText().equals("step")))
          .hasSize(FakeProvider.STEPS);
      assertThat(lines.getLast().path("type").asText()).isEqualTo("finished");
      assertThat(lines.getLast().path("result").asText()).startsWith(result);
      assertThat(server.creates()).isEqualTo(1);
      assertThat(fake.violations).isEmpty();
      assertThat(run.out() + run.err()).doesNotContain(KEY);
    }
  }

  private static List<JsonNode> lines(CommandRun run) throws IOException {
    var lines = new ArrayList<JsonNode>();
    for (var line : run.out().lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }
}
