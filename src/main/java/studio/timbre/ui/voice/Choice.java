package studio.timbre.ui.voice;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/** One of a few values, each a radio button. */
final class Choice<T> extends FlowPane {
  private final List<T> values;
  private final ToggleGroup group = new ToggleGroup();
  private final Runnable changed;
  private T value;

  /**
   * @param id what the ids of its buttons begin with
   * @param name what is chosen, for a screen reader
   */
  Choice(String id, String name, List<T> values, Function<T, String> words, Runnable changed) {
    this.values = values;
    this.changed = changed;
    this.value = values.getFirst();
    getStyleClass().add("voice-choice");
    for (var each : values) {
      var button = new RadioButton(words.apply(each));
      button.setId(id + "-" + each);
      button.setMnemonicParsing(false);
      button.setAccessibleText(name + ": " + button.getText());
      button.setToggleGroup(group);
      getChildren().add(button);
    }
    group.selectToggle(group.getToggles().getFirst());
    group.selectedToggleProperty().subscribe(toggle -> chosen());
  }

  private void chosen() {
    int index = group.getToggles().indexOf(group.getSelectedToggle());
    if (index >= 0 && values.get(index) != value) {
      value = values.get(index);
      changed.run();
    }
  }

  void show(T shown) {
    value = shown;
    group.selectToggle(group.getToggles().get(values.indexOf(shown)));
  }

  T value() {
    return value;
  }
}
