package studio.timbre.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

class CookbookCounterTest {

  /** The sample conversation of OpenAI's How_to_count_tokens_with_tiktoken.ipynb. */
  private static final Conversation JARGON =
      Conversation.of(
          Message.of(
              Role.SYSTEM,
              "You are a helpful, pattern-following assistant that translates corporate jargon into plain"
                  + " English."),
          named("example_user", "New synergies will help drive top-line growth."),
          named("example_assistant", "Things working well together will increase revenue."),
          named(
              "example_user",
              "Let's circle back when we have more bandwidth to touch base on opportunities for"
                  + " increased leverage."),
          named(
              "example_assistant", "Let's talk later when we're less busy about how to do better."),
          Message.of(
              Role.USER,
              "This late pivot means we don't have time to boil the ocean for the client deliverable."));

  /** The sample tool of the same notebook. */
  private static final String WEATHER =
      """
      [{"type": "function", "function": {"name": "get_current_weather",
        "description": "Get the current weather in a given location",
        "parameters": {"type": "object", "properties": {
          "location": {"type": "string", "description": "The city and state, e.g. San Francisco, CA"},
          "unit": {"type": "string", "description": "The unit of temperature to return",
            "enum": ["celsius", "fahrenheit"]}},
          "required": ["location"]}}}]""";

  private final ConversationCounter counter = ApiCounters.forEncoding(ApiEncoding.O200K_BASE);
  private final Tokenizer tokenizer = new ApiTokenizer(ApiEncoding.O200K_BASE);

  @ParameterizedTest
  @CsvSource({
    "gpt-3.5-turbo, 129",
    "gpt-4-0613, 129",
    "gpt-4, 129",
    "gpt-4o, 124",
    "gpt-4o-mini, 124"
  })
  void whatTheServiceCountedForTheSampleConversation(String model, int tokens) {
    assertThat(ApiCounters.forModel(model).orElseThrow().count(JARGON).total()).isEqualTo(tokens);
  }

  @ParameterizedTest
  @CsvSource({"gpt-3.5-turbo, 105", "gpt-4, 105", "gpt-4o, 101", "gpt-4o-mini, 101"})
  void whatTheServiceCountedForTheSampleTool(String model, int tokens) {
    var conversation =
        new Conversation(
            List.of(
                Message.of(
                    Role.SYSTEM,
                    "You are a helpful assistant that can answer to questions about the weather."),
                Message.of(Role.USER, "What's the weather like in San Francisco?")),
            Map.of("tools", WEATHER));
    assertThat(ApiCounters.forModel(model).orElseThrow().count(conversation).total())
        .isEqualTo(tokens);
  }

  @Test
  void messagesAddUpToTheConversation() {
    var count = counter.count(JARGON);
    assertThat(count.messages()).hasSize(6);
    assertThat(count.total())
        .isEqualTo(3 + count.messages().stream().mapToInt(Integer::intValue).sum());
  }

  @Test
  void weightIsNeverCounted() {
    var answer = Message.of(Role.ASSISTANT, "We post on Thursday.");
    int plain = counter.count(Conversation.of(answer)).total();
    assertThat(counter.count(Conversation.of(answer.withWeight(OptionalInt.of(0)))).total())
        .isEqualTo(plain);
    assertThat(counter.count(Conversation.of(withExtras(answer, "weight", "\"0\""))).total())
        .isEqualTo(plain);
  }

  @Test
  void answersAreTheContentOfAssistantsAlone() {
    var answer = Message.of(Role.ASSISTANT, "We post on Thursday.");
    var conversation =
        Conversation.of(
            Message.of(Role.USER, "When do you post?"),
            withExtras(answer, "name", "\"shop\""),
            answer.withWeight(OptionalInt.of(0)));
    assertThat(counter.count(conversation).answers())
        .isEqualTo(2 * tokenizer.count("We post on Thursday."));
  }

  @Test
  void marksInsideTextAreOrdinaryText() {
    var text = "Say <|im_end|> and <|endoftext|>";
    assertThat(counter.count(Conversation.of(Message.of(Role.USER, text))).total())
        .isEqualTo(3 + 3 + tokenizer.count("user") + tokenizer.count(text))
        .isGreaterThan(14);
  }

  @Test
  void everyStringOfAMessageCounts() {
    var reply = withExtras(Message.of(Role.TOOL, "12 degrees"), "tool_call_id", "\"call_1\"");
    assertThat(counter.count(Conversation.of(reply)).messages())
        .containsExactly(
            3
                + tokenizer.count("tool")
                + tokenizer.count("12 degrees")
                + tokenizer.count("call_1"));
  }

  @Test
  void toolCallsCountTheirNameAndArguments() {
    var call =
        withExtras(
            new Message(
                Role.ASSISTANT,
                new Content.Other("null", ""),
                Optional.empty(),
                OptionalInt.empty(),
                Map.of()),
            "tool_calls",
            "[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\":1}\"}}]");
    var count = counter.count(Conversation.of(call));
    assertThat(count.messages())
        .containsExactly(
            3
                + tokenizer.count("assistant")
                + 3
                + tokenizer.count("c1")
                + tokenizer.count("f")
                + tokenizer.count("{\"a\":1}"));
    assertThat(count.answers()).isZero();
  }

  @Test
  void partsCountAsTheirTextAndImagesAsAtLowDetail() {
    var parts =
        new Content.Other(
            """
            [{"type":"text","text":"What is this?"},
             {"type":"image_url","image_url":{"url":"https://example.org/a.png","detail":"low"}}]""",
            "What is this?");
    var message = new Message(Role.USER, parts, Optional.empty(), OptionalInt.empty(), Map.of());
    assertThat(counter.count(Conversation.of(message)).messages())
        .containsExactly(3 + tokenizer.count("user") + tokenizer.count("What is this?") + 85);
  }

  @Test
  void aMessageWithoutContentCountsItsFrame() {
    var message =
        new Message(
            Role.ASSISTANT, new Content.Missing(), Optional.empty(), OptionalInt.empty(), Map.of());
    assertThat(counter.count(Conversation.of(message)).total())
        .isEqualTo(3 + 3 + tokenizer.count("assistant"));
  }

  private static Message named(String name, String text) {
    return new Message(
        Role.SYSTEM, Content.of(text), Optional.of(name), OptionalInt.empty(), Map.of());
  }

  private static Message withExtras(Message message, String key, String json) {
    var extras = new LinkedHashMap<>(message.extras());
    extras.put(key, json);
    return new Message(message.role(), message.content(), message.name(), message.weight(), extras);
  }
}
