package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.ContentPart;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.ToolCall;

/** Nothing of a message is lost when one thing in it is edited. */
class MessageFormatTest {

  private static Conversation parse(String json) throws Exception {
    return ConversationJson.parse(json);
  }

  private static Message message(String json) throws Exception {
    return parse("{\"messages\":[" + json + "]}").messages().getFirst();
  }

  private static String write(Message message) {
    String json = ConversationJson.write(Conversation.of(message));
    return json.substring("{\"messages\":[".length(), json.length() - 2);
  }

  @Test
  void aTextBesideAPictureIsEditedAlone() throws Exception {
    String before =
        "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"What is"
            + " it?\",\"cache\":1.50},"
            + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://a.example/b.png\",\"detail\":\"low\",\"x\":[1]},\"y\":null},"
            + "{\"type\":\"input_audio\",\"input_audio\":{\"data\":\"QUJD\"}}],\"name\":\"ann\",\"z\":1e400}";
    var message = message(before);
    assertThat(write(MessageParts.with(message, MessageParts.of(message)))).isEqualTo(before);
    var edited = MessageParts.withText(message, 0, "And this? 😀");
    assertThat(write(edited)).isEqualTo(before.replace("What is it?", "And this? 😀"));
    assertThat(edited.text()).isEqualTo("And this? 😀");
  }

  @Test
  void detailIsSetAndThePictureTakenOut() throws Exception {
    var message = message("{\"role\":\"user\",\"content\":\"Look.\"}");
    var seen = MessageParts.withAdded(message, ContentPart.Picture.at("https://a.example/b.png"));
    assertThat(write(seen))
        .isEqualTo(
            "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Look.\"},"
                + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://a.example/b.png\"}}]}");
    var picture = (ContentPart.Picture) MessageParts.of(seen).get(1);
    var close = MessageParts.with(seen, 1, picture.withDetail(Optional.of("high")));
    assertThat(write(close)).contains("\"detail\":\"high\"");
    assertThat(MessageParts.without(close, 1)).isEqualTo(message);
  }

  @Test
  void aCallKeepsItsOtherKeysWhenItsArgumentsChange() throws Exception {
    String before =
        "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"call_a\",\"type\":\"function\",\"index\":0,\"function\":{\"name\":\"find\",\"arguments\":\"{\\\"q\\\":"
            + " 1}\",\"k\":1.0}}],\"refusal\":null}";
    var message = message(before);
    var calls = ToolTalk.calls(message);
    assertThat(calls).extracting(ToolCall::name).containsExactly("find");
    var changed = ToolTalk.withCalls(message, List.of(calls.getFirst().withArguments("{\"q\":2}")));
    assertThat(write(changed)).isEqualTo(before.replace("{\\\"q\\\": 1}", "{\\\"q\\\":2}"));
    assertThat(MessageParts.otherKeys(message)).containsOnlyKeys("refusal");
    assertThat(ToolTalk.withCalls(message, List.of()).text()).isEmpty();
  }

  @Test
  void callsOfAnotherShapeAreLeftToTheJsonEditor() throws Exception {
    var message =
        message(
            "{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"a\",\"type\":\"custom\",\"custom\":{\"name\":\"x\"}}]}");
    assertThat(ToolTalk.calls(message)).isEmpty();
    assertThat(MessageParts.otherKeys(message)).containsOnlyKeys("tool_calls");
  }

  @Test
  void theOlderCallOfAFunctionIsEdited() throws Exception {
    String before =
        "{\"role\":\"assistant\",\"content\":null,\"function_call\":{\"name\":\"find\",\"arguments\":\"{}\"}}";
    var message = message(before);
    var call = ToolTalk.functionCall(message).orElseThrow();
    assertThat(write(ToolTalk.withFunctionCall(message, Optional.of(call.withName("look")))))
        .isEqualTo(before.replace("find", "look"));
  }

  @Test
  void aResultFollowsItsCall() throws Exception {
    var talk =
        parse(
            "{\"messages\":[{\"role\":\"user\",\"content\":\"?\"},{\"role\":\"assistant\",\"content\":\"\"}],"
                + "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"find\"}}]}");
    var called = ToolTalk.withNewCall(ToolTalk.withNewCall(talk, 1), 1);
    assertThat(ToolTalk.calls(called.messages().get(1)))
        .extracting(ToolCall::id)
        .containsExactly(Optional.of("call_1"), Optional.of("call_2"));
    var answered = ToolTalk.withNewResult(ToolTalk.withNewResult(called, 1, "call_1"), 1, "call_2");
    assertThat(ToolTalk.resultOf(answered, "call_2")).contains(3);
    var first = ToolTalk.calls(called.messages().get(1)).getFirst();
    var renamed = ToolTalk.withCall(answered, 1, 0, first.withId("order"));
    assertThat(ToolTalk.resultOf(renamed, "order")).contains(2);
    assertThat(ToolTalk.withoutCall(renamed, 1, 0).messages()).hasSize(3);
  }

  @Test
  void aRefusalIsReadAndWritten() throws Exception {
    var message = message("{\"role\":\"assistant\",\"content\":null,\"refusal\":\"No.\"}");
    assertThat(MessageParts.refusal(message)).contains("No.");
    assertThat(write(MessageParts.withRefusal(message, Optional.of("I \"won't\""))))
        .isEqualTo("{\"role\":\"assistant\",\"content\":null,\"refusal\":\"I \\\"won't\\\"\"}");
    var part =
        message(
            "{\"role\":\"assistant\",\"content\":[{\"type\":\"refusal\",\"refusal\":\"No.\"}]}");
    assertThat(write(MessageParts.withText(part, 0, "Sorry, no.")))
        .isEqualTo(
            "{\"role\":\"assistant\",\"content\":[{\"type\":\"refusal\",\"refusal\":\"Sorry,"
                + " no.\"}]}");
  }
}
