package studio.timbre.ui.control;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Boxes with a few things to choose from. */
public final class Choices {
  private Choices() {}

  /**
   * @param words what each is called
   * @param chosen called when the person chooses, not when the value is set
   */
  public static <T> ComboBox<T> box(String id, Function<T, String> words, Consumer<T> chosen) {
    var box = new ComboBox<T>();
    box.setId(id);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("the box is not edited");
          }
        });
    box.setOnAction(
        event -> {
          if (box.getValue() != null && box.getUserData() == null) {
            chosen.accept(box.getValue());
          }
        });
    return box;
  }

  /** Fills it without the person having chosen anything. */
  public static <T> void fill(ComboBox<T> box, List<T> values, T value) {
    box.setUserData("filling");
    if (!box.getItems().equals(values)) {
      // What is chosen would keep its number, and the box show what has come into its place.
      box.setValue(null);
      box.getSelectionModel().clearSelection();
      box.getItems().setAll(values);
    }
    box.setValue(value);
    box.setUserData(null);
  }

  /** With its name in front of it. */
  public static HBox named(String name, ComboBox<?> box) {
    var label = new Label(name);
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll("muted", "mapping-label");
    label.setLabelFor(box);
    box.setAccessibleText(name);
    var both = new HBox(label, box);
    both.getStyleClass().add("row-8");
    return both;
  }

  /** Its words may end in dots: they are the beginning of a row. */
  public static void excerpts(ComboBox<?> box) {
    excerptsOf(box);
  }

  private static <T> void excerptsOf(ComboBox<T> box) {
    var shown =
        new ListCell<T>() {
          @Override
          protected void updateItem(@Nullable T value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? "" : box.getConverter().toString(value));
          }
        };
    shown.getStyleClass().add("excerpt");
    box.setButtonCell(shown);
  }
}
