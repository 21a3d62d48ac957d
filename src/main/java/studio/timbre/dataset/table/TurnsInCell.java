package studio.timbre.dataset.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.timbre.dataset.transcript.Transcript;
import studio.timbre.json.ImportedJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.UserFacingException;

/** A whole conversation in one cell: a list of messages or an object as JSON, or a transcript. */
final class TurnsInCell {
  private TurnsInCell() {}

  static boolean looksLike(String cell) {
    return read(cell).isPresent();
  }

  /** Empty where the cell is none. */
  static Optional<Conversation> read(String cell) {
    String text = cell.strip();
    try {
      if (text.startsWith("[")) {
        // A list without the object around it is one of messages, in either spelling of them.
        return Optional.of(ImportedJson.parse("{\"conversations\":" + text + "}").conversation());
      }
      if (text.startsWith("{")) {
        return Optional.of(ImportedJson.parse(text).conversation());
      }
    } catch (UserFacingException noConversation) {
      return Optional.empty();
    }
    Optional<List<Message>> spoken = Transcript.read(text);
    return spoken.map(messages -> new Conversation(messages, Map.of()));
  }
}
