package studio.timbre.ui.shell;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.KeyWords;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Texts;

/** Everything that can be done now, found by typing. */
final class Palette extends StackPane {
  private final Supplier<List<Action>> offered;
  private final TextField search = new TextField();
  private final ObservableList<Action> found = FXCollections.observableArrayList();
  private final ListView<Action> list = new ListView<>(found);
  private Node before = this;

  Palette(Texts texts, Supplier<List<Action>> offered) {
    this.offered = offered;
    getStyleClass().add("veil");
    search.setId("palette-search");
    search.setPromptText(texts.get("shell.palette.prompt"));
    search.setAccessibleText(texts.get("shell.palette.prompt"));
    list.setPlaceholder(new Label(texts.get("shell.palette.nothing")));
    list.setAccessibleText(texts.get("shell.palette"));
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new ActionCell());
    var box = new VBox(search, list);
    box.getStyleClass().add("palette");
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().add(box);
    setVisible(false);
    search.textProperty().subscribe(text -> filter(text));
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    setOnMousePressed(
        event -> {
          if (event.getTarget() == this) {
            close();
          }
        });
    list.setOnMouseClicked(event -> choose());
  }

  /** Opens it, or closes it if it is open. */
  void toggle() {
    if (isVisible()) {
      close();
      return;
    }
    before = getScene().getFocusOwner() == null ? this : getScene().getFocusOwner();
    search.clear();
    filter("");
    setVisible(true);
    Keyboard.give(search);
  }

  void close() {
    if (isVisible()) {
      setVisible(false);
      before.requestFocus();
    }
  }

  private void filter(String text) {
    var words = plain(text).strip().split("\\s+");
    found.setAll(
        offered.get().stream()
            .filter(action -> action.enabled().getValue())
            .filter(action -> matches(action, words))
            .toList());
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  private static boolean matches(Action action, String... words) {
    String text = plain(action.text());
    for (var word : words) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** Small letters without accents, as people type when they search. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(8);
      case PAGE_UP -> move(-8);
      case ENTER -> choose();
      case ESCAPE -> close();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int by) {
    int index = list.getSelectionModel().getSelectedIndex() + by;
    int inside = Math.clamp(index, 0, Math.max(0, found.size() - 1));
    list.getSelectionModel().select(inside);
    list.scrollTo(Math.max(0, inside - 4));
  }

  private void choose() {
    var action = list.getSelectionModel().getSelectedItem();
    if (action != null) {
      close();
      action.fire();
    }
  }

  private static final class ActionCell extends ListCell<Action> {
    private final Label text = new Label();
    private final Label keys = new Label();
    private final StackPane icon = new StackPane();
    private final HBox row;

    ActionCell() {
      var gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      keys.getStyleClass().addAll("muted", "small-text");
      icon.getStyleClass().add("icon");
      row = new HBox(icon, text, gap, keys);
      row.getStyleClass().add("row-8");
    }

    @Override
    protected void updateItem(Action action, boolean empty) {
      super.updateItem(action, empty);
      if (empty || action == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      text.setText(action.text());
      keys.setText(action.shortcut().map(KeyWords::of).orElse(""));
      icon.getChildren().setAll(action.icon().map(value -> value.node()).stream().toList());
      setAccessibleText(action.text());
      setGraphic(row);
    }
  }
}
