package studio.timbre.ui.hear;

import java.util.Set;
import studio.timbre.model.UserFacingException;

/** Failures that are put right under Settings, Connections. */
final class KeyTrouble {
  private static final Set<String> OF_ANSWERS =
      Set.of("error.chat.key", "error.chat.elsewhere", "error.chat.unreadable");

  private KeyTrouble() {}

  static boolean is(Exception problem) {
    return problem instanceof UserFacingException known
        && (known.key().startsWith("error.connection.")
            || known.key().startsWith("error.keys.")
            || OF_ANSWERS.contains(known.key()));
  }
}
