package studio.timbre.ui.data;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import studio.timbre.model.Review;
import studio.timbre.ui.data.BulkActs.Target;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Texts;

/** The entries of a menu of bulk acts: each says to how many conversations it is done. */
final class BulkMenu {
  private final BulkActs acts;
  private final Texts texts;
  private final Target target;
  private final LongSupplier count;
  private final List<MenuItem> joining;

  /**
   * @param count conversations, asked when the menu opens
   * @param joining what makes one of them, which is offered beside making more of them
   */
  BulkMenu(BulkActs acts, Texts texts, Target target, LongSupplier count, List<Action> joining) {
    this.acts = acts;
    this.texts = texts;
    this.target = target;
    this.count = count;
    this.joining = joining.stream().map(Action::menuItem).toList();
  }

  /** Fills a menu anew, with the count of now. */
  void fill(ObservableList<MenuItem> items) {
    items.clear();
    long now = count.getAsLong();
    for (var act : BulkAct.values()) {
      if (act.beginsGroup()) {
        items.add(new SeparatorMenuItem());
      }
      var item = act == BulkAct.RATE ? stars(now) : item(act, now);
      item.setMnemonicParsing(false);
      item.setId("bulk-" + target + "-" + act);
      item.setDisable(now == 0);
      items.add(item);
      if (act == BulkAct.NOTE) {
        items.add(letPass(now));
      }
      if (act == BulkAct.DUPLICATE) {
        items.addAll(joining);
      }
    }
  }

  private MenuItem letPass(long now) {
    var item = new MenuItem(texts.get("data.letPass", now) + "…");
    item.setMnemonicParsing(false);
    item.setId("bulk-" + target + "-LET_PASS");
    item.setDisable(now == 0);
    item.setOnAction(event -> acts.letPass(target));
    return item;
  }

  private MenuItem item(BulkAct act, long now) {
    String text = texts.get(act.key(), now);
    var item = new MenuItem(act.asked().isPresent() ? text + "…" : text);
    item.setOnAction(event -> acts.begin(act, target));
    return item;
  }

  private Menu stars(long now) {
    var menu = new Menu(texts.get(BulkAct.RATE.key(), now));
    List<MenuItem> choices =
        IntStream.rangeClosed(0, Review.MOST_STARS)
            .map(down -> Review.MOST_STARS - down)
            .mapToObj(
                stars -> {
                  var item =
                      new MenuItem(
                          stars == 0 ? texts.get("data.stars", 0) : CellContent.stars(stars));
                  item.setOnAction(event -> acts.rate(stars, target));
                  return item;
                })
            .toList();
    menu.getItems().setAll(choices);
    return menu;
  }
}
