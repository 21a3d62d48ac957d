package studio.timbre.ui.data;

import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.ui.fx.Texts;

/** The names of things in the person's words. */
final class Words {
  private Words() {}

  static String of(Texts texts, Status status) {
    return texts.get("status.of." + status.name());
  }

  static String of(Texts texts, Split split) {
    return texts.get("split." + split.name());
  }

  /** A role that Timbre does not know keeps the word of its file. */
  static String of(Texts texts, Role role) {
    String key = "role." + role.name();
    return texts.has(key) ? texts.get(key) : role.name();
  }
}
