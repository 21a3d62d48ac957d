package studio.timbre.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** All of a conversation that an edit can change, as it stands in the table. */
record ConversationState(byte[] position, String status, String split, String json) {

  ConversationState withStatus(String newStatus) {
    return new ConversationState(position, newStatus, split, json);
  }

  ConversationState withSplit(String newSplit) {
    return new ConversationState(position, status, newSplit, json);
  }

  ConversationState withJson(String newJson) {
    return new ConversationState(position, status, split, newJson);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ConversationState state
        && Arrays.equals(position, state.position)
        && status.equals(state.status)
        && split.equals(state.split)
        && json.equals(state.json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }
}
