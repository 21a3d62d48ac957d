package studio.timbre.store;

import studio.timbre.json.ConversationJson;
import studio.timbre.json.ReviewJson;
import studio.timbre.model.Curated;

/**
 * A conversation that is to be added, as its row will say it but for its place: made on another thread than the one that writes.
 *
 * @param review see {@link ReviewJson}
 */
record Arrival(String status, String split, String json, String review, FromText text) {

  static Arrival of(Curated added) {
    String json = ConversationJson.write(added.conversation());
    return new Arrival(
        added.status().name(),
        added.split().name(),
        json,
        ReviewJson.write(added.review()),
        FromText.of(added.conversation(), json));
  }

  ConversationState at(byte[] position) {
    return new ConversationState(position, status, split, json, review);
  }

  /** About how many characters it holds. */
  int size() {
    return json.length() + text.searched().length();
  }
}
