package studio.timbre.dataset;

import java.util.Optional;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;

/** A preferred and a rejected answer to the same question. A conversation with one answer alone prefers nothing. */
record PreferenceLine() implements SentLine {

  @Override
  public Optional<String> write(Conversation conversation) {
    return conversation.isPair()
        ? Optional.of(ConversationJson.writeLine(conversation))
        : Optional.empty();
  }
}
