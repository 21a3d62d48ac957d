package studio.timbre.ui.mapping;

import java.util.List;
import studio.timbre.model.TableMapping.Use;
import studio.timbre.model.TableShape;
import studio.timbre.ui.fx.Texts;

/** What columns can mean, in the person's words. */
final class UseWords {
  private UseWords() {}

  static String of(Texts texts, Use use) {
    return texts.get("mapping.use." + use);
  }

  /** What a column can mean where a row is that; what it means now is among them. */
  static List<Use> choices(TableShape shape, Use now) {
    return List.of(Use.values()).stream().filter(use -> use == now || fits(use, shape)).toList();
  }

  private static boolean fits(Use use, TableShape shape) {
    return switch (use) {
      case LINE, DETAILS -> false;
      case ROLE, TEXT -> shape == TableShape.MESSAGE;
      case CONVERSATION -> shape != TableShape.CONVERSATION;
      case SYSTEM, USER, ASSISTANT, REJECTED, TURNS -> shape != TableShape.MESSAGE;
      case STATUS, SPLIT, TAGS, NOTE, RATING, ASSIGNEE, KEPT, LEFT_OUT -> true;
    };
  }
}
