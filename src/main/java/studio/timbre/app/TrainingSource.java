package studio.timbre.app;

import java.util.function.Consumer;
import studio.timbre.model.Conversation;
import studio.timbre.model.JobId;
import studio.timbre.model.Split;
import studio.timbre.model.TrainingFilter;

/** Where the conversations of a run come from. */
interface TrainingSource {

  /** What is trained on unless something else is asked for. */
  TrainingFilter filter();

  /** Hands over the conversations of a split that pass, in order. */
  void each(Split split, TrainingFilter filter, Consumer<Conversation> consumer);

  /** The numbers of the same conversations, in the same order. */
  long[] ids(Split split, TrainingFilter filter);

  /** Remembers what a training has seen, so that it can be shown again. */
  void seen(JobId run, long state, TrainingFilter filter);

  /** Names the state of the data: another number means that something was edited. */
  long journalPosition();
}
