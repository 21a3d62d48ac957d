package studio.timbre.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.timbre.json.ConversationJson;
import studio.timbre.json.PartsJson;
import studio.timbre.model.Content;
import studio.timbre.model.ContentPart;
import studio.timbre.model.Message;

/** What a message says, part by part, and the same message with other parts. Nothing of the others is lost. */
public final class MessageParts {
  private static final String REFUSAL = "refusal";

  private MessageParts() {}

  /** The parts of a message; none where it says nothing at all, as an answer that only calls a tool. */
  public static List<ContentPart> of(Message message) {
    return switch (message.content()) {
      case Content.Text text -> List.of(new ContentPart.Words(text.text(), Map.of()));
      case Content.Missing _ -> List.of();
      case Content.Other other -> PartsJson.read(other).orElse(List.of());
    };
  }

  /** Whether the content has a shape that cannot be taken apart. */
  static boolean isUnread(Message message) {
    return message.content() instanceof Content.Other other
        && !other.json().equals("null")
        && PartsJson.read(other).isEmpty();
  }

  /** Without a part, a message says nothing; a single text is a plain one again. */
  public static Message with(Message message, List<ContentPart> parts) {
    if (parts.equals(of(message))) {
      return message;
    }
    if (parts.isEmpty()) {
      return message.withContent(new Content.Other("null", ""));
    }
    boolean wasText = !(message.content() instanceof Content.Other);
    boolean isPlain =
        parts.size() == 1
            && parts.getFirst() instanceof ContentPart.Words words
            && words.extras().isEmpty();
    boolean shrank = of(message).size() != 1;
    if (isPlain && (wasText || shrank)) {
      return message.withText(((ContentPart.Words) parts.getFirst()).text());
    }
    return message.withContent(PartsJson.write(parts));
  }

  /** With one part exchanged; the message as it is where there is no such part. */
  public static Message with(Message message, int index, ContentPart part) {
    var parts = new ArrayList<>(of(message));
    if (index >= parts.size()) {
      return message;
    }
    parts.set(index, part);
    return with(message, parts);
  }

  public static Message without(Message message, int index) {
    var parts = new ArrayList<>(of(message));
    if (index < parts.size()) {
      parts.remove(index);
    }
    return with(message, parts);
  }

  /** With one part more, behind the others. */
  public static Message withAdded(Message message, ContentPart part) {
    var parts = new ArrayList<>(of(message));
    parts.add(part);
    return with(message, parts);
  }

  /** With another text in place of a part that is one. */
  public static Message withText(Message message, int index, String text) {
    var parts = of(message);
    if (index >= parts.size()) {
      return message;
    }
    return switch (parts.get(index)) {
      case ContentPart.Words words -> with(message, index, words.withText(text));
      case ContentPart.Refusal refusal -> with(message, index, refusal.withText(text));
      case ContentPart.Picture _, ContentPart.Unknown _ -> message;
    };
  }

  /** The words in which the whole answer is refused: the key {@code refusal} beside the content. */
  public static Optional<String> refusal(Message message) {
    return Optional.ofNullable(message.extras().get(REFUSAL)).flatMap(ConversationJson::unquoted);
  }

  /** With other words of refusal, or none. */
  public static Message withRefusal(Message message, Optional<String> words) {
    return message.withExtra(REFUSAL, words.map(ConversationJson::quoted));
  }

  /** The keys of the file, with their raw values, that are shown nowhere else: what no part, refusal or call was read from. */
  public static Map<String, String> otherKeys(Message message) {
    var others = new LinkedHashMap<>(message.extras());
    if (refusal(message).isPresent()) {
      others.remove(REFUSAL);
    }
    if (!ToolTalk.calls(message).isEmpty()) {
      others.remove(ToolTalk.CALLS);
    }
    if (ToolTalk.functionCall(message).isPresent()) {
      others.remove(ToolTalk.FUNCTION_CALL);
    }
    if (ToolTalk.answeredCall(message).isPresent()) {
      others.remove(ToolTalk.CALL_ID);
    }
    return others;
  }
}
