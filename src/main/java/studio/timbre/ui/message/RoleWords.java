package studio.timbre.ui.message;

import studio.timbre.model.Role;
import studio.timbre.ui.fx.Texts;

/** Speakers in the person's words. */
public final class RoleWords {
  private RoleWords() {}

  /** A role that Timbre does not know keeps the word of its file. */
  public static String of(Texts texts, Role role) {
    String key = "role." + role.name();
    return texts.has(key) ? texts.get(key) : role.name();
  }
}
