package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.shell.Window;

/** The Data screen, driven as a person drives it. */
@ExtendWith(ApplicationExtension.class)
class DataScreenTest {
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
      session.add(
          talk("Where is my order?", "It left us on Monday."), Split.TRAINING, Optional.empty());
      session.add(talk("Can I get oat milk?", "You can."), Split.TRAINING, Optional.empty());
      session.add(talk("When do you open?", "At 8."), Split.HELD_OUT, Optional.empty());
    }
    Snapshots.onScreen(
        () -> {
          window.model().open(file);
          return true;
        });
    Snapshots.settle(() -> window.model().project().get().isPresent());
    Snapshots.settle(() -> table().getItems().size() == 3);
    Snapshots.settle(() -> shows("Where is my order?"));
  }

  @AfterEach
  void closeWindow() throws Exception {
    Snapshots.onScreen(
        () -> {
          window.close();
          return true;
        });
  }

  private static Conversation talk(String question, String answer) {
    return Conversation.of(Message.of(Role.USER, question), Message.of(Role.ASSISTANT, answer));
  }

  @Test
  void cellsAreEditedWithTheKeyboardAlone(FxRobot robot) throws Exception {
    // The table has the keyboard when the screen is entered, its first question is at hand.
    robot.write("Has it left?");
    robot.type(KeyCode.ENTER);
    robot.type(KeyCode.F2);
    robot.type(KeyCode.END);
    robot.write(" Please.");
    robot.type(KeyCode.TAB);
    robot.write("Of course.");
    robot.type(KeyCode.ENTER);
    settle(() -> "Of course.".equals(conversation(1).answer()));
    assertThat(conversation(0).question()).isEqualTo("Has it left?");
    assertThat(conversation(1).question()).isEqualTo("Can I get oat milk? Please.");
    assertThat(conversation(2)).isEqualTo(talk("When do you open?", "At 8."));
    settle(() -> shows("Has it left?"));
  }

  @Test
  void escapeDropsWhatWasTyped(FxRobot robot) throws Exception {
    robot.type(KeyCode.F2);
    robot.write("nonsense");
    robot.type(KeyCode.ESCAPE);
    robot.type(KeyCode.F2);
    robot.type(KeyCode.END);
    robot.write("!");
    robot.type(KeyCode.ENTER);
    settle(() -> conversation(0).question().equals("Where is my order?!"));
  }

  @Test
  void shiftAndEnterBreakALine(FxRobot robot) throws Exception {
    robot.type(KeyCode.F2, 1);
    robot.type(KeyCode.END);
    robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
    robot.write("Second line");
    robot.type(KeyCode.ENTER);
    settle(() -> conversation(0).question().equals("Where is my order?\nSecond line"));
  }

  @Test
  void searchNarrowsTheTableAndSaysSo(FxRobot robot) throws Exception {
    robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
    robot.write("oat");
    settle(() -> table().getItems().size() == 1);
    assertThat(text("#data-count")).isEqualTo("1 of 3");
    robot.type(KeyCode.ESCAPE);
    settle(() -> table().getItems().size() == 3);
    assertThat(text("#data-count")).isEqualTo("3 conversations");
  }

  @Test
  void inALowWindowFiltersAndReplacingMakeRoomForEachOther(FxRobot robot) throws Exception {
    Snapshots.onScreen(
        () -> {
          window.shell().getScene().getWindow().setHeight(600);
          return true;
        });
    robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
    robot.write("zzz");
    settle(() -> table().getItems().isEmpty());
    // In a text field this key would delete the last letter.
    robot.press(KeyCode.CONTROL).type(KeyCode.H).release(KeyCode.CONTROL);
    settle(() -> isSeen("#replace-pane"));
    assertThat(((TextField) window.shell().lookup("#data-search")).getText()).isEqualTo("zzz");
    settle(this::isEmptyBelowTheHeader);
    robot.press(KeyCode.CONTROL).press(KeyCode.SHIFT).type(KeyCode.F);
    robot.release(KeyCode.SHIFT).release(KeyCode.CONTROL);
    settle(() -> isSeen("#filter-pane"));
    settle(() -> !isSeen("#replace-pane"));
    settle(this::isEmptyBelowTheHeader);
    robot.press(KeyCode.CONTROL).type(KeyCode.H).release(KeyCode.CONTROL);
    settle(() -> isSeen("#replace-pane"));
    settle(() -> !isSeen("#filter-pane"));
    fire("#empty-show-all");
    settle(() -> table().getItems().size() == 3);
    assertThat(Snapshots.onScreen(() -> table().isFocused())).isTrue();
  }

  /** That nothing matches is said between the header of the table and the frame. */
  private boolean isEmptyBelowTheHeader() {
    var header = window.shell().lookup("#conversations .column-header-background");
    var said = window.shell().lookup("#conversations .empty-line");
    return said != null
        && said.lookup(".button") != null
        && said.localToScene(said.getLayoutBounds()).getMinY()
            >= header.localToScene(header.getLayoutBounds()).getMaxY();
  }

  private boolean isSeen(String node) {
    return window.shell().lookup(node) instanceof Node found && found.isVisible();
  }

  @Test
  void deletionIsTakenBackFromItsToastAndByShortcut(FxRobot robot) throws Exception {
    robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
    robot.press(KeyCode.CONTROL).type(KeyCode.DELETE).release(KeyCode.CONTROL);
    settle(() -> table().getItems().size() == 1);
    settle(() -> window.shell().lookup(".toast") != null);
    var undo = (Button) Snapshots.onScreen(() -> window.shell().lookup(".toast .button"));
    assertThat(undo.getText()).isEqualTo("Undo");
    Snapshots.onScreen(
        () -> {
          undo.fire();
          return true;
        });
    settle(() -> table().getItems().size() == 3);
    assertThat(conversation(0)).isEqualTo(talk("Where is my order?", "It left us on Monday."));

    robot.press(KeyCode.CONTROL).press(KeyCode.SHIFT).type(KeyCode.Z);
    robot.release(KeyCode.SHIFT).release(KeyCode.CONTROL);
    settle(() -> table().getItems().size() == 1);
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    settle(() -> table().getItems().size() == 3);
  }

  @Test
  void ofStepsToAndFroOnlyTheLastIsTold(FxRobot robot) throws Exception {
    session().setStatus(Status.APPROVED, 1);
    for (int round = 0; round < 2; round++) {
      robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
      settle(() -> toasts().equals(List.of("Taken back: status of a conversation")));
      settle(() -> window.model().nextRedo().get().isPresent());
      robot.press(KeyCode.CONTROL).press(KeyCode.SHIFT).type(KeyCode.Z);
      robot.release(KeyCode.SHIFT).release(KeyCode.CONTROL);
      settle(() -> toasts().equals(List.of("Done again: status of a conversation")));
      settle(() -> window.model().nextRedo().get().isEmpty());
    }
  }

  @Test
  void aStepBackThatTakesItsTimeSaysSo(FxRobot robot) throws Exception {
    session().setStatus(Status.APPROVED, 1);
    var held = new CountDownLatch(1);
    Snapshots.onScreen(
        () ->
            window
                .model()
                .project()
                .get()
                .orElseThrow()
                .edits()
                .make(
                    session -> {
                      try {
                        return held.await(30, TimeUnit.SECONDS);
                      } catch (InterruptedException stop) {
                        throw new IllegalStateException(stop);
                      }
                    })
                .onFailure(problem -> {}));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    settle(() -> toasts().equals(List.of("Taking the last change back")));
    held.countDown();
    settle(() -> toasts().equals(List.of("Taken back: status of a conversation")));
  }

  private List<String> toasts() {
    return window.shell().lookupAll(".toast").stream().map(Node::getAccessibleText).toList();
  }

  @Test
  void aNewConversationIsOpenedForTyping(FxRobot robot) throws Exception {
    robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
    settle(() -> table().getItems().size() == 4);
    settle(() -> window.shell().getScene().getFocusOwner() instanceof TextArea);
    robot.write("Do you take dogs?");
    robot.type(KeyCode.TAB);
    robot.write("We do.");
    robot.type(KeyCode.ENTER);
    settle(() -> conversation(1).equals(talk("Do you take dogs?", "We do.")));
  }

  @Test
  void aConversationIsEditedMessageByMessage(FxRobot robot) throws Exception {
    settle(() -> window.shell().lookup("#message-1") != null);
    var answer = (TextArea) Snapshots.onScreen(() -> window.shell().lookup("#message-1"));
    settle(() -> answer.getText().equals("It left us on Monday."));
    Snapshots.onScreen(
        () -> {
          answer.requestFocus();
          answer.selectAll();
          return true;
        });
    robot.write("It left us today.");
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    settle(() -> conversation(0).answer().equals("It left us today."));
    robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
    settle(() -> conversation(0).messages().getFirst().role().equals(Role.ASSISTANT));
    assertThat(session().history(10)).hasSize(5);
    fire("#conversation-add-user");
    settle(() -> conversation(0).messages().size() == 3);
  }

  @Test
  void statusAndUseAreChangedForTheSelection(FxRobot robot) throws Exception {
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    palette(robot, "mark approved");
    settle(() -> rows().stream().allMatch(row -> row.status() == Status.APPROVED));
    palette(robot, "hold out");
    settle(() -> rows().stream().allMatch(row -> row.split() == Split.HELD_OUT));
  }

  @Test
  void aFileWithBrokenLinesComesInAndGoesAgain(FxRobot robot) throws Exception {
    var file = folder.resolve("more.jsonl");
    Files.writeString(
        file,
        """
        {"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}
        not a conversation
        {"messages": [{"role": "user", "content": "c"}, {"role": "assistant", "content": "d"}]}
        {"messages": 7}
        """);
    window.answerWith(file);
    palette(robot, "import");
    settle(() -> window.shell().lookup("#import-training") != null);
    fire("#import-training");
    settle(() -> window.shell().lookup("#import-refused") != null);
    settle(() -> table().getItems().size() == 5);
    var refused = (ListView<?>) Snapshots.onScreen(() -> window.shell().lookup("#import-refused"));
    assertThat(refused.getItems()).hasSize(2);
    assertThat(refused.getItems().get(0).toString()).startsWith("Line 2: ");
    assertThat(refused.getItems().get(1).toString()).startsWith("Line 4: ");
    fire("#import-undo");
    settle(() -> table().getItems().size() == 3);
  }

  @Test
  void anExportTakesWhatGoesIntoTrainingUnlessSomethingElseIsChosen(FxRobot robot)
      throws Exception {
    long rejected = window.session().ids(ConversationQuery.ALL)[0];
    window.session().setStatus(Status.REJECTED, rejected);
    var target = folder.resolve("out.jsonl");
    palette(robot, "export");
    settle(() -> radio("TRAINING").equals("What goes into training: 1"));
    settle(() -> window.shell().lookup("#data-export-TRAINING").isFocused());
    assertThat(radio("HELD_OUT")).isEqualTo("What is held out to test it: 1");
    assertThat(radio("SHOWN")).isEqualTo("What is shown: 3");
    assertThat(radio("SELECTED")).isEqualTo("What is selected: 1");
    assertThat(radio("EVERYTHING")).isEqualTo("Everything, also what is rejected: 3");
    window.answerWith(target);
    robot.type(KeyCode.ENTER);
    settle(() -> Files.exists(target));
    settle(() -> Files.readAllLines(target).size() == 1);
    assertThat(Files.readString(target)).contains("oat milk");
    settle(() -> window.shell().lookup("#data-export-TRAINING") == null);
    palette(robot, "export");
    settle(() -> radio("TRAINING").equals("What goes into training: 1"));
    settle(() -> window.shell().lookup("#data-export-TRAINING").isFocused());
    robot.type(KeyCode.DOWN, 3);
    settle(() -> window.shell().lookup("#data-export-SELECTED").isFocused());
    window.answerWith(target);
    fire("#data-export-make");
    settle(() -> Files.readString(target).contains("Where is my order?"));
    assertThat(Files.readAllLines(target)).hasSize(1);
  }

  private String radio(String scope) {
    return window.shell().lookup("#data-export-" + scope) instanceof RadioButton choice
        ? choice.getText()
        : "";
  }

  private Button button(String selector) {
    return (Button) window.shell().lookup(selector);
  }

  @Test
  void aClickOnAHeaderSortsByThatColumn(FxRobot robot) throws Exception {
    Snapshots.onScreen(
        () -> {
          table().getSortOrder().setAll(List.of(column(1)));
          return true;
        });
    settle(() -> shown(0).equals("Can I get oat milk?"));
    assertThat(shown(2)).isEqualTo("Where is my order?");
  }

  private void palette(FxRobot robot, String words) throws Exception {
    robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
    settle(() -> window.shell().getScene().getFocusOwner() instanceof TextField);
    robot.write(words);
    robot.type(KeyCode.ENTER);
  }

  private void fire(String button) throws Exception {
    Snapshots.onScreen(
        () -> {
          ((Button) window.shell().lookup(button)).fire();
          return true;
        });
  }

  private String text(String label) throws Exception {
    return Snapshots.onScreen(() -> ((Label) window.shell().lookup(label)).getText());
  }

  @SuppressWarnings("unchecked")
  private TableView<Long> table() {
    return (TableView<Long>) window.shell().lookup("#conversations");
  }

  @SuppressWarnings("unchecked")
  private javafx.scene.control.TableColumn<Long, ?> column(int index) {
    return table().getColumns().get(index);
  }

  /** The question in a row of the table, from the project. */
  private String shown(int index) throws Exception {
    long id = table().getItems().get(index);
    return session().row(id).orElseThrow().conversation().question();
  }

  private boolean shows(String text) {
    return window.shell().lookupAll(".table-cell").stream()
        .anyMatch(cell -> cell instanceof ConversationCell drawn && text.equals(drawn.getText()));
  }

  private ProjectSession session() {
    return window.session();
  }

  private List<studio.timbre.model.ConversationRow> rows() {
    return session().rows(session().ids(ConversationQuery.ALL));
  }

  /** In the order of the project, as it stands in the file. */
  private Conversation conversation(int index) {
    return rows().get(index).conversation();
  }

  private static void settle(Callable<Boolean> condition) throws Exception {
    Snapshots.settle(condition);
  }
}
