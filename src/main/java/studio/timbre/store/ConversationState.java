package studio.timbre.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.timbre.json.ConversationJson;
import studio.timbre.json.ReviewJson;
import studio.timbre.model.Curated;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/**
 * All of a conversation that an edit can change, as it stands in the table.
 *
 * @param review see {@link ReviewJson}
 */
record ConversationState(byte[] position, String status, String split, String json, String review) {

  static ConversationState of(byte[] position, Curated curated) {
    return of(position, curated, ConversationJson.write(curated.conversation()));
  }

  /** @param json that says the conversation */
  static ConversationState of(byte[] position, Curated curated, String json) {
    return new ConversationState(
        position,
        curated.status().name(),
        curated.split().name(),
        json,
        ReviewJson.write(curated.review()));
  }

  Curated curated() throws SQLException {
    return new Curated(
        Status.valueOf(status),
        Split.valueOf(split),
        ConversationTable.parse(json),
        ReviewJson.parse(review));
  }

  /** Whether a conversation comes, goes or moves between these states. */
  static boolean rearranges(Optional<ConversationState> from, Optional<ConversationState> to) {
    return from.isEmpty()
        || to.isEmpty()
        || !Arrays.equals(from.get().position(), to.get().position());
  }

  ConversationState withPosition(byte[] newPosition) {
    return new ConversationState(newPosition, status, split, json, review);
  }

  ConversationState withStatus(String newStatus) {
    return new ConversationState(position, newStatus, split, json, review);
  }

  ConversationState withSplit(String newSplit) {
    return new ConversationState(position, status, newSplit, json, review);
  }

  ConversationState withJson(String newJson) {
    return new ConversationState(position, status, split, newJson, review);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ConversationState state
        && Arrays.equals(position, state.position)
        && status.equals(state.status)
        && split.equals(state.split)
        && json.equals(state.json)
        && review.equals(state.review);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }
}
