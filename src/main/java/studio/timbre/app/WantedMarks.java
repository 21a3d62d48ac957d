package studio.timbre.app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.timbre.checks.Mark;
import studio.timbre.model.Conversation;

/**
 * Which marks are meant.
 *
 * @param passed conversations by kind in which that is let pass
 */
record WantedMarks(String kind, Map<String, Set<Long>> passed) {
  /** Those of a conversation. */
  List<Mark> in(long id, Conversation conversation) {
    return CheckedTexts.marks(conversation).stream().filter(mark -> means(id, mark)).toList();
  }

  private boolean means(long id, Mark mark) {
    String found = mark.problem().kind();
    return kind.equals(Mending.PRIVATE_DATA)
        ? mark.problem().isPrivate() && !passed.getOrDefault(found, Set.of()).contains(id)
        : found.equals(kind);
  }
}
