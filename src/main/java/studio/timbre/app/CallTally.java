package studio.timbre.app;

import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.tokens.ApiCounters;
import studio.timbre.tokens.ApiEncoding;
import studio.timbre.tokens.ConversationCounter;

/**
 * What calls to a model will be like: each answer of the data was one, asked with all that stands before it. Counted with o200k.
 */
final class CallTally {
  private static final ConversationCounter COUNTER =
      ApiCounters.forEncoding(ApiEncoding.O200K_BASE);

  /** What the format adds to an answer, which nobody writes. */
  private static final int FORMAT =
      COUNTER.count(Conversation.of(Message.of(Role.ASSISTANT, ""))).messages().getFirst();

  private long tokens;
  private long answers;
  private long asked;
  private long answered;

  void add(Conversation conversation) {
    var count = COUNTER.count(conversation);
    tokens += count.total();
    long before = count.total() - count.messages().stream().mapToLong(Integer::longValue).sum();
    for (int i = 0; i < conversation.messages().size(); i++) {
      int message = count.messages().get(i);
      if (conversation.messages().get(i).role().isAssistant()) {
        answers++;
        asked += before;
        answered += message - FORMAT;
      }
      before += message;
    }
  }

  /** Of all conversations, as the training counts them. */
  long tokens() {
    return tokens;
  }

  /** An average call; of no tokens where there was no answer. */
  CostReport.Usual usual() {
    return answers == 0
        ? new CostReport.Usual(0, 0, 0)
        : new CostReport.Usual(answers, (double) asked / answers, (double) answered / answers);
  }
}
