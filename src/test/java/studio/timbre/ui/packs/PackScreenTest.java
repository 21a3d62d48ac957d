package studio.timbre.ui.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
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
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Status;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.shell.Window;

/** A pack that is made, comes back and is merged, driven as a person drives it. */
@ExtendWith(ApplicationExtension.class)
class PackScreenTest {
  @TempDir Path folder;
  private Window window;
  private Path pack;

  @Start
  void start(Stage stage) {
    window = new Window(folder.resolve("home"));
    window.show(stage);
  }

  @BeforeEach
  void openProject() throws Exception {
    pack = folder.resolve("voice – for Ana.timbre");
    var file = folder.resolve("voice.timbre");
    MadeClashes.make(window.timbre(), file, pack);
    onScreen(() -> window.model().open(file));
    settle(() -> window.model().project().get().isPresent());
    settle(
        () ->
            lookup("#conversations") instanceof TableView<?> table && table.getItems().size() == 4);
  }

  @AfterEach
  void closeWindow() throws Exception {
    onScreen(window::close);
  }

  private static void onScreen(Runnable act) throws Exception {
    Snapshots.onScreen(
        () -> {
          act.run();
          return true;
        });
  }

  private static void settle(Callable<Boolean> condition) throws Exception {
    Snapshots.settle(condition);
  }

  private Node lookup(String selector) {
    return window.shell().lookup(selector);
  }

  private ProjectSession session() {
    return window.model().project().get().orElseThrow().session();
  }

  private void act(String id) throws Exception {
    onScreen(() -> window.shell().go("data", id));
  }

  private void fire(String selector) throws Exception {
    settle(() -> lookup(selector) instanceof Button button && !button.isDisabled());
    onScreen(() -> ((Button) lookup(selector)).fire());
  }

  private String figures() {
    return lookup("#merge-figures") instanceof Label label ? label.getText() : "";
  }

  private List<String> spoken() {
    return lookup("#merge-entries").lookupAll(".list-cell").stream()
        .map(Node::getAccessibleText)
        .toList();
  }

  private void bringBack() throws Exception {
    window.answerWith(pack);
    act("data.bringBack");
    settle(() -> figures().contains("3 clashes, 3 open"));
    settle(() -> lookup(".clash-card") != null);
  }

  @Test
  void aPackSaysThatItIsOneAndAnOrdinaryProjectDoesNot() throws Exception {
    assertThat(lookup("#pack-line").isVisible()).isFalse();
    onScreen(() -> window.model().open(pack));
    settle(() -> lookup("#pack-line").isVisible());
    assertThat(((Label) lookup("#pack-line")).getText())
        .isEqualTo("Review pack from “voice” for Ana");
  }

  @Test
  void clashesAreDecidedByKeysAndMergedInOneStepOfUndo(FxRobot robot) throws Exception {
    bringBack();
    assertThat(figures()).startsWith("Ana changed 4 conversations, you changed 2");
    var cells = (Label) lookup("#merge-cells");
    assertThat(cells.getText())
        .isEqualTo(
            "5 changes are taken over from Ana: 2 whole conversations, 1 in messages, 2 marks."
                + " 1 of yours stays.");
    assertThat(spoken()).contains("Can I get oat milk?, 1 taken over, 1 of yours");
    robot.type(KeyCode.DIGIT2);
    settle(() -> figures().contains("2 open"));
    robot.type(KeyCode.DIGIT3);
    settle(() -> figures().contains("1 open"));
    robot.type(KeyCode.DIGIT1);
    settle(() -> figures().contains("0 open"));
    fire("#merge-apply");
    settle(() -> !lookup("#merge").isVisible());
    settle(() -> lookup("#conversations").isFocusWithin());
    var rows = session().rows(session().ids(ConversationQuery.ALL));
    assertThat(rows)
        .extracting(row -> row.conversation().question())
        .containsExactly(
            "Where is my order? I have been waiting for a week now.",
            "Can I get oat milk?",
            "Do you take dogs?",
            "Is there Wi-Fi?");
    assertThat(rows.getFirst().status()).isEqualTo(Status.REJECTED);
    assertThat(rows.getFirst().review().note())
        .isEqualTo("Checked with the warehouse.\n\nToo cold for my taste.");
    assertThat(rows.getFirst().conversation().answer()).startsWith("It left the roastery");
    assertThat(rows.get(1).status()).isEqualTo(Status.APPROVED);
    assertThat(rows.get(1).conversation().answer()).isEqualTo("You can, at no extra cost.");
    session().undo();
    assertThat(session().rows(session().ids(ConversationQuery.ALL)))
        .extracting(row -> row.conversation().question())
        .contains("When do you open?");
  }

  @Test
  void closedInTheMiddleNothingChosenIsLost(FxRobot robot) throws Exception {
    bringBack();
    robot.type(KeyCode.DIGIT1);
    settle(() -> figures().contains("2 open"));
    fire("#merge-close");
    settle(() -> !lookup("#merge").isVisible());
    window.answerWith(pack);
    act("data.bringBack");
    settle(() -> figures().contains("3 clashes, 2 open"));
    fire("#merge-all-theirs");
    settle(() -> figures().contains("0 open"));
    assertThat(((Button) lookup("#merge-apply")).isDisabled()).isFalse();
    assertThat(((ListView<?>) lookup("#merge-entries")).getItems()).hasSize(4);
  }

  @Test
  void aPackIsMadeOfWhatIsShown(FxRobot robot) throws Exception {
    act("data.pack");
    settle(() -> lookup("#pack-recipient") != null && lookup("#pack-recipient").isFocused());
    assertThat(((Button) lookup("#pack-make-shown")).isDisabled()).isTrue();
    robot.write("Bruno");
    var made = folder.resolve("voice – for Bruno.timbre");
    window.answerWith(made);
    fire("#pack-make-shown");
    settle(() -> Files.exists(made));
    settle(() -> lookup("#pack-recipient") == null);
    try (var session = window.timbre().open(made)) {
      assertThat(session.ids(ConversationQuery.ALL)).hasSize(4);
    }
  }

  @Test
  void enterInTheNameMakesThePack(FxRobot robot) throws Exception {
    act("data.pack");
    settle(() -> lookup("#pack-recipient") != null && lookup("#pack-recipient").isFocused());
    var made = folder.resolve("voice – for Ana.timbre");
    window.answerWith(made);
    robot.type(KeyCode.ENTER);
    robot.write("Ana");
    robot.type(KeyCode.ENTER);
    settle(() -> Files.exists(made));
    settle(() -> lookup("#pack-recipient") == null);
  }
}
