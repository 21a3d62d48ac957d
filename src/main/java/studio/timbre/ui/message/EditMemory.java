package studio.timbre.ui.message;

import java.util.Optional;
import studio.timbre.model.Message;

/** How a message was before a person last wrote in it, so that the old answer can still become the rejected one of a pair. */
final class EditMemory {
  private Optional<Message> before = Optional.empty();
  private Optional<Message> after = Optional.empty();

  void remember(Message old, Message changed) {
    before = Optional.of(old);
    after = Optional.of(changed);
  }

  /** What stood there before it became {@code now}; empty where something else was done since. */
  Optional<Message> before(Message now) {
    return after.equals(Optional.of(now)) ? before : Optional.empty();
  }

  void forget() {
    before = Optional.empty();
    after = Optional.empty();
  }
}
