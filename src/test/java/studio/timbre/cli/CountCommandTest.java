package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountCommandTest {
  private static final String TOY = "src/test/resources/reference/toy_chat_fine_tuning.jsonl";

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void prepare() {
    run = new CommandRun(folder.resolve("home"));
  }

  @Test
  void theFiguresOfAFileAreOneObject() throws Exception {
    assertThat(run.command("count", TOY, "--model", "gpt-4.1-mini", "--json")).isZero();
    var json = json(run.out());
    assertThat(json.get("examples").asLong()).isEqualTo(5);
    assertThat(json.get("tokens").asLong()).isEqualTo(8233);
    assertThat(json.get("assistant_tokens").asLong()).isEqualTo(8045);
    assertThat(json.get("billed_tokens_per_epoch").asLong()).isEqualTo(8233);
    assertThat(json.get("epochs").asInt()).isEqualTo(20);
    assertThat(json.get("billed_tokens").asLong()).isEqualTo(164_660);
    assertThat(json.get("cost_usd").asDouble()).isEqualTo(0.8233);
    assertThat(json.get("over_limit").asLong()).isZero();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void conversationsBeyondTheLimitAreCutAndNamed() throws Exception {
    run.command(
        "count",
        TOY,
        "--model",
        "gpt-3.5-turbo (launch price 2023-08-22)",
        "--epochs",
        "3",
        "--json");
    var json = json(run.out());
    assertThat(json.get("billed_tokens_per_epoch").asLong()).isEqualTo(4306);
    assertThat(json.get("billed_tokens").asLong()).isEqualTo(3 * 4306);
    assertThat(json.get("over_limit").asLong()).isEqualTo(1);
  }

  @Test
  void aModelWithoutAPriceCostsNull() throws Exception {
    run.command("count", TOY, "--model", "gpt-5-mini", "--json");
    assertThat(json(run.out()).get("cost_usd").isNull()).isTrue();
  }

  @Test
  void peopleReadATableWithTheAgeOfThePrice() {
    assertThat(run.command("count", TOY, "--model", "gpt-4o-mini")).isZero();
    assertThat(run.out())
        .contains("gpt-4o-mini-2024-07-18, counted in o200k_base")
        .containsPattern("Billed tokens +164,660\\R")
        .containsPattern("Cost +about \\$0\\.49\\R")
        .contains("The model answers until: 2027-01-14")
        .contains("Read on 2026-11-22:");
  }

  @Test
  void brokenLinesAreNamedAndTheEndIsOne() throws Exception {
    var file = folder.resolve("broken.jsonl");
    Files.writeString(
        file,
        """
        {"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Yes"}]}
        {"messages":
        ["no object"]
        """);
    assertThat(run.command("count", file.toString(), "--model", "gpt-4o", "--json")).isEqualTo(1);
    assertThat(run.err()).contains("Line 2: ").contains("Line 3: ");
    assertThat(json(run.out()).get("examples").asLong()).isEqualTo(1);
    assertThat(json(run.out()).get("broken_lines").asLong()).isEqualTo(2);
  }

  @Test
  void anEmptyFileIsAProblem() throws Exception {
    var file = Files.writeString(folder.resolve("empty.jsonl"), "\n\n");
    assertThat(run.command("count", file.toString(), "--model", "gpt-4o")).isEqualTo(1);
    assertThat(run.err()).contains("no conversation");
  }

  @Test
  void aFileThatIsNotThereIsWrongUsage() {
    assertThat(run.command("count", "nowhere.jsonl", "--model", "gpt-4o")).isEqualTo(2);
    assertThat(run.err()).startsWith("There is no file nowhere.jsonl.");
  }

  @Test
  void anUnknownModelIsWrongUsage() throws Exception {
    assertThat(run.command("count", TOY, "--model", "gpt-6-luna", "--json")).isEqualTo(2);
    assertThat(json(run.out()).at("/error/message").asText()).contains("gpt-6-luna");
  }

  @Test
  void epochsStartAtOne() {
    assertThat(run.command("count", TOY, "--model", "gpt-4o", "--epochs", "0")).isEqualTo(2);
  }

  @Test
  void aModelThatCannotBeCountedSaysWhy() {
    assertThat(run.command("count", TOY, "--model", "Qwen-32B")).isEqualTo(1);
    assertThat(run.err()).startsWith("Qwen-32B has a tokenizer of its own").hasLineCount(1);
  }

  @Test
  void aBrokenPriceFileOfOnesOwnIsReported() throws Exception {
    Files.createDirectories(folder.resolve("home"));
    Files.writeString(folder.resolve("home/catalogue.json"), "{}");
    assertThat(run.command("count", TOY, "--model", "gpt-4o-mini", "--json")).isZero();
    assertThat(run.err()).contains("Timbre shows its own prices");
    assertThat(json(run.out()).get("cost_usd").asDouble()).isEqualTo(0.49398);
  }

  private static JsonNode json(String line) throws Exception {
    assertThat(line).hasLineCount(1);
    return new ObjectMapper().readTree(line);
  }
}
