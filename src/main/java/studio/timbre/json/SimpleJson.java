package studio.timbre.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.UserFacingException;

/**
 * Conversations in the shapes that know texts alone, see {@link PromptJson}, {@link ShareGptJson} and {@link AlpacaJson}. What they cannot
 * hold, as calls of tools, pictures, weights or names, is not written at all.
 */
public final class SimpleJson {
  private static final Map<Role, String> SHAREGPT_NAMES =
      Map.of(Role.SYSTEM, "system", Role.USER, "human", Role.ASSISTANT, "gpt");

  private SimpleJson() {}

  /** A question, with instructions before it or none, and its answer. */
  public static Optional<String> prompt(Conversation conversation) {
    var said = said(conversation);
    if (said.isEmpty() || said.get().turns().size() != 2) {
      return Optional.empty();
    }
    var fields = new LinkedHashMap<String, String>();
    said.get().system().ifPresent(text -> fields.put("system", RawObject.quoted(text)));
    fields.put(PromptJson.PROMPT, RawObject.quoted(said.get().turns().get(0)));
    fields.put(PromptJson.COMPLETION, RawObject.quoted(said.get().turns().get(1)));
    return line(fields, conversation);
  }

  /** The last question with its answer, the turns before as history. */
  public static Optional<String> alpaca(Conversation conversation) {
    var said = said(conversation);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    var turns = said.get().turns();
    int last = turns.size() - 2;
    var fields = new LinkedHashMap<String, String>();
    fields.put(AlpacaJson.INSTRUCTION, RawObject.quoted(turns.get(last)));
    fields.put("input", "\"\"");
    fields.put("output", RawObject.quoted(turns.get(last + 1)));
    said.get().system().ifPresent(text -> fields.put("system", RawObject.quoted(text)));
    if (last > 0) {
      var history = new ArrayList<String>();
      for (int i = 0; i < last; i += 2) {
        history.add(
            RawObject.write(
                List.of(RawObject.quoted(turns.get(i)), RawObject.quoted(turns.get(i + 1)))));
      }
      fields.put("history", RawObject.write(history));
    }
    return line(fields, conversation);
  }

  /** Any conversation of texts between the three that this shape knows. */
  public static Optional<String> shareGpt(Conversation conversation) {
    var turns = new ArrayList<String>();
    for (var message : conversation.messages()) {
      if (!isPlain(message) || !SHAREGPT_NAMES.containsKey(message.role())) {
        return Optional.empty();
      }
      var turn = new LinkedHashMap<String, String>();
      turn.put("from", RawObject.quoted(SHAREGPT_NAMES.get(message.role())));
      turn.put("value", RawObject.quoted(message.text()));
      turns.add(RawObject.write(turn));
    }
    var fields = new LinkedHashMap<String, String>();
    fields.put("conversations", RawObject.write(turns));
    return conversation.isPair() ? Optional.empty() : line(fields, conversation);
  }

  /** Instructions, and texts that alternate between question and answer. */
  private record Said(Optional<String> system, List<String> turns) {}

  private static Optional<Said> said(Conversation conversation) {
    var messages = new ArrayList<>(conversation.messages());
    Optional<String> system = Optional.empty();
    if (!messages.isEmpty() && messages.getFirst().role().equals(Role.SYSTEM)) {
      if (messages.getFirst().text().isEmpty() || !isPlain(messages.getFirst())) {
        return Optional.empty();
      }
      system = Optional.of(messages.removeFirst().text());
    }
    boolean fits = !messages.isEmpty() && messages.size() % 2 == 0 && !conversation.isPair();
    for (int i = 0; i < messages.size() && fits; i++) {
      var role = i % 2 == 0 ? Role.USER : Role.ASSISTANT;
      fits = isPlain(messages.get(i)) && messages.get(i).role().equals(role);
    }
    return fits
        ? Optional.of(new Said(system, messages.stream().map(Message::text).toList()))
        : Optional.empty();
  }

  private static boolean isPlain(Message message) {
    return message.content() instanceof Content.Text
        && message.name().isEmpty()
        && message.weight().isEmpty()
        && message.extras().isEmpty();
  }

  /** Empty where a key of the conversation would be read as part of the shape. */
  private static Optional<String> line(Map<String, String> fields, Conversation conversation) {
    for (var extra : conversation.extras().entrySet()) {
      if (fields.putIfAbsent(extra.getKey(), extra.getValue()) != null) {
        return Optional.empty();
      }
    }
    String line = RawObject.write(fields);
    try {
      return ImportedJson.parse(line).conversation().equals(conversation)
          ? Optional.of(line)
          : Optional.empty();
    } catch (UserFacingException readOtherwise) {
      return Optional.empty();
    }
  }
}
