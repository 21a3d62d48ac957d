package studio.timbre.ui.data;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** What can be done on the Data screen. */
final class DataActions {
  private final Action add;
  private final Action search;
  private final Action importing;
  private final Action exporting;
  private final Action duplicate;
  private final Action delete;
  private final List<Action> statuses;
  private final List<Action> splits;

  DataActions(
      Texts texts,
      DataViewModel model,
      ReadOnlyLongProperty selected,
      Runnable chooseImport,
      Runnable askExport,
      Runnable focusSearch) {
    var some = selected.greaterThan(0);
    add =
        Action.of("data.add", texts.get("data.add"), model::add)
            .withIcon(Icon.ADD)
            .withShortcut("Shortcut+N");
    search =
        Action.of("data.find", texts.get("data.find"), focusSearch)
            .withIcon(Icon.SEARCH)
            .withShortcut("Shortcut+F");
    importing =
        Action.of("data.import", texts.get("data.import"), chooseImport).withIcon(Icon.IMPORT);
    exporting = Action.of("data.export", texts.get("data.export"), askExport).withIcon(Icon.EXPORT);
    duplicate =
        Action.of("data.duplicate", texts.get("data.duplicate"), model::duplicate)
            .withIcon(Icon.COPY)
            .withShortcut("Shortcut+D")
            .enabledWhen(some);
    delete =
        Action.of("data.delete", texts.get("data.delete"), model::delete)
            .withIcon(Icon.DELETE)
            .withShortcut("Delete")
            .enabledWhen(some);
    statuses =
        Stream.of(Status.values())
            .map(
                status ->
                    Action.of(
                            "data.status." + status,
                            texts.get("data.markAs", Words.of(texts, status)),
                            () -> model.setStatus(status))
                        .enabledWhen(some))
            .toList();
    splits =
        Stream.of(Split.values())
            .map(
                split ->
                    Action.of(
                            "data.split." + split,
                            texts.get("data.useFor." + split),
                            () -> model.setSplit(split))
                        .enabledWhen(some))
            .toList();
  }

  Action add() {
    return add;
  }

  Action importing() {
    return importing;
  }

  List<Action> all() {
    return Stream.of(
            Stream.of(add, search, importing, exporting, duplicate, delete),
            statuses.stream(),
            splits.stream())
        .flatMap(acts -> acts)
        .toList();
  }

  /** The menu on a row. */
  ContextMenu contextMenu() {
    var menu = new ContextMenu();
    menu.getItems().addAll(add.menuItem(), duplicate.menuItem(), new SeparatorMenuItem());
    statuses.forEach(act -> menu.getItems().add(act.menuItem()));
    menu.getItems().add(new SeparatorMenuItem());
    splits.forEach(act -> menu.getItems().add(act.menuItem()));
    menu.getItems().addAll(new SeparatorMenuItem(), delete.menuItem());
    return menu;
  }

  /** The words that can stand in a cell of this column. */
  ContextMenu choiceMenu(TableColumnKind column) {
    var menu = new ContextMenu();
    (column == TableColumnKind.STATUS ? statuses : splits)
        .forEach(act -> menu.getItems().add(act.menuItem()));
    return menu;
  }
}
