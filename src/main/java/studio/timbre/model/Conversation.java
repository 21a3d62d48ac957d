package studio.timbre.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One training conversation: a line of a chat training file.
 *
 * @param messages in the order in which they were said
 * @param extras every top-level key besides {@code messages} with its value as raw JSON, in file order: {@code tools},
 *     {@code parallel_tool_calls}, …
 */
public record Conversation(List<Message> messages, Map<String, String> extras) {
  /** The key among the extras that makes a conversation one half of a preference pair. */
  public static final String REJECTED = "non_preferred_output";

  public Conversation {
    messages = List.copyOf(messages);
    extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
  }

  public static Conversation of(Message... messages) {
    return new Conversation(List.of(messages), Map.of());
  }

  /** What they say: the first message of a user, or an empty text. */
  public String question() {
    return firstText(Role.USER);
  }

  /** What we say: the first answer, or an empty text. */
  public String answer() {
    return firstText(Role.ASSISTANT);
  }

  /** How often an answer follows, in messages of the assistant. */
  public int turns() {
    return (int) messages.stream().filter(message -> message.role().isAssistant()).count();
  }

  /** The tool definitions as raw JSON, if there are any. */
  public Optional<String> tools() {
    return Optional.ofNullable(extras.get("tools"));
  }

  /** Whether it is a preference pair: its last message is the preferred answer, and the extras keep the rejected one. */
  public boolean isPair() {
    return extras.containsKey(REJECTED)
        && !extras.containsKey("preferred_output")
        && !messages.isEmpty();
  }

  /** The rejected answer of a pair: a list of messages as raw JSON. */
  public Optional<String> rejected() {
    return isPair() ? Optional.of(extras.get(REJECTED)) : Optional.empty();
  }

  public Conversation withMessages(List<Message> newMessages) {
    return new Conversation(newMessages, extras);
  }

  /** This conversation with the message at {@code index} replaced. */
  public Conversation withMessage(int index, Message message) {
    var changed = new ArrayList<>(messages);
    changed.set(index, message);
    return withMessages(changed);
  }

  /** With a key of the file set to a value in raw JSON, or taken out where that is empty; a new key stands last. */
  public Conversation withExtra(String key, Optional<String> json) {
    var changed = new LinkedHashMap<>(extras);
    json.ifPresentOrElse(value -> changed.put(key, value), () -> changed.remove(key));
    return new Conversation(messages, changed);
  }

  private String firstText(Role role) {
    return messages.stream()
        .filter(message -> message.role().equals(role))
        .findFirst()
        .map(Message::text)
        .orElse("");
  }
}
