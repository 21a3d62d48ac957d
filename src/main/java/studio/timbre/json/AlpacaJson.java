package studio.timbre.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.UserFacingException;

/**
 * Instructions in the shape of Stanford's Alpaca: {@code {"instruction":…,"input":…,"output":…}}, with {@code system} and
 * {@code history}, a list of earlier questions and answers, as LLaMA-Factory adds them. As there, the input follows its instruction after a
 * line break.
 */
final class AlpacaJson {
  static final String INSTRUCTION = "instruction";

  private AlpacaJson() {}

  static Conversation read(Map<String, String> fields) throws UserFacingException {
    var taken = new SpelledFields(fields);
    var messages = new ArrayList<Message>();
    taken.systemMessage().ifPresent(messages::add);
    messages.addAll(question(fields));
    messages.add(Message.of(Role.ASSISTANT, taken.needText("output")));
    return new Conversation(messages, fields);
  }

  /** The history and the instruction with its input, taken out of the fields. */
  static List<Message> question(Map<String, String> fields) throws UserFacingException {
    var taken = new SpelledFields(fields);
    var messages = new ArrayList<Message>();
    messages.addAll(history(Optional.ofNullable(fields.remove("history")).orElse("null")));
    String instruction = taken.needText(INSTRUCTION);
    var input = taken.text("input");
    messages.add(
        Message.of(
            Role.USER,
            instruction.isEmpty()
                ? input.orElse("")
                : instruction + input.map(text -> "\n" + text).orElse("")));
    return messages;
  }

  private static List<Message> history(String json) throws UserFacingException {
    var messages = new ArrayList<Message>();
    if (json.equals("null")) {
      return messages;
    }
    for (String turn : RawObject.items(json).orElseThrow(AlpacaJson::noPairs)) {
      var said = RawObject.items(turn).orElseThrow(AlpacaJson::noPairs);
      if (said.size() != 2) {
        throw noPairs();
      }
      messages.add(Message.of(Role.USER, text(said.getFirst())));
      messages.add(Message.of(Role.ASSISTANT, text(said.getLast())));
    }
    return messages;
  }

  private static String text(String json) throws UserFacingException {
    return RawObject.text(json).orElseThrow(AlpacaJson::noPairs);
  }

  private static UserFacingException noPairs() {
    return MessageJson.refused(
        "dataset.refused.historyNotPairs",
        "\"history\" is not a list of questions with their answers");
  }
}
