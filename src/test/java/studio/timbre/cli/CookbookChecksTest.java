package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Our checks beside those of OpenAI's cookbook (Chat_finetuning_data_prep), which are written out here by their published rules: the
 * same names where they are right, and none where they predate tools, pictures and pairs.
 */
class CookbookChecksTest {
  private static final Path REFERENCE = Path.of("src/test/resources/reference");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private CommandRun run;

  @BeforeEach
  void prepare() {
    run = new CommandRun(folder.resolve("home"));
  }

  /** How many there are of each rule. */
  private Map<String, Integer> ours(Path file) throws Exception {
    run.command("check", file.toString(), "--json");
    var counts = new TreeMap<String, Integer>();
    for (var problem : JSON.readTree(run.out()).get("problems")) {
      counts.merge(problem.get("rule").asText(), 1, Integer::sum);
    }
    return counts;
  }

  private static Map<String, Integer> cookbooks(Path file) throws IOException {
    var counts = new TreeMap<String, Integer>();
    for (var line : Files.readAllLines(file)) {
      count(JSON.readTree(line), counts);
    }
    return counts;
  }

  private static void count(JsonNode line, Map<String, Integer> counts) {
    if (!line.isObject()) {
      counts.merge("data_type", 1, Integer::sum);
      return;
    }
    var messages = line.path("messages");
    if (messages.isEmpty()) {
      counts.merge("missing_messages_list", 1, Integer::sum);
      return;
    }
    boolean answered = false;
    for (var message : messages) {
      if (!message.has("role") || !message.has("content")) {
        counts.merge("message_missing_key", 1, Integer::sum);
      }
      message
          .fieldNames()
          .forEachRemaining(
              key -> {
                if (!Set.of("role", "content", "name", "function_call", "weight").contains(key)) {
                  counts.merge("message_unrecognized_key", 1, Integer::sum);
                }
              });
      var role = message.path("role").asText();
      if (!Set.of("system", "user", "assistant", "function").contains(role)) {
        counts.merge("unrecognized_role", 1, Integer::sum);
      }
      var content = message.path("content");
      boolean says = content.isTextual() && !content.asText().isEmpty();
      if (!content.isTextual() || (!says && !message.has("function_call"))) {
        counts.merge("missing_content", 1, Integer::sum);
      }
      answered |= role.equals("assistant");
    }
    if (!answered) {
      counts.merge("example_missing_assistant_message", 1, Integer::sum);
    }
  }

  /** Every error name of the cookbook, each in a line that has it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "data_type | [1]",
        "missing_messages_list | {\"messages\":[]}",
        "message_missing_key | {\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\"}]}",
        "message_missing_key | {\"messages\":[{\"content\":\"Hi\"},{\"role\":\"assistant\",\"content\":\"Hi\"}]}",
        "message_unrecognized_key | {\"messages\":[{\"role\":\"user\",\"content\":\"Hi\",\"mood\":1},{\"role\":\"assistant\",\"content\":\"Hi\"}]}",
        "unrecognized_role | {\"messages\":[{\"role\":\"narrator\",\"content\":\"Hi\"},{\"role\":\"assistant\",\"content\":\"Hi\"}]}",
        "missing_content | {\"messages\":[{\"role\":\"user\",\"content\":\"\"},{\"role\":\"assistant\",\"content\":\"Hi\"}]}",
        "example_missing_assistant_message | {\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}",
      })
  void everyErrorOfTheCookbookHasItsName(String rule, String line) throws Exception {
    var file = Files.writeString(folder.resolve("one.jsonl"), line + "\n");
    assertThat(cookbooks(file)).containsKey(rule);
    assertThat(ours(file)).containsKey(rule);
  }

  @Test
  void theToyDataHasTheFiguresThatTheNotebookPrints() throws Exception {
    var printed =
        JSON.readTree(REFERENCE.resolve("toy_chat_fine_tuning.expected.json").toFile())
            .path("printed_by_the_notebook");
    var file = REFERENCE.resolve("toy_chat_fine_tuning.jsonl");
    assertThat(cookbooks(file)).isEmpty();
    assertThat(ours(file))
        .isEqualTo(
            Map.of(
                "missing_system_message",
                printed.path("num_examples_missing_system_message").asInt(),
                "missing_user_message",
                printed.path("num_examples_missing_user_message").asInt(),
                "too_few_examples",
                1));
  }

  /** Real lines of tool calls (microsoft-foundry/fine-tuning, MIT). */
  @Test
  void callsOfToolsAreNoErrors() throws Exception {
    var file = folder.resolve("stock.jsonl");
    try (InputStream packed = Files.newInputStream(REFERENCE.resolve("stock_toolcall.jsonl.gz"));
        var plain = new GZIPInputStream(packed)) {
      Files.copy(plain, file);
    }
    assertThat(cookbooks(file))
        .isEqualTo(
            Map.of(
                "message_missing_key", 36, "message_unrecognized_key", 36, "missing_content", 36));
    assertThat(ours(file))
        .doesNotContainKeys("message_missing_key", "message_unrecognized_key", "missing_content");
  }

  @Test
  void pairsAndPicturesAreNoErrors() throws Exception {
    var pairs = REFERENCE.resolve("orca_dpo_pairs.jsonl");
    assertThat(cookbooks(pairs)).containsOnlyKeys("missing_messages_list");
    assertThat(ours(pairs)).doesNotContainKey("missing_messages_list");
    var picture =
        Files.writeString(
            folder.resolve("picture.jsonl"),
            """
            {"messages":[{"role":"user","content":[{"type":"text","text":"This?"},{"type":"image_url","image_url":{"url":"https://gull.example/a.png"}}]},{"role":"assistant","content":"A gull."}]}
            """);
    assertThat(cookbooks(picture)).isEqualTo(Map.of("missing_content", 1));
    assertThat(ours(picture)).containsOnlyKeys("missing_system_message", "too_few_examples");
  }
}
