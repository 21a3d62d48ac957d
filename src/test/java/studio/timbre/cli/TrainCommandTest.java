package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.TinyModel;

/** The commands that train, measure and speak, with real child processes on a model of no size. */
@Timeout(180)
class TrainCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Path file;
  private Path base;
  private Path out;
  private CommandRun terminal;

  @BeforeEach
  void setUp() throws Exception {
    base = TinyModel.in(folder.resolve("tiny")).path();
    out = folder.resolve("out");
    terminal = new CommandRun(folder.resolve("home"));
    file = folder.resolve("train.jsonl");
    var lines = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      lines.add(
          """
          {"messages":[{"role":"user","content":"What is %d?"},{"role":"assistant","content":"The best tea there is."}]}"""
              .formatted(i));
    }
    Files.write(file, lines);
  }

  @Test
  void trainsMeasuresAndSpeaks() throws Exception {
    var events = objects(train("--validation", file.toString(), "--json"));
    assertThat(types(events)).startsWith("queued", "started", "evaluated", "step");
    assertThat(types(events).getLast()).isEqualTo("finished");
    var steps =
        events.stream().filter(event -> event.path("type").asText().equals("step")).toList();
    assertThat(steps)
        .extracting(step -> step.path("step").asInt())
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(steps)
        .allSatisfy(
            step -> {
              assertThat(step.path("train_loss").asDouble()).isPositive();
              assertThat(step.path("tokens_per_second").asDouble()).isPositive();
              assertThat(step.has("learning_rate")).isTrue();
              assertThat(step.has("epoch")).isTrue();
            });
    assertThat(out)
        .isDirectoryContaining("glob:**/adapter_config.json")
        .isDirectoryContaining("glob:**/adapter_model.safetensors");

    var before = object(command("evaluate", file, "--base", base, "--json"));
    var after = object(command("evaluate", file, "--base", base, "--adapter", out, "--json"));
    assertThat(before.path("examples").asInt()).isEqualTo(12);
    assertThat(before.path("answer_tokens").asInt()).isPositive();
    assertThat(before.path("perplexity").asDouble())
        .isCloseTo(Math.exp(before.path("loss").asDouble()), within(1e-9));
    assertThat(after.path("loss").asDouble()).isLessThan(before.path("loss").asDouble());
    assertThat(after.path("loss").asDouble())
        .isCloseTo(events.getLast().path("eval_loss").asDouble(), within(1e-4));

    var spoken =
        object(
            command(
                "generate",
                "--base",
                base,
                "--adapter",
                out,
                "--prompt",
                "Hello",
                "--max-tokens",
                "5",
                "--temperature",
                "0",
                "--json"));
    assertThat(spoken.path("tokens").asInt()).isBetween(0, 5);
    assertThat(spoken.has("text")).isTrue();
  }

  @Test
  void resumeOfWhatIsFinishedSaysSo() throws Exception {
    assertThat(train()).isZero();
    assertThat(train()).isEqualTo(1);
    assertThat(terminal.err()).contains("holds a training already");
    assertThat(types(objects(train("--resume", "--json")))).containsExactly("finished");
    assertThat(train("--resume", "--rank", "2")).isEqualTo(1);
    assertThat(terminal.err()).contains("begun with other settings");
  }

  @Test
  void brokenLinesAreNamedAndNothingStarts() throws Exception {
    Files.writeString(file, "{\"messages\":[]}\nnonsense\n");
    assertThat(train()).isEqualTo(1);
    assertThat(terminal.err()).contains("line 2").doesNotContain("Exception");
    assertThat(out).doesNotExist();
  }

  @Test
  void withoutATerminalThereArePlainLinesAndAChartAtTheEnd() {
    assertThat(train()).isZero();
    assertThat(terminal.out())
        .contains("step 8/8  loss ")
        .contains("held out")
        .contains("The adapter lies in " + out.toAbsolutePath())
        .doesNotContain("\u001b");
  }

  @Test
  void tooFewConversationsAreAWarningAndNoRefusal() throws Exception {
    Files.write(file, Files.readAllLines(file).subList(0, 9));
    assertThat(train()).isZero();
    assertThat(terminal.err())
        .contains("Too few conversations to learn from: 9. A voice needs at least some dozens.");
  }

  @Test
  void theTimeOfTheNextTrainingIsToldFromTheSpeedOfTheLast() {
    assertThat(train()).isZero();
    assertThat(terminal.out()).contains("(a first guess)");
    out = folder.resolve("again");
    assertThat(train()).isZero();
    assertThat(terminal.out()).contains("8 steps, about ").doesNotContain("(a first guess)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--batch-size 0",
        "--learning-rate -1",
        "--schedule steep",
        "--max-length 1",
        "--rank 5000",
        "--validation none.jsonl"
      })
  void numbersThatCannotBeAreWrongUsage(String options) {
    var arguments = new ArrayList<Object>(List.of("train", file, "--base", base, "--out", out));
    arguments.addAll(List.of(options.split(" ")));
    assertThat(command(arguments.toArray())).isEqualTo(2);
    assertThat(out).doesNotExist();
  }

  private int train(String... more) {
    var arguments = new ArrayList<Object>(List.of("train", file, "--base", base, "--out", out));
    arguments.addAll(List.of("--steps", "8", "--batch-size", "2", "--seed", "1"));
    arguments.addAll(List.of(more));
    return command(arguments.toArray());
  }

  private int command(Object... arguments) {
    return terminal.command(
        List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
  }

  private JsonNode object(int code) throws Exception {
    return objects(code).getFirst();
  }

  private List<JsonNode> objects(int code) throws Exception {
    assertThat(code).as(terminal.out() + terminal.err()).isZero();
    var objects = new ArrayList<JsonNode>();
    for (String line : terminal.out().lines().toList()) {
      objects.add(JSON.readTree(line));
    }
    return objects;
  }

  private static List<String> types(List<JsonNode> events) {
    return events.stream().map(event -> event.path("type").asText()).toList();
  }
}
