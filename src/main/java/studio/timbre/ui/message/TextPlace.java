package studio.timbre.ui.message;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import studio.timbre.app.MessageParts;
import studio.timbre.model.ContentPart;
import studio.timbre.model.Message;

/**
 * Where in a message a text stands.
 *
 * @param read the text; empty where it is not there any more
 * @param write the message with another text
 */
record TextPlace(
    Function<Message, Optional<String>> read, BiFunction<Message, String, Message> write) {

  /** The text or the refusal among the parts of the content. */
  static TextPlace part(int part) {
    return new TextPlace(
        message -> {
          var parts = MessageParts.of(message);
          if (part >= parts.size()) {
            return Optional.empty();
          }
          return switch (parts.get(part)) {
            case ContentPart.Words words -> Optional.of(words.text());
            case ContentPart.Refusal refusal -> Optional.of(refusal.text());
            case ContentPart.Picture _, ContentPart.Unknown _ -> Optional.empty();
          };
        },
        (message, text) -> MessageParts.withText(message, part, text));
  }

  /** The refusal beside the content. */
  static TextPlace refusal() {
    return new TextPlace(
        MessageParts::refusal,
        (message, text) -> MessageParts.withRefusal(message, Optional.of(text)));
  }
}
