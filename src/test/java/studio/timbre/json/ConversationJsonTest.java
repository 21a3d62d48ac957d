package studio.timbre.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.model.Content;
import studio.timbre.model.Role;
import studio.timbre.model.UserFacingException;

class ConversationJsonTest {

  private static final String[] LINES = {
    "{\"messages\":[]}",
    "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\",\"content\":\"Hello\"}]}",
    "{\"messages\":[{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\": 1}\"}}]}],\"parallel_tool_calls\":false,\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"object\",\"properties\":{}}}}]}",
    "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"What is it?\"},{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://example.org/a.png\",\"detail\":\"low\"}}]}]}",
    "{\"messages\":[{\"role\":\"tool\",\"content\":\"42\",\"tool_call_id\":\"call_1\"},{\"role\":\"narrator\"}]}",
    "{\"messages\":[{\"role\":\"assistant\",\"content\":\"a\",\"name\":\"Gull\",\"weight\":0},{\"role\":\"assistant\",\"content\":\"b\",\"name\":7,\"weight\":1.0},{\"role\":\"assistant\",\"content\":\"c\",\"name\":null,\"weight\":true}]}",
    "{\"messages\":[],\"a\":1.0,\"b\":1e5,\"c\":1E+5,\"d\":123456789012345678901234567890,\"e\":-0,\"f\":0.10,\"g\":1e999999,\"h\":[1.50,{\"i\":-0.0}]}",
    "{\"messages\":[{\"role\":\"user\",\"content\":\"tab\\t nul\\u0000 lone\\ud83d two\\udc00\\udc00 pair 🦆 slash/ bell\\u0007 del\\u007f \u2028\"}],\"x\\ud800\":\"\\u00e9\\/\\ud800\"}",
    "{\"messages\":[{\"role\":\"\",\"content\":\"\"}],\"\":\"\",\"messages2\":{\"messages\":[1]},\"s\":\"a , b : [ c ] \\\\\\\" d\"}",
  };

  @Test
  void linesComeBackAsTheyWereByMeaning() throws Exception {
    var mapper = new ObjectMapper(RawJson.FACTORY);
    for (String line : LINES) {
      String written = ConversationJson.write(ConversationJson.parse(line));
      assertThat(written).doesNotContain("\n");
      assertThat(ConversationJson.parse(written)).isEqualTo(ConversationJson.parse(line));
      if (!line.contains("999999")) {
        JsonNode before = mapper.readTree(line);
        assertThat(mapper.readTree(written)).isEqualTo(before);
      }
    }
  }

  @Test
  void linesInOurOwnSpellingComeBackToTheByte() throws Exception {
    for (String line : LINES) {
      assertThat(ConversationJson.write(ConversationJson.parse(line))).isEqualTo(line);
    }
  }

  @Test
  void whiteSpaceOutsideTextsGoesAndInsideStays() throws Exception {
    var conversation =
        ConversationJson.parse(
            " {\n \"tools\" : [ { \"a b\" : \" c  d \" } , 1.0 ] ,\r\n\t\"messages\" : [ ] } \n");
    assertThat(conversation.extras()).isEqualTo(Map.of("tools", "[{\"a b\":\" c  d \"},1.0]"));
  }

  @Test
  void whatIsNoOrdinaryWeightOrNameStaysAmongTheExtras() throws Exception {
    var messages = ConversationJson.parse(LINES[5]).messages();
    assertThat(messages.get(0).weight()).hasValue(0);
    assertThat(messages.get(0).name()).hasValue("Gull");
    assertThat(messages.get(1).weight()).isEmpty();
    assertThat(messages.get(1).extras()).isEqualTo(Map.of("name", "7", "weight", "1.0"));
    assertThat(messages.get(2).extras()).isEqualTo(Map.of("name", "null", "weight", "true"));
  }

  @Test
  void aWeightSetByHandTakesThePlaceOfAnOddOne() throws Exception {
    var message = ConversationJson.parse(LINES[5]).messages().get(1).withWeight(OptionalInt.of(0));
    var conversation = ConversationJson.parse(LINES[5]).withMessage(1, message);
    assertThat(ConversationJson.write(conversation))
        .contains("\"content\":\"b\",\"weight\":0,\"name\":7}");
  }

  @Test
  void partsShowTheirTexts() throws Exception {
    var content = ConversationJson.parse(LINES[3]).messages().getFirst().content();
    assertThat(content).isInstanceOf(Content.Other.class);
    assertThat(content.text()).isEqualTo("What is it?");
    assertThat(
            ConversationJson.parse(
                    "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"a\"},[\"x\"],{\"image\":{\"text\":\"no\"}},{\"text\":1},\"b\"]}]}")
                .question())
        .isEqualTo("a\nb");
  }

  @Test
  void rolesAreKeptAsTheyCome() throws Exception {
    var messages = ConversationJson.parse(LINES[4]).messages();
    assertThat(messages.get(0).role()).isEqualTo(Role.TOOL);
    assertThat(messages.get(1).role()).isEqualTo(new Role("narrator"));
    assertThat(messages.get(1).content()).isEqualTo(new Content.Missing());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "hello | notJson",
        "{\"messages\":[} | notJson",
        "{\"messages\":[]} {} | notJson",
        "{\"messages\":[],} | notJson",
        "{'messages':[]} | notJson",
        "{\"messages\":[],\"a\":NaN} | notJson",
        "{\"messages\":[],\"a\":01} | notJson",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"a\tb\"}]} | notJson",
        "{\"messages\":[] | notJson",
        "[] | notAnObject",
        "\"text\" | notAnObject",
        "null | notAnObject",
        "{} | noMessages",
        "{\"messages\":{}} | noMessages",
        "{\"prompt\":\"a\",\"completion\":\"b\"} | noMessages",
        "{\"messages\":[[]]} | messageNotAnObject",
        "{\"messages\":[{\"content\":\"a\"}]} | noRole",
        "{\"messages\":[{\"role\":1,\"content\":\"a\"}]} | roleNotText",
        "{\"messages\":[{\"role\":\"user\",\"content\":1}]} | contentWrongType",
        "{\"messages\":[{\"role\":\"user\",\"content\":{}}]} | contentWrongType",
        "{\"messages\":[],\"messages\":[]} | duplicateKey",
        "{\"messages\":[{\"role\":\"user\",\"role\":\"user\"}]} | duplicateKey",
        "{\"messages\":[],\"tools\":[{\"a\":{\"b\":1,\"b\":1}}]} | duplicateKey",
      })
  void brokenLinesAreRefusedWithTheirReason(String line, String reason) {
    assertThat(refusal(line).key()).isEqualTo("dataset.refused." + reason);
  }

  @Test
  void theColumnOfTheFaultIsTold() {
    assertThat(refusal("{\"messages\": [}").arguments()).isEqualTo(java.util.List.of(15, 1));
    assertThat(refusal("hello").arguments().getFirst()).isInstanceOf(Integer.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"messages\":[],\"a\":", "", "{\"messages\":[{\"content\":"})
  void deepNestingIsRefused(String start) {
    String line = start + "[".repeat(5000) + "]".repeat(5000) + "}";
    assertThat(refusal(line).key()).isEqualTo("dataset.refused.tooDeep");
  }

  private static UserFacingException refusal(String line) {
    return catchThrowableOfType(UserFacingException.class, () -> ConversationJson.parse(line));
  }
}
