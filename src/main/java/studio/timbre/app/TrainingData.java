package studio.timbre.app;

import java.util.ArrayList;
import java.util.List;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Split;
import studio.timbre.model.TrainingFilter;
import studio.timbre.model.UserFacingException;

/**
 * The conversations of a run.
 *
 * @param journalPosition the state of the project that they show, 0 where they come from no project
 */
record TrainingData(List<Conversation> training, List<Conversation> heldOut, long journalPosition) {

  /** How often reading begins anew because somebody edits meanwhile. */
  private static final int PATIENCE = 3;

  TrainingData {
    training = List.copyOf(training);
    heldOut = List.copyOf(heldOut);
  }

  /** Reads all, in one state of the data unless somebody keeps editing. */
  static TrainingData read(TrainingSource source, TrainingFilter filter) {
    TrainingData data;
    int attempts = 0;
    do {
      long position = source.journalPosition();
      var training = new ArrayList<Conversation>();
      var heldOut = new ArrayList<Conversation>();
      source.each(Split.TRAINING, filter, training::add);
      source.each(Split.HELD_OUT, filter, heldOut::add);
      data = new TrainingData(training, heldOut, position);
      attempts++;
    } while (data.journalPosition() != source.journalPosition() && attempts < PATIENCE);
    return data;
  }

  /** Refuses data without a conversation; for methods that need no answers. */
  void checkNotEmpty() throws UserFacingException {
    if (training.isEmpty()) {
      throw nothingToLearn();
    }
  }

  /** Refuses data in which there is nothing to learn. */
  void check() throws UserFacingException {
    boolean usable =
        training.stream()
            .anyMatch(
                conversation -> conversation.messages().stream().anyMatch(Message::isTrained));
    if (!usable) {
      throw nothingToLearn();
    }
  }

  static UserFacingException nothingToLearn() {
    return new UserFacingException(
        "error.train.nothingToLearn",
        "There is no conversation with an answer to learn from, so there is nothing to train. Add conversations, or change"
            + " which ones are trained on.");
  }
}
