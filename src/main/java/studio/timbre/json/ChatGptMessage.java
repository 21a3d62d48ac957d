package studio.timbre.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A message of a ChatGPT export.
 *
 * @param kind what it is to the person
 * @param speaker as {@code user}
 * @param text its words, parts joined by line breaks; may be empty
 * @param otherParts pictures and the like, of which there are no words
 */
record ChatGptMessage(Kind kind, String speaker, String text, int otherParts) {
  private static final Set<String> WORDS = Set.of("text", "multimodal_text");

  /** What a message is to the person. */
  enum Kind {
    SAID,
    /** Instructions that the person does not see in the chat. */
    HIDDEN,
    /** What the model said to a tool or to itself, and what tools answered. */
    STEP
  }

  /** The message of a node; empty where it has none, as the root of each tree. */
  static Optional<ChatGptMessage> ofNode(String node) {
    return RawObject.fields(node)
        .flatMap(fields -> Optional.ofNullable(fields.get("message")))
        .flatMap(RawObject::fields)
        .map(ChatGptMessage::of);
  }

  private static ChatGptMessage of(Map<String, String> message) {
    String speaker = text(fields(message, "author"), "role");
    var content = fields(message, "content");
    var parts =
        Optional.ofNullable(content.get("parts")).flatMap(RawObject::items).orElse(List.of());
    var texts = new ArrayList<String>();
    // Some kinds, as a person's standing instructions, keep their words in keys of their own.
    int others = content.size() > 1 && !content.containsKey("parts") ? 1 : 0;
    for (String part : parts) {
      var words = words(part);
      words.filter(said -> !said.isEmpty()).ifPresent(texts::add);
      others += words.isEmpty() ? 1 : 0;
    }
    var kind = kind(message, speaker, text(content, "content_type"));
    return new ChatGptMessage(kind, speaker, String.join("\n", texts), others);
  }

  private static Kind kind(Map<String, String> message, String speaker, String contentType) {
    var metadata = fields(message, "metadata");
    if (speaker.equals("system")
        || "true".equals(metadata.get("is_visually_hidden_from_conversation"))
        || contentType.equals("user_editable_context")) {
      return Kind.HIDDEN;
    }
    String recipient = text(message, "recipient");
    boolean toThePerson = recipient.isEmpty() || recipient.equals("all");
    boolean said = speaker.equals("user") || speaker.equals("assistant");
    return said && toThePerson && WORDS.contains(contentType) ? Kind.SAID : Kind.STEP;
  }

  /** A text, or the words of something spoken. */
  private static Optional<String> words(String part) {
    if (part.startsWith("\"")) {
      return RawObject.text(part);
    }
    return RawObject.fields(part)
        .filter(fields -> text(fields, "content_type").equals("audio_transcription"))
        .flatMap(fields -> RawObject.takeText(fields, "text"));
  }

  private static Map<String, String> fields(Map<String, String> object, String key) {
    return Optional.ofNullable(object.get(key)).flatMap(RawObject::fields).orElse(Map.of());
  }

  private static String text(Map<String, String> object, String key) {
    return Optional.ofNullable(object.get(key)).flatMap(RawObject::text).orElse("");
  }

  /** Whether anything is lost when it is left out. */
  boolean saysSomething() {
    return !text.isEmpty() || otherParts > 0;
  }
}
