package studio.timbre.app;

import java.util.List;
import studio.timbre.checks.Mark;
import studio.timbre.json.Fingerprint;
import studio.timbre.model.Conversation;
import studio.timbre.model.PassedFindings;

/**
 * Which marks are meant.
 *
 * @param passed what is let pass
 */
record WantedMarks(String kind, PassedFindings passed) {
  /** Those of a conversation. */
  List<Mark> in(long id, Conversation conversation) {
    var marks = CheckedTexts.marks(conversation);
    if (!kind.equals(Mending.PRIVATE_DATA)) {
      return marks.stream().filter(mark -> mark.problem().kind().equals(kind)).toList();
    }
    long fingerprint = Fingerprint.of(conversation);
    return marks.stream()
        .filter(mark -> mark.problem().isPrivate())
        .filter(mark -> !passed.has(mark.problem().kind(), id, fingerprint))
        .toList();
  }
}
