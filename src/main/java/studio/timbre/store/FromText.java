package studio.timbre.store;

import studio.timbre.json.Fingerprint;
import studio.timbre.json.HeldJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.Holding;

/**
 * What is derived from the text of a conversation and kept beside it. Takes longer than writing it down, and needs no connection.
 *
 * @param question by which is sorted
 * @param answer by which is sorted
 * @param turns exchanges
 * @param hash which two share that say the same
 * @param searched what the search looks at
 * @param holds see {@link Holding#bits}
 */
record FromText(String question, String answer, int turns, long hash, String searched, int holds) {

  /**
   * @param json that says the conversation
   */
  static FromText of(Conversation conversation, String json) {
    return new FromText(
        SearchText.sortKey(conversation.question()),
        SearchText.sortKey(conversation.answer()),
        conversation.turns(),
        Fingerprint.of(json),
        SearchText.of(conversation),
        Holding.bits(HeldJson.of(conversation)));
  }
}
