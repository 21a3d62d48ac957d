package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationRow;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.shell.Window;

/** The window with a project whose table is driven. */
@ExtendWith(ApplicationExtension.class)
abstract class SheetScreen {
  @TempDir Path folder;
  Window window;

  /** TestFX asks the class of the test itself for its beginning. */
  final void begin(Stage stage) {
    window = new Window(folder.resolve("home"));
    window.show(stage);
  }

  /** Opens a project of so many rows, the first of which has this question. */
  final void open(Path file, int count, String first) throws Exception {
    onScreen(() -> window.model().open(file));
    settle(() -> window.model().project().get().isPresent());
    settle(() -> table() != null && table().getItems().size() == count);
    settle(() -> shows(first));
  }

  @AfterEach
  void closeWindow() throws Exception {
    onScreen(window::close);
  }

  /** The robot without a screen does not tell the mouse which keys are held. */
  static void press(ConversationCell cell, boolean shift, boolean control) throws Exception {
    onScreen(
        () -> {
          for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            Event.fireEvent(
                cell,
                new MouseEvent(
                    type,
                    5,
                    5,
                    5,
                    5,
                    MouseButton.PRIMARY,
                    1,
                    shift,
                    control,
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    true,
                    null));
          }
        });
  }

  void fireShow(String kind) {
    var menu = (MenuButton) window.shell().lookup("#sheet-view");
    menu.getOnShowing().handle(null);
    var item = (javafx.scene.control.CheckMenuItem) find(menu.getItems(), "show-" + kind);
    item.setSelected(true);
    item.fire();
  }

  TableView<?> frozen() {
    return (TableView<?>) window.shell().lookup("#frozen-columns");
  }

  double x(TableColumnKind kind) {
    return cells().stream()
        .filter(cell -> cell.column() == kind)
        .mapToDouble(cell -> cell.localToScene(0, 0).getX())
        .findFirst()
        .orElseThrow();
  }

  /** Rows of which a cell lies within a table as it stands. */
  static Set<Integer> rowsSeen(TableView<?> table) {
    return table.lookupAll(".table-cell").stream()
        .filter(node -> node instanceof ConversationCell cell && !cell.isEmpty())
        .filter(
            node ->
                table
                    .localToScene(table.getLayoutBounds())
                    .contains(
                        node.localToScene(node.getLayoutBounds()).getCenterX(),
                        node.localToScene(node.getLayoutBounds()).getMaxY()))
        .map(node -> ((ConversationCell) node).getIndex())
        .collect(java.util.stream.Collectors.toSet());
  }

  static void shift(FxRobot robot, KeyCode key) {
    robot.press(KeyCode.SHIFT).type(key).release(KeyCode.SHIFT);
  }

  static void control(FxRobot robot, KeyCode key) {
    robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
  }

  /** Chooses an entry of a menu button, which must be named like that. */
  void choose(String button, String item, String name) throws Exception {
    var chosen =
        Snapshots.onScreen(
            () -> {
              var menu = (MenuButton) window.shell().lookup("#" + button);
              menu.getOnShowing().handle(null);
              return find(menu.getItems(), item);
            });
    assertThat(chosen.getText()).isEqualTo(name);
    onScreen(
        () -> {
          if (chosen instanceof javafx.scene.control.CheckMenuItem check) {
            check.setSelected(!check.isSelected());
          }
          chosen.fire();
        });
  }

  static MenuItem find(List<MenuItem> items, String id) {
    for (var item : items) {
      if (id.equals(item.getId())) {
        return item;
      }
      if (item instanceof javafx.scene.control.Menu menu) {
        var found = find(menu.getItems(), id);
        if (found.getId() != null) {
          return found;
        }
      }
    }
    return new MenuItem();
  }

  List<String> columns() {
    return table().getColumns().stream()
        .map(column -> ConversationTable.kind(column).name())
        .toList();
  }

  List<ConversationCell> cells() {
    var cells = new ArrayList<ConversationCell>();
    for (var node : window.shell().lookupAll(".table-cell")) {
      if (node instanceof ConversationCell cell && !cell.isEmpty() && cell.getScene() != null) {
        cells.add(cell);
      }
    }
    return cells;
  }

  ConversationCell cell(String column, int row) throws Exception {
    return Snapshots.onScreen(
        () ->
            cells().stream()
                .filter(cell -> cell.getIndex() == row && cell.column().name().equals(column))
                .findFirst()
                .orElseThrow());
  }

  String spoken(String column, int row) throws Exception {
    var cell = cell(column, row);
    return Snapshots.onScreen(
        () -> (String) cell.queryAccessibleAttribute(AccessibleAttribute.TEXT));
  }

  Set<String> picked() throws Exception {
    return Snapshots.onScreen(
        () ->
            cells().stream()
                .filter(
                    cell ->
                        cell.getPseudoClassStates().contains(PseudoClass.getPseudoClass("picked")))
                .map(cell -> cell.column() + " " + cell.getIndex())
                .collect(java.util.stream.Collectors.toSet()));
  }

  /** The cell that typing goes into. */
  String active() {
    return cells().stream()
        .filter(cell -> cell.getPseudoClassStates().contains(PseudoClass.getPseudoClass("active")))
        .map(cell -> cell.column() + " " + cell.getIndex())
        .findFirst()
        .orElse("");
  }

  /** Whether a cell is open for typing. */
  boolean isTyping() {
    return editor().getParent().isVisible();
  }

  TextArea editor() {
    return (TextArea) window.shell().lookup("#cell-editor");
  }

  long selected() {
    return window.model().project().get().orElseThrow().selected().get();
  }

  List<String> questions(int count) {
    return rows().stream().limit(count).map(row -> row.conversation().question()).toList();
  }

  List<ConversationRow> rows() {
    return session().rows(session().ids(ConversationQuery.ALL));
  }

  ProjectSession session() {
    return window.session();
  }

  @SuppressWarnings("unchecked")
  TableView<Long> table() {
    return (TableView<Long>) window.shell().lookup("#conversations");
  }

  boolean shows(String text) {
    return cells().stream().anyMatch(cell -> text.equals(cell.getText()));
  }

  static void onScreen(Runnable act) throws Exception {
    Snapshots.onScreen(
        () -> {
          act.run();
          return true;
        });
  }

  /** As {@link #settle}, for conditions that go to the screen by themselves. */
  static void eventually(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("the screen did not come to it").isLessThan(end);
      Thread.sleep(20);
    }
  }

  static void settle(Callable<Boolean> condition) throws Exception {
    Snapshots.settle(condition);
  }
}
