package studio.timbre.ui.data;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;
import studio.timbre.model.Review;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.ui.data.BulkActs.Target;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** What can be done on the Data screen. */
final class DataActions {
  private final Texts texts;
  private final Action add;
  private final Action search;
  private final Action importing;
  private final Action pasting;
  private final Action exporting;
  private final Action delete;
  private final Action letPass;
  private final List<Action> rows;
  private final List<Action> cells;
  private final List<Action> statuses;
  private final List<Action> splits;
  private final List<Action> stars;
  private final BulkMenu bulkMenu;

  DataActions(
      Texts texts,
      DataViewModel model,
      Spreadsheet spreadsheet,
      ImportSide imports,
      Runnable askExport,
      Runnable focusSearch) {
    this.texts = texts;
    var sheet = spreadsheet.acts();
    var bulk = spreadsheet.bulk();
    var clipboard = spreadsheet.clipboard();
    var some = model.selectedCount().greaterThan(0);
    add =
        Action.of("data.add", texts.get("data.add"), model::add)
            .withIcon(Icon.ADD)
            .withShortcut("Shortcut+N");
    search =
        Action.of("data.find", texts.get("data.find"), focusSearch)
            .withIcon(Icon.SEARCH)
            .withShortcut("Shortcut+F");
    importing = imports.files();
    pasting = imports.clipboard();
    exporting = Action.of("data.export", texts.get("data.export"), askExport).withIcon(Icon.EXPORT);
    var duplicate =
        Action.of("data.duplicate", texts.get("data.duplicate"), sheet::duplicate)
            .withIcon(Icon.COPY)
            .withShortcut("Shortcut+Shift+D")
            .enabledWhen(some);
    delete =
        Action.of("data.delete", texts.get("data.delete"), sheet::delete)
            .withIcon(Icon.DELETE)
            .withShortcut("Shortcut+Delete")
            .enabledWhen(some);
    letPass = act("data.letPass.open", () -> bulk.letPass(Target.SELECTED)).enabledWhen(some);
    rows =
        List.of(
            duplicate,
            act("data.insertAbove", () -> sheet.insert(true)).enabledWhen(some),
            act("data.insertBelow", () -> sheet.insert(false)).enabledWhen(some),
            act("data.moveUp", () -> sheet.moves().move(true)).enabledWhen(some),
            act("data.moveDown", () -> sheet.moves().move(false)).enabledWhen(some));
    cells =
        List.of(
            act("data.cut", clipboard::cut).enabledWhen(some),
            act("data.copy", clipboard::copy).enabledWhen(some),
            act("data.paste", clipboard::paste),
            act("data.fillDown", sheet::fillDown).enabledWhen(some),
            act("data.clear", sheet::clear).enabledWhen(some));
    statuses =
        Stream.of(Status.values())
            .map(
                status ->
                    Action.of(
                            "data.status." + status,
                            texts.get("data.markAs", Words.of(texts, status)),
                            () -> bulk.begin(actOf(status), Target.SELECTED))
                        .enabledWhen(some))
            .toList();
    splits =
        Stream.of(Split.values())
            .map(
                split ->
                    Action.of(
                            "data.split." + split,
                            texts.get("data.useFor." + split),
                            () ->
                                bulk.begin(
                                    split == Split.TRAINING ? BulkAct.TRAINING : BulkAct.HOLD_OUT,
                                    Target.SELECTED))
                        .enabledWhen(some))
            .toList();
    stars =
        IntStream.rangeClosed(0, Review.MOST_STARS)
            .mapToObj(
                count ->
                    Action.of(
                            "data.stars." + count,
                            texts.get("data.rateAs", count),
                            () -> bulk.rate(count, Target.SELECTED))
                        .enabledWhen(some))
            .toList();
    bulkMenu = new BulkMenu(bulk, texts, Target.SELECTED, model::selected, spreadsheet.joining());
  }

  private static BulkAct actOf(Status status) {
    return switch (status) {
      case DRAFT -> BulkAct.DRAFT;
      case IN_REVIEW -> BulkAct.SEND;
      case APPROVED -> BulkAct.APPROVE;
      case REJECTED -> BulkAct.REJECT;
    };
  }

  private Action act(String key, Runnable run) {
    return Action.of(key, texts.get(key), run);
  }

  Action add() {
    return add;
  }

  Action importing() {
    return importing;
  }

  /** Takes what lies on the clipboard. */
  Action pasting() {
    return pasting;
  }

  List<Action> all() {
    return Stream.of(
            List.of(add, search, exporting),
            cells,
            rows,
            List.of(delete, letPass),
            statuses,
            splits,
            stars)
        .flatMap(List::stream)
        .toList();
  }

  /** The menu on a cell. */
  ContextMenu contextMenu() {
    var menu = new ContextMenu();
    cells.forEach(action -> menu.getItems().add(action.menuItem()));
    menu.getItems().addAll(new SeparatorMenuItem(), add.menuItem());
    rows.forEach(action -> menu.getItems().add(action.menuItem()));
    var many = new Menu(texts.get("data.bulk"));
    many.setMnemonicParsing(false);
    bulkMenu.fill(many.getItems());
    menu.setOnShowing(event -> bulkMenu.fill(many.getItems()));
    menu.getItems().addAll(new SeparatorMenuItem(), many, delete.menuItem());
    return menu;
  }

  /** The words that can stand in a cell of this column. */
  ContextMenu choiceMenu(TableColumnKind column) {
    var menu = new ContextMenu();
    var choices =
        switch (column) {
          case STATUS -> statuses;
          case RATING -> stars;
          default -> splits;
        };
    choices.forEach(action -> menu.getItems().add(action.menuItem()));
    return menu;
  }
}
