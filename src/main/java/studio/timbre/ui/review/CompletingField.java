package studio.timbre.ui.review;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A field for a word, which offers the words that are in use already; a new one can be written. */
final class CompletingField extends TextField {
  private static final int MOST = 8;

  private final Supplier<List<String>> words;
  private final Consumer<String> taken;
  private final ContextMenu offers = new ContextMenu();
  private String before = "";
  private Runnable done = () -> {};

  /**
   * @param words in use
   * @param taken told the word that is wanted, by Enter or from among the offers
   */
  CompletingField(String name, Supplier<List<String>> words, Consumer<String> taken) {
    this.words = words;
    this.taken = taken;
    setPromptText(name);
    setAccessibleText(name);
    getStyleClass().add("small");
    offers.setAutoHide(true);
    textProperty().addListener((property, old, now) -> offer());
    focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                offers.hide();
                setText(before);
              }
            });
    setOnAction(event -> take(getText()));
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    // While offers are shown, keys come to them first.
    offers.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /**
   * Told each time that a word has been chosen, also where it is the one that stands there already, and when Escape has given up
   * what was typed.
   */
  void whenDone(Runnable listener) {
    done = listener;
  }

  /** What stands in it while nobody types. */
  void show(String text) {
    before = text;
    if (!isFocused()) {
      setText(text);
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && (offers.isShowing() || !getText().equals(before))) {
      setText(before);
      offers.hide();
      selectAll();
      event.consume();
      done.run();
    } else if (event.getCode() == KeyCode.DOWN && !offers.isShowing()) {
      offer(words.get());
      event.consume();
    }
  }

  private void offer() {
    if (!isFocused() || getText().equals(before)) {
      offers.hide();
      return;
    }
    String typed = getText().strip().toLowerCase(Locale.ROOT);
    offer(
        words.get().stream()
            .filter(word -> word.toLowerCase(Locale.ROOT).contains(typed))
            .filter(word -> !word.equals(getText()))
            .toList());
  }

  private void offer(List<String> found) {
    offers
        .getItems()
        .setAll(
            found.stream()
                .limit(MOST)
                .map(
                    word -> {
                      var item = new MenuItem(word);
                      item.setMnemonicParsing(false);
                      item.setOnAction(event -> take(word));
                      return item;
                    })
                .toList());
    if (found.isEmpty() || getScene() == null) {
      offers.hide();
    } else if (!offers.isShowing()) {
      offers.show(this, Side.BOTTOM, 0, 0);
    }
  }

  private void take(String word) {
    offers.hide();
    String wanted = word.strip();
    if (!wanted.equals(before)) {
      taken.accept(wanted);
    }
    // A field that keeps its word shows it when the change has come back.
    setText(before);
    selectAll();
    done.run();
  }
}
