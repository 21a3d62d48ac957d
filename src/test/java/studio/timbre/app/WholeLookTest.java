package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.timbre.checks.LookedSet;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.dataset.TextLanguage;
import studio.timbre.json.ConversationJson;
import studio.timbre.json.Fingerprint;
import studio.timbre.model.Conversation;
import studio.timbre.model.Problem;
import studio.timbre.model.Split;

/** How conversations are built, and which of them say the same: what is told of a set of them. */
class WholeLookTest {
  private static final Path REFERENCE = Path.of("src/test/resources/reference");

  /** Conversations that are looked at together. */
  private static final class Checks {
    private final LookedSet looked = new LookedSet(16);
    private final TextLanguage language = new TextLanguage();

    void accept(long id, Split split, Conversation conversation) {
      looked.add(
          id, split, Fingerprint.of(conversation), CheckedTexts.look(conversation, language));
    }

    List<Problem> problems() {
      looked.compare();
      return WholeLook.problems(looked, List.of());
    }
  }

  @Test
  void theToyDatasetHasThePublishedProblems() throws Exception {
    var expected =
        new ObjectMapper()
            .readTree(REFERENCE.resolve("toy_chat_fine_tuning.expected.json").toFile())
            .path("printed_by_the_notebook");
    var checks = new Checks();
    int count = 0;
    try (var reader = ConversationReader.open(REFERENCE.resolve("toy_chat_fine_tuning.jsonl"))) {
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        var good = (ConversationReader.Line.Good) line.get();
        checks.accept(good.number(), Split.TRAINING, good.conversation());
        count++;
      }
    }
    assertThat(count).isEqualTo(expected.path("num_examples").asInt());
    assertThat(expected.path("format_errors")).isEmpty();
    var problems = checks.problems();
    assertThat(problems)
        .filteredOn(problem -> problem.severity() == Problem.Severity.ERROR)
        .isEmpty();
    assertThat(rows(problems, "missing_system_message"))
        .hasSize(expected.path("num_examples_missing_system_message").asInt());
    assertThat(rows(problems, "missing_user_message"))
        .hasSize(expected.path("num_examples_missing_user_message").asInt());
    // "5 lines are below OpenAI's minimum of 10": the notebook does not check that, the service
    // does.
    assertThat(rows(problems, "too_few_examples")).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  private static List<Long> rows(List<Problem> problems, String kind) {
    return problems.stream()
        .filter(problem -> problem.kind().equals(kind))
        .flatMap(problem -> problem.conversations().stream())
        .toList();
  }

  /** One conversation, and the kinds that are found in it besides those that come from there being one alone. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "S,U,A | ",
        "S,U,A,U,A | ",
        "U,A | missing_system_message",
        "S,A | missing_user_message",
        "S,U | example_missing_assistant_message",
        "S,U,A,U | last_message_not_assistant",
        " | missing_messages_list",
        "D,U,A | developer_role",
        "S,U,{\"role\":\"bot\",\"content\":\"a\"},A | unrecognized_role",
        "S,{\"role\":\"user\"},A | message_missing_key",
        "S,{\"role\":\"user\",\"content\":\"\"},A | missing_content",
        "S,{\"role\":\"user\",\"content\":null},A | missing_content",
        "S,{\"role\":\"user\",\"content\":[]},A | missing_content",
        "S,U,{\"role\":\"assistant\",\"content\":\"\"} | missing_content",
        "S,U,{\"role\":\"assistant\",\"content\":\" \\n\"} | empty_answer",
        "S,U,{\"role\":\"assistant\",\"content\":\"a\",\"mood\":1} | message_unrecognized_key",
        "S,{\"role\":\"user\",\"content\":\"a\",\"name\":\"Ana\"},A | ",
        "S,U,{\"role\":\"assistant\",\"content\":\"a\",\"weight\":0} | ",
        "S,U,{\"role\":\"assistant\",\"content\":\"a\",\"weight\":0.5} | invalid_weight",
        "S,{\"role\":\"user\",\"content\":\"a\",\"weight\":1},A | weight_on_non_assistant",
        // What the cookbook's checks flag although it is right:
        "S,U,{\"role\":\"assistant\",\"tool_calls\":[CALL]},{\"role\":\"tool\",\"tool_call_id\":\"c1\",\"content\":\"42\"},A | ",
        "S,U,{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[CALL]} | ",
        "S,U,{\"role\":\"assistant\",\"content\":null,\"function_call\":{\"name\":\"f\",\"arguments\":\"{}\"}} | ",
        "S,U,{\"role\":\"assistant\",\"content\":null,\"refusal\":\"We cannot.\"} | ",
        "S,{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"a\"},{\"type\":\"image_url\",\"image_url\":{\"url\":\"u\"}}]},A | ",
        // And what only looks right:
        "S,U,{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[]} | missing_content",
        "S,U,{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":{}}}]} | broken_tool_call",
        "S,U,{\"role\":\"assistant\",\"tool_calls\":[CALL]},{\"role\":\"tool\",\"content\":\"42\"},A | tool_answer_without_call",
        "S,U,{\"role\":\"assistant\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"u\"}}]} | image_in_answer",
      })
  void eachFaultHasItsName(String messages, String kind) throws Exception {
    var checks = new Checks();
    checks.accept(7, Split.TRAINING, ConversationJson.parse(line(messages)));
    assertThat(checks.problems())
        .extracting(Problem::kind)
        .filteredOn(found -> !found.equals("too_few_examples"))
        .isEqualTo(kind == null ? List.of() : List.of(kind));
  }

  private static String line(String messages) {
    String written =
        messages == null
            ? ""
            : messages
                .replaceFirst("^S", "{\"role\":\"system\",\"content\":\"s\"}")
                .replaceFirst("^D", "{\"role\":\"developer\",\"content\":\"s\"}")
                .replaceAll("\\bU\\b", "{\"role\":\"user\",\"content\":\"q\"}")
                .replaceAll("\\bA\\b", "{\"role\":\"assistant\",\"content\":\"a\"}")
                .replace(
                    "CALL",
                    "{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}");
    return "{\"messages\":[" + written + "]}";
  }

  @Test
  void copiesAndOverlapsAreFoundAcrossTheSet() throws Exception {
    var checks = new Checks();
    for (int i = 1; i <= 12; i++) {
      checks.accept(i, Split.TRAINING, ConversationJson.parse(answered("q" + i % 11)));
    }
    checks.accept(20, Split.HELD_OUT, ConversationJson.parse(answered("q5")));
    checks.accept(21, Split.HELD_OUT, ConversationJson.parse(answered("new")));
    assertThat(checks.problems())
        .containsExactly(
            new Problem("held_out_overlap", Problem.Severity.ERROR, List.of(5L, 20L)),
            new Problem("duplicate", Problem.Severity.WARNING, List.of(1L, 12L)));
  }

  private static String answered(String question) {
    return line("S,{\"role\":\"user\",\"content\":\"" + question + "\"},A");
  }

  @Test
  void whatIsWorseComesFirstThenWhatTouchesMore() throws Exception {
    var checks = new Checks();
    checks.accept(1, Split.TRAINING, ConversationJson.parse(line("U,A")));
    checks.accept(2, Split.TRAINING, ConversationJson.parse(line("A")));
    checks.accept(3, Split.TRAINING, ConversationJson.parse(line("U")));
    assertThat(checks.problems())
        .extracting(Problem::kind)
        .containsExactly(
            "example_missing_assistant_message",
            "too_few_examples",
            "missing_system_message",
            "missing_user_message");
  }
}
