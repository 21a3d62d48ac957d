package studio.timbre.ui.voice;

import java.util.Arrays;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import studio.timbre.ui.control.GrowingTextArea;
import studio.timbre.ui.control.TabLeaves;

/** Words and phrases, one a line. */
final class LinesField extends VBox {
  private static final int MOST_LINES = 12;

  private final GrowingTextArea area = new GrowingTextArea(MOST_LINES);
  private final Runnable changed;
  private List<String> told = List.of();

  LinesField(String id, String name, Runnable changed) {
    this.changed = changed;
    area.setId(id);
    area.setAccessibleText(name);
    TabLeaves.from(area);
    area.focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                commit();
              }
            });
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    getStyleClass().add("voice-lines");
    getChildren().add(area);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      commit();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !lines().equals(told)) {
      area.setText(String.join("\n", told));
      event.consume();
    }
  }

  private void commit() {
    if (!lines().equals(told)) {
      told = lines();
      changed.run();
    }
  }

  void show(List<String> lines) {
    boolean typing = area.isFocused() && !lines().equals(told);
    if (!typing && !lines().equals(lines)) {
      area.setText(String.join("\n", lines));
    }
    if (!typing) {
      told = List.copyOf(lines);
    }
  }

  List<String> lines() {
    return Arrays.stream(area.getText().split("\n", -1))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .distinct()
        .toList();
  }
}
