package studio.timbre.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.UserFacingException;

/**
 * Prompts with their completions: {@code {"prompt":…,"completion":…}}, as OpenAI's first fine-tuning took them and Together and Nebius
 * still do. Both may also be lists of messages, as Hugging Face's TRL writes them. White space and separators that the legacy format asked
 * for are part of the texts and stay.
 */
final class PromptJson {
  static final String PROMPT = "prompt";
  static final String COMPLETION = "completion";

  private PromptJson() {}

  static Conversation read(Map<String, String> fields) throws IOException, UserFacingException {
    var taken = new SpelledFields(fields);
    var messages = new ArrayList<Message>();
    taken.systemMessage().ifPresent(messages::add);
    messages.addAll(said(PROMPT, taken.need(PROMPT), Role.USER));
    messages.addAll(said(COMPLETION, taken.need(COMPLETION), Role.ASSISTANT));
    return new Conversation(messages, fields);
  }

  private static List<Message> said(String key, String value, Role role)
      throws IOException, UserFacingException {
    return value.startsWith("[")
        ? MessageJson.messages(value)
        : List.of(Message.of(role, SpelledFields.asText(key, value)));
  }
}
