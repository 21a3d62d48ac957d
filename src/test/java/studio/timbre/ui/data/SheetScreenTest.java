package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Place;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.shell.Theme;

/** The table as a spreadsheet, driven by its keys and its menus. */
class SheetScreenTest extends SheetScreen {
  private static final int ROWS = 60;

  @Start
  void start(Stage stage) {
    begin(stage);
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
    open(file, ROWS, "Question 1");
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
  void typingGoesAroundInsideOfARangeWhichStaysSelected(FxRobot robot) throws Exception {
    shift(robot, KeyCode.DOWN);
    shift(robot, KeyCode.RIGHT);
    var range = Set.of("QUESTION 0", "QUESTION 1", "ANSWER 0", "ANSWER 1");
    for (var typed : List.of("one", "two", "three")) {
      settle(() -> !isTyping() && table().isFocused());
      robot.write(typed);
      settle(() -> editor().getText().equals(typed));
      robot.type(KeyCode.TAB);
    }
    settle(() -> rows().get(1).conversation().question().equals("three"));
    assertThat(rows().get(0).conversation().question()).isEqualTo("one");
    assertThat(rows().get(0).conversation().answer()).isEqualTo("two");
    eventually(() -> picked().equals(range));
    settle(() -> active().equals("ANSWER 1"));
    robot.type(KeyCode.ENTER);
    settle(() -> active().equals("QUESTION 0") && !isTyping());
    shift(robot, KeyCode.ENTER);
    settle(() -> active().equals("ANSWER 1"));
    shift(robot, KeyCode.TAB);
    settle(() -> active().equals("QUESTION 1"));
    robot.type(KeyCode.F2);
    settle(() -> isTyping() && editor().isFocused());
    robot.type(KeyCode.ENTER);
    settle(() -> active().equals("ANSWER 0"));
    assertThat(picked()).isEqualTo(range);
    robot.type(KeyCode.DOWN);
    eventually(() -> picked().equals(Set.of("ANSWER 1")));
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
  void rowsAreInsertedAtEachOfSeveralPlacesAsOneStep(FxRobot robot) throws Exception {
    press(cell("QUESTION", 1), false, false);
    press(cell("QUESTION", 3), false, true);
    settle(() -> selected() == 2);
    robot.press(KeyCode.CONTROL).type(KeyCode.PLUS).release(KeyCode.CONTROL);
    settle(
        () ->
            questions(6)
                .equals(List.of("Question 1", "", "Question 2", "Question 3", "", "Question 4")));
    control(robot, KeyCode.Z);
    settle(() -> questions(3).equals(List.of("Question 1", "Question 2", "Question 3")));
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
  void aShareIsHeldOutInOneStep(FxRobot robot) throws Exception {
    choose("sheet-shown", "bulk-SHOWN-HOLD_OUT_SHARE", "Hold out a share of 60 conversations…");
    settle(
        () ->
            window.shell().lookup("#bulk-word") instanceof TextInputControl input
                && input.isFocused());
    var share = (TextInputControl) window.shell().lookup("#bulk-word");
    assertThat(share.getText()).as("what most hold out").isEqualTo("10");
    var make = window.shell().lookup("#bulk-make");
    robot.interact(() -> share.setText("all"));
    assertThat(make.isDisabled()).isTrue();
    robot.interact(() -> share.setText("40 %"));
    robot.type(KeyCode.ENTER);
    settle(() -> rows().stream().anyMatch(row -> row.split() == Split.HELD_OUT));
    assertThat(rows().stream().filter(row -> row.split() == Split.HELD_OUT).count())
        .isBetween(8L, 40L);
    control(robot, KeyCode.Z);
    settle(() -> rows().stream().allMatch(row -> row.split() == Split.TRAINING));
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
    assertThat(session().setting(TableLayout.SETTING).orElseThrow())
        .as("widths that nobody gave are not remembered, or they would change with every opening")
        .contains(" QUESTION=" + Math.round(TableColumnKind.QUESTION.width()) + " ");
    onScreen(() -> dragBorder(TableColumnKind.QUESTION, 40));
    String given = " QUESTION=" + Math.round(TableColumnKind.QUESTION.width() + 40) + " ";
    settle(() -> session().setting(TableLayout.SETTING).orElse("").contains(given));
    var file = session().file();
    onScreen(() -> window.model().closeProject());
    open(file, ROWS, "Question 1");
    settle(() -> columns().contains("RATING"));
    assertThat(table().getFixedCellSize()).isEqualTo(78);
    assertThat(session().setting(TableLayout.SETTING).orElseThrow()).contains(given);
  }

  /** Makes a column wider as the mouse does that is held at the border in its head. */
  private void dragBorder(TableColumnKind kind, double by) {
    var head = table().lookup(".column-header-background");
    fire(head, MouseEvent.MOUSE_PRESSED);
    var column = table().getColumns().stream().filter(one -> ConversationTable.kind(one) == kind);
    column.forEach(one -> one.setPrefWidth(kind.width() + by));
    table().layout();
    fire(head, MouseEvent.MOUSE_RELEASED);
  }

  private static void fire(Node node, EventType<MouseEvent> type) {
    node.fireEvent(
        new MouseEvent(
            type,
            0,
            0,
            0,
            0,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            null));
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
    onScreen(() -> table().requestFocus());
    robot.type(KeyCode.DOWN, KeyCode.DOWN);
    eventually(() -> picked().equals(Set.of("QUESTION 2")));
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
}
