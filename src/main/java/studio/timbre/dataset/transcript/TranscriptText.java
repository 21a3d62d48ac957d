package studio.timbre.dataset.transcript;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/** A conversation as a transcript, followed by a rule. */
public final class TranscriptText {
  private static final Map<Role, String> NAMES =
      Map.of(
          Role.SYSTEM, "System",
          Role.DEVELOPER, "Developer",
          Role.USER, "Customer",
          Role.ASSISTANT, "Agent");

  private TranscriptText() {}

  /** Empty for one that would be read as another, as where a line of a text looks like a speaker. */
  public static Optional<String> write(Conversation conversation) {
    if (conversation.messages().isEmpty()) {
      return Optional.empty();
    }
    var out = new StringBuilder();
    for (var message : conversation.messages()) {
      boolean fits =
          message.content() instanceof Content.Text
              && NAMES.containsKey(message.role())
              && message.weight().isEmpty()
              && message.extras().isEmpty()
              && message.name().filter(name -> !name.matches("[\\p{L} ]{1,40}")).isEmpty();
      if (!fits || conversation.isPair()) {
        return Optional.empty();
      }
      out.append("**").append(NAMES.get(message.role()));
      message.name().ifPresent(name -> out.append(" (").append(name).append(')'));
      out.append(":** ").append(message.text().strip()).append("\n\n");
    }
    return comesBack(out.toString(), conversation)
        ? Optional.of(heading(conversation) + out.append("---\n"))
        : Optional.empty();
  }

  /** What the conversation is called, where that can stand in a heading; its other keys have no place in a transcript. */
  private static String heading(Conversation conversation) {
    return Optional.ofNullable(conversation.extras().get("title"))
        .flatMap(ConversationJson::unquoted)
        .map(title -> "# " + title)
        .filter(line -> Parting.isHeading(line) && line.equals(line.strip()))
        .filter(line -> line.lines().count() == 1 && !line.endsWith("#"))
        .map(line -> line + "\n\n")
        .orElse("");
  }

  /** The keys of a conversation that its transcript does not tell. */
  public static List<String> withoutPlace(Conversation conversation) {
    boolean titled = !heading(conversation).isEmpty();
    return conversation.extras().keySet().stream()
        .filter(key -> !titled || !key.equals("title"))
        .toList();
  }

  private static boolean comesBack(String text, Conversation conversation) {
    boolean parted = text.lines().anyMatch(line -> Parting.isRule(line) || Parting.isHeading(line));
    var transcript = new Transcript();
    text.lines().forEach(transcript::take);
    transcript.finish();
    return !parted
        && transcript
            .messages()
            .equals(conversation.messages().stream().map(TranscriptText::bare).toList());
  }

  /** White space around a text is layout here. */
  private static Message bare(Message message) {
    return message.withText(message.text().strip().replace("\r\n", "\n").replace('\r', '\n'));
  }
}
