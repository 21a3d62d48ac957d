package studio.timbre.model.merge;

import java.util.List;
import studio.timbre.model.Message;

/**
 * What stands in a cell, to be shown.
 *
 * @param text a word of an enum, a number, a text or raw JSON; empty where messages say it
 * @param messages for cells that hold whole messages
 * @param isThere false where nothing stands
 */
public record Value(String text, List<Message> messages, boolean isThere) {
  public static final Value NOTHING = new Value("", List.of(), false);

  public Value {
    messages = List.copyOf(messages);
  }

  public static Value of(String text) {
    return new Value(text, List.of(), true);
  }

  /** No messages are nothing. */
  static Value of(List<Message> messages) {
    return messages.isEmpty() ? NOTHING : new Value("", messages, true);
  }

  /** The same for the same value in every run of the program. */
  String print() {
    var out = new StringBuilder(isThere ? "=" : "-").append(text);
    for (var message : messages) {
      out.append('\n')
          .append(message.role().name())
          .append(' ')
          .append(message.content())
          .append(message.name())
          .append(message.weight())
          .append(message.extras());
    }
    return out.toString();
  }
}
