package studio.timbre.json;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.UserFacingException;

/**
 * Conversations in the shape of ShareGPT: {@code {"conversations":[{"from":"human","value":…},{"from":"gpt","value":…}]}}, with the
 * names {@code role} and {@code content} that some sets use. Calls of tools and what they found ({@code function_call},
 * {@code observation}) become the calls of a chat line; as they have no numbers, results are taken to follow in the order of the calls.
 */
final class ShareGptJson {
  static final List<String> LISTS = List.of("conversations", "conversation");

  private static final String CALL = "function_call";
  private static final String CALL_ID = "tool_call_id";

  private static final Map<String, Role> ROLES =
      Map.ofEntries(
          Map.entry("human", Role.USER),
          Map.entry("gpt", Role.ASSISTANT),
          Map.entry("chatgpt", Role.ASSISTANT),
          Map.entry("bard", Role.ASSISTANT),
          Map.entry("bing", Role.ASSISTANT),
          Map.entry("model", Role.ASSISTANT),
          Map.entry(CALL, Role.ASSISTANT),
          Map.entry("function_response", Role.TOOL),
          Map.entry("observation", Role.TOOL));

  private final List<Message> messages = new ArrayList<>();
  private final Deque<String> openCalls = new ArrayDeque<>();
  private int calls;

  private ShareGptJson() {}

  /**
   * @param list the key of the list of messages
   */
  static Conversation read(Map<String, String> fields, String list)
      throws IOException, UserFacingException {
    var reading = new ShareGptJson();
    new SpelledFields(fields).systemMessage().ifPresent(reading.messages::add);
    var turns = RawObject.items(fields.remove(list)).orElseThrow(ConversationJson::noMessages);
    for (int i = 0; i < turns.size(); i++) {
      reading.take(turns.get(i), i + 1);
    }
    Optional.ofNullable(fields.get("tools"))
        .flatMap(ShareGptTools::definitions)
        .ifPresent(tools -> fields.put("tools", tools));
    return new Conversation(reading.messages, fields);
  }

  /**
   * The messages of a list in either spelling, without what surrounds them.
   *
   * @throws UserFacingException when it is no list of messages
   */
  static List<Message> messages(String list) throws IOException, UserFacingException {
    var reading = new ShareGptJson();
    var turns = RawObject.items(list).orElseThrow(ConversationJson::noMessages);
    for (int i = 0; i < turns.size(); i++) {
      reading.take(turns.get(i), i + 1);
    }
    return reading.messages;
  }

  private void take(String turn, int number) throws IOException, UserFacingException {
    var fields =
        RawObject.fields(turn)
            .orElseThrow(
                () ->
                    MessageJson.refused(
                        "dataset.refused.messageNotAnObject",
                        "message " + number + " is not an object",
                        number));
    String speaker = speaker(fields, number);
    var said =
        Optional.ofNullable(fields.remove(fields.containsKey("value") ? "value" : "content"));
    var name = RawObject.takeText(fields, "name");
    var weight = weight(fields);
    var role = ROLES.getOrDefault(speaker, new Role(speaker));
    Content content = new Content.Missing();
    if (speaker.equals(CALL)) {
      fields.put("tool_calls", calls(said, number));
    } else if (said.isPresent()) {
      content = MessageJson.content(said.get(), number);
    }
    if (role.equals(Role.TOOL) && !fields.containsKey(CALL_ID) && !openCalls.isEmpty()) {
      fields.put(CALL_ID, RawObject.quoted(openCalls.remove()));
    }
    messages.add(new Message(role, content, name, weight, fields));
  }

  private static String speaker(Map<String, String> fields, int number) throws UserFacingException {
    String key = fields.containsKey("from") ? "from" : "role";
    if (!fields.containsKey(key)) {
      throw MessageJson.refused(
          "dataset.refused.noRole", "message " + number + " has no role", number);
    }
    return RawObject.takeText(fields, key)
        .orElseThrow(
            () ->
                MessageJson.refused(
                    "dataset.refused.roleNotText",
                    "the role of message " + number + " is not a text",
                    number));
  }

  private static OptionalInt weight(Map<String, String> fields) {
    return fields.remove("weight", "0")
        ? OptionalInt.of(0)
        : fields.remove("weight", "1") ? OptionalInt.of(1) : OptionalInt.empty();
  }

  private String calls(Optional<String> said, int number) throws UserFacingException {
    var made =
        said.flatMap(json -> ShareGptTools.calls(json, calls))
            .orElseThrow(
                () ->
                    MessageJson.refused(
                        "dataset.refused.callUnreadable",
                        "message " + number + " should call a tool, but has no name and arguments",
                        number));
    calls += made.size();
    openCalls.clear();
    made.forEach(call -> call.id().ifPresent(openCalls::add));
    return ToolCallsJson.write(made);
  }
}
