package studio.timbre.dataset;

import java.util.LinkedHashMap;
import java.util.Optional;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;

/** Answers as they should be: of a pair the preferred one alone. */
record SupervisedLine() implements SentLine {

  @Override
  public Optional<String> write(Conversation conversation) {
    var extras = new LinkedHashMap<>(conversation.extras());
    if (conversation.isPair()) {
      extras.remove(Conversation.REJECTED);
    }
    return Optional.of(ConversationJson.write(new Conversation(conversation.messages(), extras)));
  }
}
