package studio.timbre.json;

import java.util.Map;
import java.util.Optional;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.UserFacingException;

/** Takes the parts of a conversation out of an object's fields; what nobody takes stays for the extras. */
final class SpelledFields {
  private final Map<String, String> fields;

  SpelledFields(Map<String, String> fields) {
    this.fields = fields;
  }

  /** A value that has to be there, as it is spelled. */
  String need(String key) throws UserFacingException {
    String value = fields.remove(key);
    if (value == null || value.equals("null")) {
      throw MessageJson.refused("dataset.refused.missing", "\"" + key + "\" is missing", key);
    }
    return value;
  }

  /** A text that has to be there. */
  String needText(String key) throws UserFacingException {
    return asText(key, need(key));
  }

  /** A text that may be there; empty where it is missing, null, or says nothing. */
  Optional<String> text(String key) throws UserFacingException {
    String value = fields.remove(key);
    return value == null || value.equals("null")
        ? Optional.empty()
        : Optional.of(asText(key, value)).filter(text -> !text.isEmpty());
  }

  /** The message that the key {@code system} stands for in most of these shapes. */
  Optional<Message> systemMessage() throws UserFacingException {
    return text("system").map(text -> Message.of(Role.SYSTEM, text));
  }

  static String asText(String key, String value) throws UserFacingException {
    return RawObject.text(value)
        .orElseThrow(
            () ->
                MessageJson.refused(
                    "dataset.refused.notText", "\"" + key + "\" is not a text", key));
  }
}
