package studio.timbre.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

class KeyWordsTest {
  private static String of(KeyCode key, KeyCombination.Modifier... held) {
    return KeyWords.of(new KeyCodeCombination(key, held));
  }

  @Test
  void keysAreCalledAsOnAKeyboard() {
    assertThat(of(KeyCode.BACK_SPACE, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN))
        .endsWith("+Backspace")
        .doesNotContain("Back Space");
    assertThat(of(KeyCode.UP, KeyCombination.ALT_DOWN)).isEqualTo("Alt+↑");
    assertThat(of(KeyCode.F2)).isEqualTo("F2");
    assertThat(of(KeyCode.Z, KeyCombination.CONTROL_DOWN)).isEqualTo("Ctrl+Z");
  }
}
