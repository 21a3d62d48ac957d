package studio.timbre.ui.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.timbre.app.MessageParts;
import studio.timbre.app.Pairs;
import studio.timbre.app.ToolTalk;
import studio.timbre.model.ContentPart;
import studio.timbre.model.Conversation;
import studio.timbre.model.JsonDraft.Field;
import studio.timbre.model.JsonDraft.Kind;
import studio.timbre.model.Message;

/** The fields of a conversation that a person edits as JSON. */
final class JsonFields {
  static final String TOOLS = "tools";

  private JsonFields() {}

  /** A key of the conversation itself. */
  static String ofConversation(String key) {
    return "key " + key;
  }

  /** @param message as {@code message-0}, or {@code rejected-0} */
  static String ofKey(String message, String key) {
    return message + " key " + key;
  }

  static String ofPart(String message, int part) {
    return message + " part " + part;
  }

  /** @param number of the call; empty for the one call of the older shape */
  static String ofArguments(String message, Optional<Integer> number) {
    return message + " call " + number.map(String::valueOf).orElse("function");
  }

  static List<Field> in(Conversation conversation) {
    var fields = new ArrayList<Field>();
    conversation.extras().forEach((key, json) -> addKey(fields, key, json));
    addMessages(fields, "message-", conversation.messages());
    if (conversation.isPair()) {
      addMessages(fields, "rejected-", Pairs.rejected(conversation));
    }
    return fields;
  }

  private static void addKey(List<Field> fields, String key, String json) {
    fields.add(
        key.equals(TOOLS)
            ? new Field(TOOLS, new Kind("draft.tools", ""), json)
            : new Field(ofConversation(key), new Kind("draft.key", key), json));
  }

  private static void addMessages(List<Field> fields, String id, List<Message> messages) {
    for (int i = 0; i < messages.size(); i++) {
      add(fields, id + i, messages.get(i));
    }
  }

  private static void add(List<Field> fields, String id, Message message) {
    var parts = MessageParts.of(message);
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof ContentPart.Unknown unknown) {
        var kind = new Kind("draft.part", String.valueOf(i + 1));
        fields.add(new Field(ofPart(id, i), kind, unknown.json()));
      }
    }
    var calls = ToolTalk.calls(message);
    for (int i = 0; i < calls.size(); i++) {
      var kind = new Kind("draft.arguments", calls.get(i).name());
      fields.add(new Field(ofArguments(id, Optional.of(i)), kind, calls.get(i).arguments()));
    }
    ToolTalk.functionCall(message)
        .ifPresent(
            call ->
                fields.add(
                    new Field(
                        ofArguments(id, Optional.empty()),
                        new Kind("draft.arguments", call.name()),
                        call.arguments())));
    MessageParts.otherKeys(message)
        .forEach(
            (key, json) -> fields.add(new Field(ofKey(id, key), new Kind("draft.key", key), json)));
  }
}
