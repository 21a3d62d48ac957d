package studio.timbre.store;

import java.util.Iterator;
import java.util.stream.IntStream;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/** Conversations for tests. */
final class Talk {
  private Talk() {}

  static Conversation of(String question, String answer) {
    return Conversation.of(Message.of(Role.USER, question), Message.of(Role.ASSISTANT, answer));
  }

  /** Different ones, a few hundred bytes each. */
  static Iterator<Conversation> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> of("Question number " + i + " of many", "Answer to " + i + ". Yes, ".repeat(9)))
        .iterator();
  }

  static ConversationQuery search(String words) {
    return ConversationQuery.of(ConversationFilter.ALL.withSearch(words));
  }
}
