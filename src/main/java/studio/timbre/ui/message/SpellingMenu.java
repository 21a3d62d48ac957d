package studio.timbre.ui.message;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.ContextMenuEvent;
import studio.timbre.model.Misspelling;
import studio.timbre.ui.control.GrowingTextArea;
import studio.timbre.ui.fx.Texts;

/** The menu on a word that is underlined, by mouse or by keyboard; everywhere else, the menu of the text stays. */
final class SpellingMenu {
  private static final int MOST = 5;

  private final Texts texts;
  private final GrowingTextArea area;
  private final Words words;
  private final BooleanProperty on;
  private final ContextMenu menu = new ContextMenu();

  /** What is known of the words of the text, and what can be done about them. */
  interface Words {
    /** The wrong word at a place. */
    Optional<Misspelling> wrongAt(int index);

    /** Whether it is right for this project alone. */
    boolean isOwn(String word);

    void suggest(Misspelling word, Consumer<List<String>> answer);

    /** From now on it is right in this project. */
    void add(String word);

    /** From now on it is what dictionaries say of it. */
    void remove(String word);
  }

  SpellingMenu(Texts texts, GrowingTextArea area, Words words, BooleanProperty on) {
    this.texts = texts;
    this.area = area;
    this.words = words;
    this.on = on;
    menu.setId("spelling-menu");
  }

  void listen() {
    area.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::asked);
  }

  private void asked(ContextMenuEvent event) {
    menu.hide();
    int index = area.getCaretPosition();
    if (!event.isKeyboardTrigger() && area.getSkin() instanceof TextAreaSkin skin) {
      index = skin.getIndex(event.getX(), event.getY()).getInsertionIndex();
    }
    var word = words.wrongAt(index);
    if (word.isPresent() && area.isEditable()) {
      event.consume();
      show(word.get(), List.of(), true);
      menu.show(area, event.getScreenX(), event.getScreenY());
      words.suggest(word.get(), found -> show(word.get(), found, false));
    } else if (on.get()) {
      ownAt(index).ifPresent(own -> offerToRemove(own, event));
    }
  }

  private void offerToRemove(String own, ContextMenuEvent event) {
    event.consume();
    menu.getItems()
        .setAll(
            item(texts.get("spelling.remove", own), () -> words.remove(own)),
            item(texts.get("spelling.off"), () -> on.set(false)));
    menu.show(area, event.getScreenX(), event.getScreenY());
  }

  /** The word at a place, where it is one of the project's own. */
  private Optional<String> ownAt(int index) {
    String text = area.getText();
    int start = Math.min(index, text.length());
    int end = start;
    while (start > 0 && isOfWord(text.charAt(start - 1))) {
      start--;
    }
    while (end < text.length() && isOfWord(text.charAt(end))) {
      end++;
    }
    return Optional.of(text.substring(start, end)).filter(words::isOwn);
  }

  private static boolean isOfWord(char sign) {
    return Character.isLetterOrDigit(sign) || sign == '-' || sign == '\'' || sign == '’';
  }

  private void show(Misspelling word, List<String> found, boolean searching) {
    menu.getItems().clear();
    found.stream()
        .limit(MOST)
        .forEach(right -> menu.getItems().add(item(right, () -> replace(word, right))));
    if (found.isEmpty()) {
      var none = new MenuItem(texts.get(searching ? "spelling.searching" : "spelling.none"));
      none.setDisable(true);
      menu.getItems().add(none);
    }
    menu.getItems()
        .addAll(
            new SeparatorMenuItem(),
            item(texts.get("spelling.add", word.word()), () -> words.add(word.word())),
            item(texts.get("spelling.off"), () -> on.set(false)));
  }

  private void replace(Misspelling word, String right) {
    if (word.end() <= area.getLength()
        && area.getText(word.start(), word.end()).equals(word.word())) {
      area.replaceText(word.start(), word.end(), right);
    }
  }

  private static MenuItem item(String text, Runnable act) {
    var item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> act.run());
    return item;
  }
}
