package studio.timbre.ui.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.timbre.app.Mending;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Place;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.shell.Window;

/** What is done about findings, in the real window. */
@ExtendWith(ApplicationExtension.class)
class CheckViewTest {
  private static final String EMAIL = "personal_email";

  @TempDir Path folder;
  private Window window;
  private long first;
  private long second;

  @Start
  void start(Stage stage) throws Exception {
    window = new Window(folder.resolve("home"));
    window.show(stage);
  }

  @AfterEach
  void close() throws Exception {
    Snapshots.onScreen(
        () -> {
          window.close();
          return true;
        });
  }

  private void open() throws Exception {
    var file = folder.resolve("voice.timbre");
    try (var session = window.timbre().create(file)) {
      first = add(session, "joe@gmail.com");
      second = add(session, "ann@gmail.com");
    }
    Snapshots.onScreen(
        () -> {
          window.model().open(file);
          return true;
        });
    Snapshots.settle(() -> window.model().project().get().isPresent());
    Snapshots.onScreen(
        () -> {
          window.shell().go("check");
          return true;
        });
    Snapshots.settle(() -> isThere("#check-closer-" + EMAIL));
  }

  private static long add(ProjectSession session, String answer) {
    return session.add(CheckedProject.talk(answer), Split.TRAINING, Optional.empty());
  }

  private ProjectSession session() {
    return window.model().project().get().orElseThrow().session();
  }

  private List<String> answers() {
    return session().rows(session().ids(ConversationQuery.ALL)).stream()
        .map(row -> row.conversation().answer())
        .toList();
  }

  private boolean isThere(String selector) {
    return window.shell().lookup(selector) != null;
  }

  private void fire(FxRobot robot, String selector) {
    robot.interact(() -> ((Button) window.shell().lookup(selector)).fire());
  }

  private void foldOut(FxRobot robot) throws Exception {
    fire(robot, "#check-closer-" + EMAIL);
    Snapshots.settle(() -> isThere("#check-mend-" + EMAIL));
  }

  private String figures() {
    return ((Button) window.shell().lookup("#status-problems")).getText();
  }

  @Test
  void whereTheDataCanBeTrainedStandsBelowAndFollowsEdits(FxRobot robot) throws Exception {
    open();
    Snapshots.settle(() -> isThere("#check-destinations .badge.bad"));
    assertThat(window.shell().lookupAll("#check-destinations .badge.good")).isNotEmpty();
    int stopped = window.shell().lookupAll("#check-destinations .badge.bad").size();
    for (int i = 0; i < 60; i++) {
      add(session(), "We open at " + i);
    }
    Snapshots.settle(
        () -> window.shell().lookupAll("#check-destinations .badge.bad").size() < stopped);
  }

  @Test
  void theStatusBarFollowsEachEditAndLeadsHere(FxRobot robot) throws Exception {
    open();
    Snapshots.onScreen(
        () -> {
          window.shell().go("data");
          return true;
        });
    Snapshots.settle(() -> figures().equals("2 kinds of problem"));
    long third = add(session(), "Dear {{name}}, hello");
    Snapshots.settle(() -> figures().equals("3 kinds of problem"));
    session().delete(third);
    Snapshots.settle(() -> figures().equals("2 kinds of problem"));
    fire(robot, "#status-problems");
    Snapshots.settle(() -> isThere("#check-closer-" + EMAIL));
    assertThat(window.shell().room()).contains("check");
  }

  @Test
  void theStatusBarTellsWhatAFirstLookInCheckFinds(FxRobot robot) throws Exception {
    var file = folder.resolve("many.timbre");
    try (var session = window.timbre().create(file)) {
      var talks = Collections.nCopies(20_001, CheckedProject.talk("joe@gmail.com"));
      session.bulk().add(talks, Split.TRAINING, Place.end(), Progress.NONE);
    }
    robot.interact(() -> window.model().open(file));
    Snapshots.settle(() -> isThere("#status-problems") && figures().equals("Not checked yet"));
    fire(robot, "#status-problems");
    Snapshots.settle(() -> figures().endsWith("kinds of problem"));
  }

  @Test
  void whatIsPrivateIsReplacedAndComesBack(FxRobot robot) throws Exception {
    open();
    foldOut(robot);
    fire(robot, "#check-mend-" + EMAIL);
    Snapshots.settle(() -> !isThere("#check-problem-" + EMAIL));
    assertThat(answers()).containsExactly("alex@example.com", "alex@example.com");
    session().undo();
    Snapshots.settle(() -> isThere("#check-problem-" + EMAIL));
    assertThat(answers()).containsExactly("joe@gmail.com", "ann@gmail.com");
  }

  @Test
  void allThatIsPrivateIsReplacedInOneAct(FxRobot robot) throws Exception {
    open();
    add(session(), "my card 4111 1111 1111 1111");
    Snapshots.settle(() -> isThere("#check-closer-" + Mending.PRIVATE_DATA));
    fire(robot, "#check-closer-" + Mending.PRIVATE_DATA);
    Snapshots.settle(() -> isThere("#check-mend-" + Mending.PRIVATE_DATA));
    assertThat(isThere("#check-pass-" + first)).as("let pass at each kind alone").isFalse();
    fire(robot, "#check-mend-" + Mending.PRIVATE_DATA);
    Snapshots.settle(() -> !isThere("#check-problem-" + EMAIL));
    assertThat(answers())
        .containsExactly("alex@example.com", "alex@example.com", "my card 0000 0000 0000 0001");
  }

  @Test
  void theKeyboardGoesToTheNextProblemWhenOneIsMended(FxRobot robot) throws Exception {
    open();
    add(session(), "Dear {{name}}, hello");
    Snapshots.settle(() -> isThere("#check-closer-template_mark"));
    foldOut(robot);
    robot.interact(() -> window.shell().lookup("#check-mend-" + EMAIL).requestFocus());
    robot.type(javafx.scene.input.KeyCode.SPACE);
    Snapshots.settle(() -> !isThere("#check-problem-" + EMAIL));
    Snapshots.settle(
        () -> {
          var owner = window.shell().getScene().getFocusOwner();
          return owner != null && String.valueOf(owner.getId()).startsWith("check-closer-");
        });
    var owner = window.shell().getScene().getFocusOwner();
    var page = window.shell().lookup(".check-screen .plain-scroll");
    assertThat(page.localToScene(page.getLayoutBounds()))
        .as("what has the keyboard is in sight")
        .matches(seen -> seen.contains(owner.localToScene(owner.getLayoutBounds())));
  }

  @Test
  void aFindingIsLetPassWithAReasonAndFoundAgain(FxRobot robot) throws Exception {
    open();
    foldOut(robot);
    fire(robot, "#check-pass-" + first);
    Snapshots.settle(() -> isThere("#check-reason-" + first));
    assertThat(((Button) window.shell().lookup("#check-pass-done-" + first)).isDisabled()).isTrue();
    robot.interact(
        () -> ((TextField) window.shell().lookup("#check-reason-" + first)).setText("made up"));
    fire(robot, "#check-pass-done-" + first);
    Snapshots.settle(() -> isThere("#check-passed"));
    assertThat(session().mending().passed())
        .extracting(Mending.Passed::first)
        .containsExactly(first);
    // The card stays folded out, and shows what is left.
    Snapshots.settle(() -> isThere("#check-pass-" + second));
    assertThat(isThere("#check-pass-" + first)).isFalse();
    fire(robot, "#check-again-" + EMAIL + "-" + first);
    Snapshots.settle(() -> !isThere("#check-passed"));
    assertThat(session().mending().passed()).isEmpty();
  }

  @Test
  void allOfAFindingAreLetPassByKeyboardWithOneReasonAndFoundAgain(FxRobot robot) throws Exception {
    open();
    foldOut(robot);
    String all = "#check-pass-all-" + EMAIL;
    robot.interact(() -> window.shell().lookup(all).requestFocus());
    robot.type(KeyCode.SPACE);
    Snapshots.settle(() -> isThere("#check-reason-all-" + EMAIL));
    assertThat(window.shell().getScene().getFocusOwner().getId())
        .isEqualTo("check-reason-all-" + EMAIL);
    robot.type(KeyCode.ESCAPE);
    assertThat(isThere("#check-reason-all-" + EMAIL)).isFalse();
    assertThat(window.shell().getScene().getFocusOwner().getId()).isEqualTo(all.substring(1));
    robot.type(KeyCode.SPACE);
    robot.write("made up");
    robot.type(KeyCode.ENTER);
    Snapshots.settle(() -> isThere("#check-passed") && !isThere("#check-problem-" + EMAIL));
    assertThat(session().mending().passed())
        .extracting(Mending.Passed::conversations, Mending.Passed::reason)
        .containsExactly(tuple(2L, "made up"));
    fire(robot, "#check-again-" + EMAIL + "-" + first);
    Snapshots.settle(() -> !isThere("#check-passed") && isThere("#check-problem-" + EMAIL));
    // What the notice takes back is the act of finding again, with the reason that it had.
    Snapshots.settle(() -> undoOf("Found again in 2 conversations").isPresent());
    robot.interact(() -> undoOf("Found again in 2 conversations").orElseThrow().fire());
    Snapshots.settle(() -> isThere("#check-passed"));
    assertThat(session().mending().passed())
        .extracting(Mending.Passed::conversations, Mending.Passed::reason)
        .containsExactly(tuple(2L, "made up"));
  }

  /** The button beside a notice. */
  private Optional<Button> undoOf(String notice) {
    return window.shell().lookupAll(".button").stream()
        .filter(node -> node instanceof Button button && button.getText().equals("Undo"))
        .filter(
            node ->
                node.getParent().lookupAll(".label").stream()
                    .anyMatch(
                        label -> label instanceof Label words && words.getText().equals(notice)))
        .map(Button.class::cast)
        .findFirst();
  }

  @Test
  void whatWasLetPassIsShownInTheTable(FxRobot robot) throws Exception {
    open();
    session().mending().letPass(EMAIL, "made up", Progress.NONE, first, second);
    Snapshots.settle(() -> isThere("#check-passed-show-" + EMAIL + "-" + first));
    fire(robot, "#check-passed-show-" + EMAIL + "-" + first);
    Snapshots.settle(() -> isThere("#spotlight-close"));
    var project = window.model().project().get().orElseThrow();
    assertThat(project.spotlight().get().orElseThrow().conversations())
        .containsExactly(first, second);
  }
}
