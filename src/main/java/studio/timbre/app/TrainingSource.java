package studio.timbre.app;

import java.util.Set;
import java.util.function.Consumer;
import studio.timbre.model.Conversation;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/** Where the conversations of a run come from. */
interface TrainingSource {

  /** Hands over the conversations of a split that have come so far, in order. */
  void each(Split split, Set<Status> statuses, Consumer<Conversation> consumer);

  /** The numbers of the same conversations, in the same order. */
  long[] ids(Split split, Set<Status> statuses);

  /** Names the state of the data: another number means that something was edited. */
  long journalPosition();
}
