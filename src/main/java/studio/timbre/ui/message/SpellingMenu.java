package studio.timbre.ui.message;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
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
  private final IntFunction<Optional<Misspelling>> wordAt;
  private final BiConsumer<Misspelling, Consumer<List<String>>> suggest;
  private final Consumer<Misspelling> add;
  private final BooleanProperty on;
  private final ContextMenu menu = new ContextMenu();

  SpellingMenu(
      Texts texts,
      GrowingTextArea area,
      IntFunction<Optional<Misspelling>> wordAt,
      BiConsumer<Misspelling, Consumer<List<String>>> suggest,
      Consumer<Misspelling> add,
      BooleanProperty on) {
    this.texts = texts;
    this.area = area;
    this.wordAt = wordAt;
    this.suggest = suggest;
    this.add = add;
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
    var word = wordAt.apply(index);
    if (word.isPresent() && area.isEditable()) {
      event.consume();
      show(word.get(), List.of(), true);
      menu.show(area, event.getScreenX(), event.getScreenY());
      suggest.accept(word.get(), found -> show(word.get(), found, false));
    }
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
            item(texts.get("spelling.add", word.word()), () -> add.accept(word)),
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
