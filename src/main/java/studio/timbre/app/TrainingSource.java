package studio.timbre.app;

import java.util.function.Consumer;
import studio.timbre.model.Conversation;
import studio.timbre.model.Split;

/** Where the conversations of a run come from. */
interface TrainingSource {

  /** Hands over the conversations of a split that are not rejected, in order. */
  void each(Split split, Consumer<Conversation> consumer);

  /** Names the state of the data: another number means that something was edited. */
  long journalPosition();
}
