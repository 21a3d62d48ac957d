package studio.timbre.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Holding;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/** Sees what a conversation holds, also within the parts of it that are carried as raw JSON. */
public final class HeldJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Map<Role, Holding> ROLES =
      Map.of(
          Role.SYSTEM, Holding.SYSTEM,
          Role.DEVELOPER, Holding.DEVELOPER,
          Role.USER, Holding.USER,
          Role.ASSISTANT, Holding.ASSISTANT,
          Role.TOOL, Holding.TOOL,
          Role.FUNCTION, Holding.FUNCTION);

  private HeldJson() {}

  public static Set<Holding> of(Conversation conversation) {
    var held = EnumSet.noneOf(Holding.class);
    for (var message : conversation.messages()) {
      look(message, held);
    }
    if (holds(conversation.extras(), "tools") || holds(conversation.extras(), "functions")) {
      held.add(Holding.TOOLS);
    }
    if (conversation.isPair()) {
      held.add(Holding.PAIR);
    }
    return held;
  }

  private static void look(Message message, Set<Holding> held) {
    var role = ROLES.get(message.role());
    if (role != null) {
      held.add(role);
    }
    if (message.role().isAssistant() && !message.isTrained()) {
      held.add(Holding.MUTED);
    }
    if (holds(message.extras(), "tool_calls") || holds(message.extras(), "function_call")) {
      held.add(Holding.CALLS);
    }
    if (message.content() instanceof Content.Other other && hasImage(other.json())) {
      held.add(Holding.IMAGES);
    }
    if (message.extras().getOrDefault("refusal", "null").startsWith("\"") || hasRefusal(message)) {
      held.add(Holding.REFUSAL);
    }
  }

  private static boolean hasRefusal(Message message) {
    return message.content() instanceof Content.Other other
        && other.json().contains("refusal")
        && SpelledTexts.ofParts(other.json()).stream().anyMatch(SpelledTexts.Spelled::isRefusal);
  }

  /** Something that is neither nothing nor an empty list. */
  private static boolean holds(Map<String, String> extras, String key) {
    String value = extras.getOrDefault(key, "null");
    return !value.equals("null") && !value.equals("[]");
  }

  private static boolean hasImage(String json) {
    if (!json.contains("image_url")) {
      return false;
    }
    try {
      for (JsonNode part : MAPPER.readTree(json)) {
        if (part.path("type").asText().equals("image_url")) {
          return true;
        }
      }
      return false;
    } catch (JsonProcessingException deep) {
      // Taken in by a reader that goes deeper than this one; it holds the word at least.
      return true;
    }
  }
}
