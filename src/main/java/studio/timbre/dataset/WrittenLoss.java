package studio.timbre.dataset;

import java.util.ArrayList;
import java.util.List;
import studio.timbre.dataset.transcript.TranscriptText;
import studio.timbre.json.LeftOut;
import studio.timbre.model.Conversation;
import studio.timbre.model.Placing;
import studio.timbre.model.WrittenFormat;

/** What of a conversation has no place in a format that it can be written in; so that this is said, and nothing is lost in silence. */
public final class WrittenLoss {
  private static final int LONGEST = 120;

  private WrittenLoss() {}

  /** Of one that is written; nothing for formats that give all of it back. */
  public static List<LeftOut> of(WrittenFormat format, Conversation conversation) {
    var lost = new ArrayList<LeftOut>();
    boolean answers = format == WrittenFormat.CHAT || format == WrittenFormat.RFT;
    if (answers && conversation.isPair()) {
      lost.add(told("dataset.lost.rejected", "the rejected answer has no place in this format"));
    }
    if (format == WrittenFormat.RFT) {
      ofQuestion(conversation, lost);
    }
    if (format == WrittenFormat.TRANSCRIPT) {
      var keys = TranscriptText.withoutPlace(conversation);
      if (!keys.isEmpty()) {
        String all = String.join(", ", keys);
        String shown = all.length() > LONGEST ? all.substring(0, LONGEST) + "…" : all;
        lost.add(
            new LeftOut(
                "dataset.lost.keys",
                "its other keys have no place in this format: " + shown,
                List.of(shown),
                false));
      }
    }
    return lost;
  }

  private static void ofQuestion(Conversation conversation, List<LeftOut> lost) {
    var messages = conversation.messages();
    if (ReinforcementLine.dropsAnswer(conversation)) {
      lost.add(
          told(
              "dataset.lost.answer",
              "the last answer was left out, since a reference answer stands beside it"));
    }
    if (messages.stream().anyMatch(message -> message.weight().isPresent())) {
      lost.add(
          told("dataset.lost.weights", "which answers are learned has no place in this format"));
    }
  }

  /** What a table says of places in a project, once for the whole file; nothing where the format keeps it, or there is none. */
  public static List<LeftOut> of(WrittenFormat format, Placing placing) {
    boolean any =
        placing.status().isPresent()
            || !placing.tags().isEmpty()
            || !placing.note().isEmpty()
            || placing.rating() > 0
            || !placing.assignee().isEmpty();
    return any && !format.isTable()
        ? List.of(
            new LeftOut(
                "dataset.lost.marks",
                "in the whole file: status, stars, tags, notes and whose turn it is have no place in this format",
                List.of(),
                true))
        : List.of();
  }

  private static LeftOut told(String key, String english) {
    return new LeftOut(key, english, List.of(), false);
  }
}
