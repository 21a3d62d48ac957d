package studio.timbre.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import studio.timbre.json.ConversationJson;
import studio.timbre.json.ToolCallsJson;
import studio.timbre.json.ToolDefinitions;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.ToolCall;

/** Calls of tools in a conversation, and which result belongs to which. */
public final class ToolTalk {
  public static final String CALLS = "tool_calls";
  public static final String CALL_ID = "tool_call_id";
  public static final String FUNCTION_CALL = "function_call";

  /**
   * A call and where it stands.
   *
   * @param message the number of its message, from 0
   * @param index which of the message's calls it is, from 0
   */
  public record Placed(int message, int index, ToolCall call) {}

  private ToolTalk() {}

  /** The calls of a message; empty where it has none, or where they have a shape that Timbre does not know. */
  public static List<ToolCall> calls(Message message) {
    return Optional.ofNullable(message.extras().get(CALLS))
        .flatMap(ToolCallsJson::read)
        .orElse(List.of());
  }

  /** Without a call, an answer is an ordinary text again. */
  public static Message withCalls(Message message, List<ToolCall> calls) {
    if (!calls.isEmpty()) {
      return message.withExtra(CALLS, Optional.of(ToolCallsJson.write(calls)));
    }
    return spoken(message.withExtra(CALLS, Optional.empty()));
  }

  private static Message spoken(Message message) {
    boolean silent =
        message.content() instanceof Content.Missing
            || message.content() instanceof Content.Other other && other.json().equals("null");
    return silent ? message.withText("") : message;
  }

  /** The call in the older shape, if there is one. */
  public static Optional<ToolCall> functionCall(Message message) {
    return Optional.ofNullable(message.extras().get(FUNCTION_CALL))
        .flatMap(ToolCallsJson::readFunction);
  }

  /** With another call in the older shape, or none. */
  public static Message withFunctionCall(Message message, Optional<ToolCall> call) {
    var changed = message.withExtra(FUNCTION_CALL, call.map(ToolCallsJson::writeFunction));
    return call.isPresent() ? changed : spoken(changed);
  }

  /** The call that a result answers. */
  public static Optional<String> answeredCall(Message message) {
    return Optional.ofNullable(message.extras().get(CALL_ID)).flatMap(ConversationJson::unquoted);
  }

  public static Message withAnsweredCall(Message message, String callId) {
    return message.withExtra(CALL_ID, Optional.of(ConversationJson.quoted(callId)));
  }

  /** All calls that stand before a message. */
  public static List<Placed> callsBefore(Conversation conversation, int message) {
    var found = new ArrayList<Placed>();
    for (int m = 0; m < Math.min(message, conversation.messages().size()); m++) {
      var calls = calls(conversation.messages().get(m));
      for (int c = 0; c < calls.size(); c++) {
        found.add(new Placed(m, c, calls.get(c)));
      }
    }
    return found;
  }

  /** The message that holds the result of a call; empty where there is none yet. */
  public static Optional<Integer> resultOf(Conversation conversation, String callId) {
    var messages = conversation.messages();
    return IntStream.range(0, messages.size())
        .filter(i -> answeredCall(messages.get(i)).equals(Optional.of(callId)))
        .boxed()
        .findFirst();
  }

  /** With one call more in an answer: of the first tool that is defined, with an id that no other has. */
  public static Conversation withNewCall(Conversation conversation, int message) {
    var asked = conversation.messages().get(message);
    var calls = new ArrayList<>(calls(asked));
    String name =
        conversation.tools().flatMap(ToolDefinitions::firstName).orElse("look_something_up");
    calls.add(ToolCall.of(freeId(conversation), name, "{}"));
    return conversation.withMessage(message, withCalls(asked, calls));
  }

  private static String freeId(Conversation conversation) {
    Set<String> taken = new HashSet<>();
    callsBefore(conversation, conversation.messages().size())
        .forEach(placed -> placed.call().id().ifPresent(taken::add));
    int number = 1;
    while (taken.contains("call_" + number)) {
      number++;
    }
    return "call_" + number;
  }

  /** With another call in its place; where its id changes, the result that belongs to it follows. */
  public static Conversation withCall(
      Conversation conversation, int message, int index, ToolCall changed) {
    var asked = conversation.messages().get(message);
    var calls = new ArrayList<>(calls(asked));
    if (index >= calls.size()) {
      return conversation;
    }
    var before = calls.set(index, changed);
    var result = conversation.withMessage(message, withCalls(asked, calls));
    var oldId = before.id();
    var newId = changed.id();
    if (oldId.isEmpty() || newId.isEmpty() || oldId.equals(newId)) {
      return result;
    }
    return resultOf(conversation, oldId.get())
        .map(at -> result.withMessage(at, withAnsweredCall(result.messages().get(at), newId.get())))
        .orElse(result);
  }

  /** Without a call, and without the result that belongs to it alone. */
  public static Conversation withoutCall(Conversation conversation, int message, int index) {
    var asked = conversation.messages().get(message);
    var calls = new ArrayList<>(calls(asked));
    if (index >= calls.size()) {
      return conversation;
    }
    var gone = calls.remove(index);
    var messages = new ArrayList<>(conversation.messages());
    messages.set(message, withCalls(asked, calls));
    gone.id().flatMap(id -> resultOf(conversation, id)).ifPresent(at -> messages.remove((int) at));
    return conversation.withMessages(messages);
  }

  /** With an empty result for a call, behind the results that the message has already. */
  public static Conversation withNewResult(Conversation conversation, int message, String callId) {
    var messages = new ArrayList<>(conversation.messages());
    int at = message + 1;
    while (at < messages.size() && messages.get(at).role().equals(Role.TOOL)) {
      at++;
    }
    messages.add(at, withAnsweredCall(Message.of(Role.TOOL, ""), callId));
    return conversation.withMessages(messages);
  }

  /** The definitions with one tool more, to be filled in. */
  public static String withNewTool(Optional<String> tools) {
    return ToolDefinitions.withNew(tools);
  }

  /** How many tools are defined. */
  public static int count(String tools) {
    return ToolDefinitions.count(tools);
  }
}
