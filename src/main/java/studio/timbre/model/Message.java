package studio.timbre.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One message of a conversation.
 *
 * @param name the optional name of the speaker
 * @param weight 0 keeps an assistant message out of the loss, 1 (or empty) trains on it
 * @param extras every other key with its value as raw JSON, in file order: {@code tool_calls}, {@code tool_call_id}, …
 */
public record Message(
    Role role,
    Content content,
    Optional<String> name,
    OptionalInt weight,
    Map<String, String> extras) {

  public Message {
    extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
  }

  public static Message of(Role role, String text) {
    return new Message(role, Content.of(text), Optional.empty(), OptionalInt.empty(), Map.of());
  }

  /** What it says, in words; empty for a message without text. */
  public String text() {
    return content.text();
  }

  /** True where the training learns this message: an answer whose weight is not 0. */
  public boolean isTrained() {
    return role.isAssistant() && weight.orElse(1) != 0;
  }

  public Message withText(String text) {
    return new Message(role, Content.of(text), name, weight, extras);
  }

  public Message withRole(Role newRole) {
    return new Message(newRole, content, name, weight, extras);
  }

  public Message withWeight(OptionalInt newWeight) {
    return new Message(role, content, name, newWeight, extras);
  }

  public Message withContent(Content newContent) {
    return new Message(role, newContent, name, weight, extras);
  }

  /** With another name of the speaker, or none. */
  public Message withName(Optional<String> newName) {
    return new Message(role, content, newName, weight, extras);
  }

  /** With a key of the file set to a value in raw JSON, or taken out where that is empty; a new key stands last. */
  public Message withExtra(String key, Optional<String> json) {
    var changed = new LinkedHashMap<>(extras);
    json.ifPresentOrElse(value -> changed.put(key, value), () -> changed.remove(key));
    return new Message(role, content, name, weight, changed);
  }
}
