package studio.timbre.tokens;

import studio.timbre.model.Conversation;
import studio.timbre.model.TokenCount;

/** Counts the tokens of conversations for one model family. Safe for use by several threads. */
public interface ConversationCounter {

  /** Names the way of counting, stable over restarts, as {@code o200k_base} or {@code local:<hash of the tokenizer>}. */
  String name();

  TokenCount count(Conversation conversation);
}
