package studio.timbre.ui.data;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.OpenProject;

/** The table with all that belongs to it: its acts, its clipboard, find and replace, and the history. */
final class Spreadsheet implements AutoCloseable {
  private final ObjectProperty<TableLayout> layout;
  private final SheetActs acts;
  private final BulkActs bulk;
  private final SheetClipboard clipboard;
  private final HistoryViewModel history;
  private final ReplaceViewModel replace;
  private final RememberedLayout remembered;
  private final ConversationTable table;
  private final HistoryPane historyPane;
  private final List<Action> joining;
  private final List<Node> above;
  private final List<Action> actions;
  private Optional<DataActions> menus = Optional.empty();

  /** @param placeholder stands in a table without rows */
  Spreadsheet(
      Desk desk,
      OpenProject project,
      DataViewModel model,
      CellContent content,
      DataViewModel.Listener listener,
      Node placeholder) {
    var texts = desk.texts();
    var longActs = new LongActs(project, desk.work(), listener::failed);
    remembered = new RememberedLayout(project, desk.work(), listener::failed);
    layout = remembered.layout();
    acts = new SheetActs(model, content, longActs, listener);
    var passing =
        new LettingPass(project, desk.work(), longActs, model.narrowing(), texts, desk.notices());
    bulk = new BulkActs(model, longActs, texts, listener, passing);
    clipboard =
        new SheetClipboard(
            project.session(),
            desk.work(),
            model,
            acts,
            longActs,
            content,
            new SystemBoard(),
            new PasteNews(desk.notices(), texts));
    table =
        new ConversationTable(
            model,
            content,
            layout,
            acts,
            new SheetKeys(acts, clipboard),
            this::choices,
            placeholder);
    acts.use(table.selectedCells());
    replace = new ReplaceViewModel(project, desk.work(), model, longActs, texts, listener::failed);
    history = new HistoryViewModel(project, desk.work(), longActs, texts, listener::failed);
    historyPane = new HistoryPane(history, texts, table::focusTable);
    actions =
        List.of(
            Action.of("data.replace", texts.get("data.replace"), replace::open)
                .withIcon(Icon.REPLACE)
                .withShortcut("Shortcut+H"),
            Action.of(
                    "pastActs.show",
                    texts.get("pastActs.show"),
                    () -> history.open().set(!history.open().get()))
                .withIcon(Icon.CLOCK)
                .withShortcut("Shortcut+Alt+Z"));
    joining =
        List.of(
            new JoiningActs(
                    project, texts, model::selection, model.ids()::indexOf, listener::failed)
                .merge());
    above =
        List.of(
            new SheetBar(model, bulk, texts, layout, table.columns(), joining, actions),
            new ActBar(longActs, texts),
            new BulkPane(bulk, texts, table::focusTable),
            new LettingPassPane(passing, texts, table::focusTable),
            new PastePane(clipboard, texts, table::focusTable),
            new ReplacePane(replace, texts, desk.notices(), table::focusTable));
  }

  private ContextMenu choices(TableColumnKind column) {
    return menus.orElseThrow().choiceMenu(column);
  }

  /** The menus of the cells. */
  void use(DataActions newMenus) {
    menus = Optional.of(newMenus);
    table.setMenu(newMenus.contextMenu());
  }

  SheetActs acts() {
    return acts;
  }

  BulkActs bulk() {
    return bulk;
  }

  SheetClipboard clipboard() {
    return clipboard;
  }

  ReplaceViewModel replacing() {
    return replace;
  }

  /** What makes one conversation of those that are selected. */
  List<Action> joining() {
    return joining;
  }

  /** How the table is set up. */
  ObjectProperty<TableLayout> layout() {
    return layout;
  }

  ConversationTable table() {
    return table;
  }

  /** Stands beside the table when it is asked for. */
  HistoryPane history() {
    return historyPane;
  }

  /** What stands above the table, from top to bottom. */
  List<Node> above() {
    return above;
  }

  List<Action> actions() {
    return actions;
  }

  @Override
  public void close() {
    history.close();
    replace.forget();
    clipboard.close();
    remembered.close();
  }
}
