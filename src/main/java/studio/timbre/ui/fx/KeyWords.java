package studio.timbre.ui.fx;

import javafx.scene.input.KeyCombination;

/** Keys as they are called on a keyboard, whatever the language. */
public final class KeyWords {
  private KeyWords() {}

  /** As {@code Ctrl+Shift+Backspace}, with arrows for the keys that show them. */
  public static String of(KeyCombination keys) {
    String shown = keys.getDisplayText();
    int behind = shown.lastIndexOf('+', shown.length() - 2);
    return shown.substring(0, behind + 1) + key(shown.substring(behind + 1));
  }

  private static String key(String name) {
    return switch (name) {
      case "Back Space" -> "Backspace";
      case "Up" -> "↑";
      case "Down" -> "↓";
      case "Left" -> "←";
      case "Right" -> "→";
      default -> name;
    };
  }
}
