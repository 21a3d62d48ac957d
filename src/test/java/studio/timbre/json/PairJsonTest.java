package studio.timbre.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.timbre.model.Conversation;
import studio.timbre.model.Role;
import studio.timbre.model.UserFacingException;

class PairJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PUBLISHED =
      Path.of("src/test/resources/reference/orca_dpo_pairs.jsonl");

  @Test
  void publishedPairsComeBackAsTheyWere() throws Exception {
    for (var line : Files.readAllLines(PUBLISHED)) {
      var pair = ConversationJson.parse(line);
      assertThat(pair.isPair()).isTrue();
      assertThat(JSON.readTree(ConversationJson.writeLine(pair))).isEqualTo(JSON.readTree(line));
    }
  }

  @Test
  void aPairIsAConversationThatEndsWithThePreferredAnswer() throws Exception {
    var pair = ConversationJson.parse(Files.readAllLines(PUBLISHED).getFirst());
    var published = JSON.readTree(Files.readAllLines(PUBLISHED).getFirst());
    assertThat(pair.messages().getLast().role()).isEqualTo(Role.ASSISTANT);
    assertThat(pair.answer()).isEqualTo(published.at("/preferred_output/0/content").asText());
    assertThat(PairJson.rejected(pair).orElseThrow())
        .singleElement()
        .satisfies(
            answer ->
                assertThat(answer.text())
                    .isEqualTo(published.at("/non_preferred_output/0/content").asText()));
  }

  @Test
  void whatIsKeptReadsBackAsTheSamePair() throws Exception {
    var line =
        """
        {"input":{"messages":[{"role":"user","content":"Hi"}],"tools":[{"type":"function"}],"parallel_tool_calls":false,"seed":1},
        "preferred_output":[{"role":"assistant","content":"Good day"}],"id":7,
        "non_preferred_output":[{"role":"assistant","content":"Yo","weight":1}]}""";
    var pair = ConversationJson.parse(line);
    assertThat(pair.tools()).contains("[{\"type\":\"function\"}]");
    var kept = ConversationJson.parse(ConversationJson.write(pair));
    assertThat(kept).isEqualTo(pair);
    assertThat(JSON.readTree(ConversationJson.writeLine(kept))).isEqualTo(JSON.readTree(line));
  }

  @Test
  void theNamesOfTheOldSchemaAreReadAndThoseOfTheGuideWritten() throws Exception {
    var pair =
        ConversationJson.parse(
            """
            {"input":{"messages":[]},"preferred_completion":[{"role":"assistant","content":"A"}],
            "non_preferred_completion":[{"role":"assistant","content":"B"}]}""");
    assertThat(ConversationJson.writeLine(pair))
        .isEqualTo(
            "{\"input\":{\"messages\":[]},\"preferred_output\":[{\"role\":\"assistant\",\"content\":\"A\"}],"
                + "\"non_preferred_output\":[{\"role\":\"assistant\",\"content\":\"B\"}]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"input":{"messages":[]},"preferred_output":[{"role":"assistant","content":"A"}]}                             | dataset.refused.pairIncomplete
          {"preferred_output":[],"non_preferred_output":[]}                                                             | dataset.refused.pairIncomplete
          {"input":[],"preferred_output":[],"non_preferred_output":[]}                                                  | dataset.refused.pairWithoutList
          {"input":{"messages":1},"preferred_output":[],"non_preferred_output":[]}                                      | dataset.refused.pairWithoutList
          {"input":{"messages":[]},"preferred_output":"A","non_preferred_output":[]}                                    | dataset.refused.pairWithoutList
          {"input":{"messages":[]},"preferred_output":[],"non_preferred_output":[]}                                     | dataset.refused.preferredNotOne
          {"input":{"messages":[]},"preferred_output":[],"preferred_completion":[],"non_preferred_output":[]}           | dataset.refused.duplicateKey
          {"input":{"messages":[],"tools":[]},"tools":[],"preferred_output":[{"role":"assistant"}],"non_preferred_output":[]} | dataset.refused.duplicateKey
          {"input":"Hello","output":"Good day"}                                                                         | dataset.refused.noMessages
          """)
  void aLineThatIsNoWholePairIsRefusedWithTheReason(String line, String key) {
    assertThatThrownBy(() -> ConversationJson.parse(line))
        .isInstanceOfSatisfying(
            UserFacingException.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }

  @Test
  void aRejectedAnswerThatIsNoListHoldsNothing() throws Exception {
    var odd =
        ConversationJson.parse(
            "{\"messages\":[{\"role\":\"assistant\",\"content\":\"A\"}],\"non_preferred_output\":5}");
    assertThat(odd.isPair()).isTrue();
    assertThat(PairJson.rejected(odd)).isEmpty();
    assertThat(PairJson.rejected(Conversation.of())).isEmpty();
  }
}
