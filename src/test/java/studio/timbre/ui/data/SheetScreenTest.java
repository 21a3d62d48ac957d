package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Place;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.shell.Theme;
import studio.timbre.ui.shell.Window;

/** The table as a spreadsheet, driven by its keys and its menus. */
@ExtendWith(ApplicationExtension.class)
class SheetScreenTest {
  private static final int ROWS = 60;

  @TempDir Path folder;
  private Window window;

  @Start
  void start(Stage stage) {
    window = new Window(folder.resolve("home"));
    window.show(stage);
  }

  @BeforeEach
  void openProject() throws Exception {
    var file = folder.resolve("voice.timbre");
    try (var session = window.timbre().create(file)) {
      session.write(
          "add",
          pen -> {
            for (int i = 1; i <= ROWS; i++) {
              pen.add(
                  Curated.draft(
                      Conversation.of(
                          Message.of(Role.USER, "Question " + i),
                          Message.of(Role.ASSISTANT, "Answer " + i)),
                      Split.TRAINING),
                  Place.end());
            }
            return ROWS;
          });
    }
    open(file);
  }

  private void open(Path file) throws Exception {
    onScreen(() -> window.model().open(file));
    settle(() -> window.model().project().get().isPresent());
    settle(() -> table() != null && table().getItems().size() == ROWS);
    settle(() -> shows("Question 1"));
  }

  @AfterEach
  void closeWindow() throws Exception {
    onScreen(window::close);
  }

  @Test
  void shiftAndControlSelectAsInASpreadsheet(FxRobot robot) throws Exception {
    shift(robot, KeyCode.DOWN);
    shift(robot, KeyCode.DOWN);
    shift(robot, KeyCode.RIGHT);
    assertThat(picked()).hasSize(6).contains("QUESTION 0", "ANSWER 2");
    assertThat(window.model().project().get().orElseThrow().selected().get()).isEqualTo(3);
    robot.type(KeyCode.ESCAPE);
    assertThat(picked()).containsExactly("QUESTION 0");
    control(robot, KeyCode.END);
    eventually(() -> picked().equals(Set.of("SPLIT 59")));
    control(robot, KeyCode.UP);
    eventually(() -> picked().equals(Set.of("SPLIT 0")));
    shift(robot, KeyCode.PAGE_DOWN);
    assertThat(selected()).isBetween(8L, 40L);
    control(robot, KeyCode.HOME);
    assertThat(picked()).containsExactly("STATUS 0");
    shift(robot, KeyCode.SPACE);
    assertThat(picked()).hasSize(6).contains("SPLIT 0");
    control(robot, KeyCode.SPACE);
    assertThat(selected()).isEqualTo(ROWS);
    robot.type(KeyCode.DOWN);
    control(robot, KeyCode.A);
    assertThat(selected()).isEqualTo(ROWS);
  }

  @Test
  void theMouseDragsARangeAndAddsAnother(FxRobot robot) throws Exception {
    robot.drag(cell("QUESTION", 1)).dropTo(cell("ANSWER", 4));
    settle(() -> selected() == 4);
    assertThat(picked()).hasSize(8).contains("QUESTION 1", "ANSWER 4");
    press(cell("STATUS", 7), false, true);
    assertThat(picked()).hasSize(9).contains("STATUS 7");
    assertThat(selected()).isEqualTo(5);
    robot.clickOn(cell("QUESTION", 2));
    press(cell("QUESTION", 5), true, false);
    assertThat(selected()).isEqualTo(4);
  }

  /** The robot without a screen does not tell the mouse which keys are held. */
  private static void press(ConversationCell cell, boolean shift, boolean control)
      throws Exception {
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

  @Test
  void aScreenReaderHearsWhatIsInACellAndThatItIsSelected() throws Exception {
    assertThat(spoken("QUESTION", 0)).isEqualTo("They say, row 1: Question 1, selected");
    assertThat(spoken("ANSWER", 1)).isEqualTo("We say, row 2: Answer 2");
  }

  @Test
  void deleteEmptiesCellsAndUndoBringsThemBack(FxRobot robot) throws Exception {
    shift(robot, KeyCode.DOWN);
    robot.type(KeyCode.DELETE);
    settle(() -> rows().get(1).conversation().question().isEmpty());
    assertThat(rows().get(0).conversation().question()).isEmpty();
    assertThat(rows().get(0).conversation().answer()).isEqualTo("Answer 1");
    assertThat(rows().get(2).conversation().question()).isEqualTo("Question 3");
    control(robot, KeyCode.Z);
    settle(() -> rows().get(1).conversation().question().equals("Question 2"));
  }

  @Test
  void arrowsEndTypingOverACellButMoveTheCaretAfterF2(FxRobot robot) throws Exception {
    robot.write("Over");
    robot.type(KeyCode.RIGHT);
    settle(() -> rows().get(0).conversation().question().equals("Over"));
    eventually(() -> picked().equals(Set.of("ANSWER 0")));
    robot.type(KeyCode.F2);
    robot.type(KeyCode.LEFT);
    robot.write("x");
    robot.type(KeyCode.ENTER);
    settle(() -> rows().get(0).conversation().answer().equals("Answer x1"));
    assertThat(picked()).containsExactly("ANSWER 1");
    robot.type(KeyCode.F2);
    robot.press(KeyCode.ALT).type(KeyCode.ENTER).release(KeyCode.ALT);
    robot.write("more");
    robot.type(KeyCode.ENTER);
    settle(() -> rows().get(1).conversation().answer().equals("Answer 2\nmore"));
  }

  @Test
  void fillingDownRepeatsTheUppermostRow(FxRobot robot) throws Exception {
    shift(robot, KeyCode.DOWN);
    shift(robot, KeyCode.DOWN);
    shift(robot, KeyCode.RIGHT);
    control(robot, KeyCode.D);
    settle(() -> rows().get(2).conversation().answer().equals("Answer 1"));
    assertThat(rows().get(1).conversation().question()).isEqualTo("Question 1");
    assertThat(rows().get(3).conversation().question()).isEqualTo("Question 4");
  }

  @Test
  void rowsAreInsertedMovedAndDeletedByKeys(FxRobot robot) throws Exception {
    robot.type(KeyCode.DOWN);
    shift(robot, KeyCode.DOWN);
    robot.press(KeyCode.ALT).press(KeyCode.SHIFT).type(KeyCode.DOWN);
    robot.release(KeyCode.SHIFT).release(KeyCode.ALT);
    settle(
        () -> questions(4).equals(List.of("Question 1", "Question 4", "Question 2", "Question 3")));
    eventually(() -> picked().equals(Set.of("QUESTION 2", "QUESTION 3")));
    robot.press(KeyCode.CONTROL).type(KeyCode.PLUS).release(KeyCode.CONTROL);
    settle(() -> questions(5).equals(List.of("Question 1", "Question 4", "", "", "Question 2")));
    settle(() -> selected() == 2);
    robot.press(KeyCode.CONTROL).type(KeyCode.MINUS).release(KeyCode.CONTROL);
    settle(() -> questions(3).equals(List.of("Question 1", "Question 4", "Question 2")));
  }

  @Test
  void manyAreApprovedAtOnceFromTheMenuThatCountsThem(FxRobot robot) throws Exception {
    shift(robot, KeyCode.DOWN);
    choose("sheet-selected", "bulk-SELECTED-APPROVE", "Approve 2 conversations");
    settle(() -> rows().get(1).status() == Status.APPROVED);
    assertThat(rows().get(2).status()).isEqualTo(Status.DRAFT);
    choose("sheet-shown", "bulk-SHOWN-TAG", "Tag 60 conversations…");
    settle(
        () ->
            window.shell().lookup("#bulk-word") instanceof TextInputControl input
                && input.isFocused());
    robot.write("warm");
    settle(
        () ->
            window.shell().lookup("#bulk-word") instanceof TextInputControl input
                && input.getText().equals("warm"));
    robot.type(KeyCode.ENTER);
    settle(() -> rows().stream().allMatch(row -> row.review().tags().contains("warm")));
    control(robot, KeyCode.Z);
    settle(() -> rows().stream().allMatch(row -> row.review().tags().isEmpty()));
  }

  @Test
  void columnsAreChosenTypedIntoAndRemembered(FxRobot robot) throws Exception {
    choose("sheet-view", "show-RATING", "Stars");
    settle(() -> columns().contains("RATING"));
    choose("sheet-view", "lines-3", "3 lines");
    settle(() -> cells().stream().anyMatch(cell -> cell.column().name().equals("RATING")));
    Thread.sleep(200);
    robot.clickOn(cell("RATING", 1));
    robot.write("4");
    settle(() -> rows().get(1).review().rating() == 4);
    settle(() -> shows("★★★★"));
    settle(() -> session().setting(TableLayout.SETTING).orElse("").contains("RATING"));
    var file = session().file();
    onScreen(() -> window.model().closeProject());
    open(file);
    settle(() -> columns().contains("RATING"));
    assertThat(table().getFixedCellSize()).isEqualTo(72);
  }

  @Test
  void frozenColumnsStayWhileTheOthersAreScrolled(FxRobot robot) throws Exception {
    for (var kind : List.of("SYSTEM", "RATING", "TAGS", "ASSIGNEE", "NOTE")) {
      onScreen(() -> fireShow(kind));
    }
    choose("sheet-view", "frozen-1", "The first column");
    settle(() -> frozen().isVisible() && frozen().getColumns().size() == 1);
    settle(() -> cells().stream().anyMatch(cell -> cell.column() == TableColumnKind.STATUS));
    double before = Snapshots.onScreen(() -> x(TableColumnKind.STATUS));
    robot.clickOn(cell("QUESTION", 2));
    robot.type(KeyCode.END);
    eventually(() -> picked().equals(Set.of("SPLIT 2")));
    assertThat(Snapshots.onScreen(() -> x(TableColumnKind.STATUS))).isEqualTo(before);
    control(robot, KeyCode.END);
    settle(() -> rowsSeen(frozen()).equals(rowsSeen(table())) && rowsSeen(table()).contains(59));
    robot.type(KeyCode.HOME);
    eventually(() -> picked().equals(Set.of("STATUS 59")));
    for (var theme : Theme.values()) {
      onScreen(() -> theme.apply(window.shell().getScene()));
      Snapshots.write("frozen", theme, Locale.ENGLISH, window.shell().getScene());
    }
    robot.clickOn(cell("STATUS", 55));
    shift(robot, KeyCode.RIGHT);
    assertThat(picked()).containsExactlyInAnyOrder("STATUS 55", "SYSTEM 55");
  }

  private void fireShow(String kind) {
    var menu = (MenuButton) window.shell().lookup("#sheet-view");
    menu.getOnShowing().handle(null);
    var item = (javafx.scene.control.CheckMenuItem) find(menu.getItems(), "show-" + kind);
    item.setSelected(true);
    item.fire();
  }

  private TableView<?> frozen() {
    return (TableView<?>) window.shell().lookup("#frozen-columns");
  }

  private double x(TableColumnKind kind) {
    return cells().stream()
        .filter(cell -> cell.column() == kind)
        .mapToDouble(cell -> cell.localToScene(0, 0).getX())
        .findFirst()
        .orElseThrow();
  }

  /** Rows of which a cell lies within a table as it stands. */
  private static Set<Integer> rowsSeen(TableView<?> table) {
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

  private static void shift(FxRobot robot, KeyCode key) {
    robot.press(KeyCode.SHIFT).type(key).release(KeyCode.SHIFT);
  }

  private static void control(FxRobot robot, KeyCode key) {
    robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
  }

  /** Chooses an entry of a menu button, which must be named like that. */
  private void choose(String button, String item, String name) throws Exception {
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

  private static MenuItem find(List<MenuItem> items, String id) {
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

  private List<String> columns() {
    return table().getColumns().stream()
        .map(column -> ConversationTable.kind(column).name())
        .toList();
  }

  private List<ConversationCell> cells() {
    var cells = new ArrayList<ConversationCell>();
    for (var node : window.shell().lookupAll(".table-cell")) {
      if (node instanceof ConversationCell cell && !cell.isEmpty() && cell.getScene() != null) {
        cells.add(cell);
      }
    }
    return cells;
  }

  private ConversationCell cell(String column, int row) throws Exception {
    return Snapshots.onScreen(
        () ->
            cells().stream()
                .filter(cell -> cell.getIndex() == row && cell.column().name().equals(column))
                .findFirst()
                .orElseThrow());
  }

  private String spoken(String column, int row) throws Exception {
    var cell = cell(column, row);
    return Snapshots.onScreen(
        () -> (String) cell.queryAccessibleAttribute(AccessibleAttribute.TEXT));
  }

  private Set<String> picked() throws Exception {
    return Snapshots.onScreen(
        () ->
            cells().stream()
                .filter(
                    cell ->
                        cell.getPseudoClassStates().contains(PseudoClass.getPseudoClass("picked")))
                .map(cell -> cell.column() + " " + cell.getIndex())
                .collect(java.util.stream.Collectors.toSet()));
  }

  private long selected() {
    return window.model().project().get().orElseThrow().selected().get();
  }

  private List<String> questions(int count) {
    return rows().stream().limit(count).map(row -> row.conversation().question()).toList();
  }

  private List<ConversationRow> rows() {
    return session().rows(session().ids(ConversationQuery.ALL));
  }

  private ProjectSession session() {
    return window.session();
  }

  @SuppressWarnings("unchecked")
  private TableView<Long> table() {
    return (TableView<Long>) window.shell().lookup("#conversations");
  }

  private boolean shows(String text) {
    return cells().stream().anyMatch(cell -> text.equals(cell.getText()));
  }

  private static void onScreen(Runnable act) throws Exception {
    Snapshots.onScreen(
        () -> {
          act.run();
          return true;
        });
  }

  /** As {@link #settle}, for conditions that go to the screen by themselves. */
  private static void eventually(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("the screen did not come to it").isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static void settle(Callable<Boolean> condition) throws Exception {
    Snapshots.settle(condition);
  }
}
