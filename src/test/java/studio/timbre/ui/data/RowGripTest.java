package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.shell.Theme;

/** Rows that are moved with the mouse. */
class RowGripTest extends SheetScreen {
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
  void selectedRowsAreDraggedElsewhereInOneStep(FxRobot robot) throws Exception {
    robot.clickOn(cell("QUESTION", 1));
    shift(robot, KeyCode.DOWN);
    grab(robot, 1);
    drag(robot, over(5, 0.8));
    settle(() -> node("row-drop-line").isVisible());
    for (var theme : Theme.values()) {
      onScreen(() -> theme.apply(window.shell().getScene()));
      Snapshots.write("row-drag", theme, Locale.ENGLISH, window.shell().getScene());
    }
    robot.release(MouseButton.PRIMARY);
    settle(
        () ->
            questions(6)
                .equals(
                    List.of(
                        "Question 1",
                        "Question 4",
                        "Question 5",
                        "Question 6",
                        "Question 2",
                        "Question 3")));
    eventually(() -> picked().equals(Set.of("QUESTION 4", "QUESTION 5")));
    assertThat(Snapshots.onScreen(() -> node("row-drop-line").isVisible())).isFalse();
    control(robot, KeyCode.Z);
    settle(() -> questions(3).equals(List.of("Question 1", "Question 2", "Question 3")));
  }

  @Test
  void selectedRowsThatStandApartLandTogetherInTheirOrder(FxRobot robot) throws Exception {
    pick(robot, 0, 2, 5);
    grab(robot, 2);
    drag(robot, over(3, 0.8));
    settle(() -> node("row-drop-line").isVisible());
    settle(() -> says("Moving 3 rows"));
    robot.release(MouseButton.PRIMARY);
    settle(
        () ->
            questions(7)
                .equals(
                    List.of(
                        "Question 2",
                        "Question 4",
                        "Question 1",
                        "Question 3",
                        "Question 6",
                        "Question 5",
                        "Question 7")));
    eventually(() -> picked().equals(Set.of("QUESTION 2", "QUESTION 3", "QUESTION 4")));
    control(robot, KeyCode.Z);
    settle(() -> questions(3).equals(List.of("Question 1", "Question 2", "Question 3")));
  }

  @Test
  void selectedRowsThatStandApartLandTogetherByKeysToo(FxRobot robot) throws Exception {
    pick(robot, 1, 3);
    robot.press(KeyCode.ALT).press(KeyCode.SHIFT).type(KeyCode.UP);
    robot.release(KeyCode.SHIFT).release(KeyCode.ALT);
    settle(
        () -> questions(4).equals(List.of("Question 2", "Question 4", "Question 1", "Question 3")));
    eventually(() -> picked().equals(Set.of("QUESTION 0", "QUESTION 1")));
    robot.press(KeyCode.ALT).press(KeyCode.SHIFT).type(KeyCode.DOWN);
    robot.release(KeyCode.SHIFT).release(KeyCode.ALT);
    settle(
        () -> questions(4).equals(List.of("Question 1", "Question 2", "Question 4", "Question 3")));
  }

  @Test
  void rowsAtTheVeryTopGatherThereWhenTheyAreMovedUp(FxRobot robot) throws Exception {
    pick(robot, 0, 3);
    robot.press(KeyCode.ALT).press(KeyCode.SHIFT).type(KeyCode.UP);
    robot.release(KeyCode.SHIFT).release(KeyCode.ALT);
    settle(
        () -> questions(4).equals(List.of("Question 1", "Question 4", "Question 2", "Question 3")));
  }

  /** Selects rows that stand apart. */
  private void pick(FxRobot robot, int first, int... others) throws Exception {
    robot.clickOn(cell("QUESTION", first));
    for (int row : others) {
      press(cell("QUESTION", row), false, true);
    }
    settle(() -> selected() == 1 + others.length);
  }

  private boolean says(String words) {
    return window.shell().lookupAll(".row-moving").stream()
        .anyMatch(node -> node instanceof Label label && label.getText().equals(words));
  }

  @Test
  void aRowThatIsNotSelectedIsTakenByItselfAndEscapeLetsItStay(FxRobot robot) throws Exception {
    grab(robot, 3);
    drag(robot, over(0, 0.2));
    settle(() -> node("row-drop-line").isVisible());
    robot.type(KeyCode.ESCAPE);
    settle(() -> !node("row-drop-line").isVisible());
    robot.release(MouseButton.PRIMARY);
    assertThat(questions(4))
        .containsExactly("Question 1", "Question 2", "Question 3", "Question 4");
    grab(robot, 3);
    drag(robot, over(0, 0.2));
    robot.release(MouseButton.PRIMARY);
    settle(() -> questions(2).equals(List.of("Question 4", "Question 1")));
  }

  @Test
  void atTheEdgeMoreRowsCome(FxRobot robot) throws Exception {
    grab(robot, 0);
    drag(robot, Snapshots.onScreen(() -> table().localToScreen(20, table().getHeight() + 12)));
    settle(() -> rowsSeen(table()).contains(ROWS - 1));
    robot.release(MouseButton.PRIMARY);
    settle(() -> rows().get(ROWS - 1).conversation().question().equals("Question 1"));
  }

  @Test
  void whereRowsAreSortedTheGripSaysThatTheyCannotBeMoved(FxRobot robot) throws Exception {
    onScreen(() -> table().getSortOrder().add(table().getColumns().get(1)));
    settle(() -> shows("Question 10"));
    grab(robot, 3);
    settle(() -> window.shell().lookup(".toast") != null);
    drag(robot, over(0, 0.2));
    robot.release(MouseButton.PRIMARY);
    assertThat(questions(2)).containsExactly("Question 1", "Question 2");
  }

  private Node node(String id) {
    return window.shell().lookup("#" + id);
  }

  /** Brings the mouse to a row, and presses its grip. */
  private void grab(FxRobot robot, int row) throws Exception {
    // The list may still be on its way: a row that moves leaves the mouse where it was.
    for (int tries = 0; tries < 100 && !Snapshots.onScreen(() -> isGripAt(row)); tries++) {
      robot.moveTo(cell("QUESTION", row)).moveBy(1, 0);
    }
    settle(() -> isGripAt(row));
    robot.moveTo(node("row-grip"));
    robot.press(MouseButton.PRIMARY);
  }

  private boolean isGripAt(int row) {
    return node("row-grip").isVisible() && Math.abs(middle("row-grip") - middle(row)) < 4;
  }

  private double middle(String id) {
    return node(id).localToScene(node(id).getLayoutBounds()).getCenterY();
  }

  private double middle(int row) {
    return cells().stream()
        .filter(cell -> cell.getIndex() == row)
        .mapToDouble(cell -> cell.localToScene(cell.getLayoutBounds()).getCenterY())
        .findFirst()
        .orElseThrow();
  }

  private Point2D over(int row, double share) throws Exception {
    var cell = cell("STATUS", row);
    return Snapshots.onScreen(() -> cell.localToScreen(8, cell.getHeight() * share));
  }

  private static void drag(FxRobot robot, Point2D to) {
    robot.moveTo(to.add(0, 3));
    robot.moveTo(to);
  }
}
