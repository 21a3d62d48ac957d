package studio.timbre.ui.data;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import studio.timbre.ui.data.BulkActs.Target;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Texts;

/** The line above the table: how it looks, and what can be done to many conversations at once. */
final class SheetBar extends FlowPane {
  private static final int MOST_FROZEN = 3;

  private final Texts texts;
  private final ObjectProperty<TableLayout> layout;
  private final TableColumns columns;

  SheetBar(
      DataViewModel model,
      BulkActs acts,
      Texts texts,
      ObjectProperty<TableLayout> layout,
      TableColumns columns,
      List<Action> joining,
      List<Action> more) {
    this.texts = texts;
    this.layout = layout;
    this.columns = columns;
    getStyleClass().add("sheet-bar");
    var selected =
        menu(
            "sheet-selected", new BulkMenu(acts, texts, Target.SELECTED, model::selected, joining));
    var shown =
        menu(
            "sheet-shown",
            new BulkMenu(acts, texts, Target.SHOWN, () -> model.ids().size(), List.of()));
    model
        .selectedCount()
        .subscribe(
            count -> {
              selected.setText(texts.get("data.bulk.selected", count));
              selected.setDisable(count.longValue() == 0);
            });
    model.ids().subscribe(() -> showCount(shown, model.ids().size()));
    showCount(shown, model.ids().size());
    getChildren().addAll(selected, shown, view());
    more.stream().map(action -> (Node) action.iconButton()).forEach(getChildren()::add);
  }

  private void showCount(MenuButton shown, int count) {
    shown.setText(texts.get("data.bulk.shown", count));
    shown.setDisable(count == 0);
  }

  private static MenuButton menu(String id, BulkMenu entries) {
    var button = new MenuButton();
    button.setId(id);
    button.setMnemonicParsing(false);
    button.getStyleClass().addAll("flat", "small");
    // A menu without an entry would not open: one is put in before the first showing.
    button.getItems().add(new MenuItem());
    button.setOnShowing(event -> entries.fill(button.getItems()));
    return button;
  }

  private MenuButton view() {
    var button = new MenuButton(texts.get("data.view"));
    button.setId("sheet-view");
    button.setMnemonicParsing(false);
    button.getStyleClass().addAll("flat", "small");
    button.getItems().add(new MenuItem());
    button.setOnShowing(
        event -> button.getItems().setAll(columnsMenu(), sortMenu(), linesMenu(), frozenMenu()));
    return button;
  }

  private Menu columnsMenu() {
    var menu = new Menu(texts.get("data.columns"));
    var now = layout.get().kinds();
    for (var kind : TableColumnKind.values()) {
      var item = new CheckMenuItem(texts.get(kind.titleKey()));
      item.setId("show-" + kind);
      item.setSelected(now.contains(kind));
      item.setDisable(now.size() == 1 && now.contains(kind));
      item.setOnAction(event -> layout.set(layout.get().with(kind, item.isSelected())));
      menu.getItems().add(item);
    }
    menu.getItems().add(new SeparatorMenuItem());
    menu.getItems().add(item("data.columns.reset", () -> layout.set(TableLayout.DEFAULT)));
    return menu;
  }

  private Menu sortMenu() {
    var menu = new Menu(texts.get("data.sort"));
    menu.getItems().add(item("data.sort.none", columns::unsorted));
    for (var kind : layout.get().columns()) {
      var one = new Menu(texts.get(kind.kind().titleKey()));
      one.getItems()
          .setAll(
              item("data.sort.ascending", () -> columns.sortBy(kind.kind(), SortType.ASCENDING)),
              item("data.sort.descending", () -> columns.sortBy(kind.kind(), SortType.DESCENDING)));
      menu.getItems().add(one);
    }
    return menu;
  }

  private Menu linesMenu() {
    var menu = new Menu(texts.get("data.lines"));
    var group = new ToggleGroup();
    for (int lines : TableLayout.LINES) {
      boolean fitted = lines == TableLayout.FITTED;
      var item =
          new RadioMenuItem(
              fitted ? texts.get("data.lines.fitted") : texts.get("data.lines.count", lines));
      item.setId(fitted ? "lines-fitted" : "lines-" + lines);
      item.setToggleGroup(group);
      item.setSelected(layout.get().lines() == lines);
      item.setOnAction(event -> layout.set(layout.get().withLines(lines)));
      menu.getItems().add(item);
    }
    return menu;
  }

  private Menu frozenMenu() {
    var menu = new Menu(texts.get("data.frozen"));
    var group = new ToggleGroup();
    int most = Math.min(MOST_FROZEN, layout.get().columns().size() - 1);
    for (int count = 0; count <= most; count++) {
      int frozen = count;
      var item = new RadioMenuItem(texts.get("data.frozen.count", frozen));
      item.setId("frozen-" + frozen);
      item.setToggleGroup(group);
      item.setSelected(layout.get().frozen() == frozen);
      item.setOnAction(event -> layout.set(layout.get().withFrozen(frozen)));
      menu.getItems().add(item);
    }
    return menu;
  }

  private MenuItem item(String key, Runnable act) {
    var item = new MenuItem(texts.get(key));
    item.setMnemonicParsing(false);
    item.setOnAction(event -> act.run());
    return item;
  }
}
