package studio.timbre.ui.voice;

import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import studio.timbre.ui.fx.Texts;

/** A whole number behind its words; the arrow keys count up and down. What is none is said beside it, and the number stays as it was. */
final class NumberField extends HBox {
  private final TextField field = new TextField();
  private final Label problem = new Label();
  private final Texts texts;
  private final int least;
  private final int most;
  private final Runnable changed;
  private int number;

  NumberField(Texts texts, String id, String name, int least, int most, Runnable changed) {
    this.texts = texts;
    this.least = least;
    this.most = most;
    this.changed = changed;
    this.number = least;
    getStyleClass().add("row-8");
    var label = new Label(name);
    label.setLabelFor(field);
    label.setWrapText(true);
    field.setText(text(number));
    field.setId(id);
    field.setAccessibleText(name);
    field.getStyleClass().addAll("small", "voice-number");
    field.setMinWidth(Region.USE_PREF_SIZE);
    field.setOnAction(event -> commit());
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                commit();
              }
            });
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    problem.getStyleClass().addAll("danger-text", "small-text");
    problem.managedProperty().bind(problem.visibleProperty());
    problem.setVisible(false);
    if (!name.isEmpty()) {
      getChildren().add(label);
    }
    getChildren().addAll(field, problem);
  }

  /** Its name for a screen reader, where its words stand elsewhere. */
  void name(String name) {
    field.setAccessibleText(name);
  }

  private void key(KeyEvent event) {
    int step =
        switch (event.getCode()) {
          case UP -> 1;
          case DOWN -> -1;
          default -> 0;
        };
    if (step != 0) {
      put(Math.clamp(number + (long) step, least, most));
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(text(number))) {
      put(number, false);
      event.consume();
    }
  }

  /** The number that stands in the field, where it is one that can be. */
  private OptionalInt typed() {
    try {
      int typed = Integer.parseInt(field.getText().strip());
      return typed >= least && typed <= most ? OptionalInt.of(typed) : OptionalInt.empty();
    } catch (NumberFormatException _) {
      return OptionalInt.empty();
    }
  }

  private void commit() {
    if (typed().isPresent()) {
      put(typed().getAsInt());
      return;
    }
    problem.setText(texts.get("voice.number.wrong", least, most));
    problem.setVisible(true);
    field.setAccessibleHelp(problem.getText());
  }

  private void put(int newNumber) {
    put(newNumber, true);
  }

  private static String text(int number) {
    return Integer.toString(number);
  }

  void show(int newNumber) {
    boolean typing = field.isFocused() && typed().orElse(number) != number;
    if (!typing) {
      put(newNumber, false);
    }
  }

  private void put(int newNumber, boolean tell) {
    boolean another = newNumber != number;
    number = newNumber;
    problem.setVisible(false);
    field.setAccessibleHelp("");
    if (!field.getText().equals(text(newNumber))) {
      field.setText(text(newNumber));
      field.end();
    }
    if (another && tell) {
      changed.run();
    }
  }

  /** As it is typed, also before the keyboard leaves it. */
  int number() {
    return field.isFocused() ? typed().orElse(number) : number;
  }
}
