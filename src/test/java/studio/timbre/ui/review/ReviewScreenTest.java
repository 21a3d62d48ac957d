package studio.timbre.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
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
import studio.timbre.model.ConversationRow;
import studio.timbre.model.JobId;
import studio.timbre.model.Message;
import studio.timbre.model.Review;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.TrainingFilter;
import studio.timbre.store.ProjectFile;
import studio.timbre.store.Versions;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.shell.Window;

/** Reviewing on the Data screen, driven as a person drives it. */
@ExtendWith(ApplicationExtension.class)
class ReviewScreenTest {
  private static final JobId RUN = new JobId("run-20260101-000000-00000000");

  @TempDir Path folder;
  private Window window;

  @Start
  void start(Stage stage) {
    window = new Window(folder.resolve("home"));
    window.timbre().preferences().setName("Ana");
    window.show(stage);
  }

  @BeforeEach
  void openProject() throws Exception {
    var file = folder.resolve("voice.timbre");
    try (var session = window.timbre().create(file)) {
      for (int i = 1; i <= 4; i++) {
        session.add(
            Conversation.of(
                Message.of(Role.USER, "Question " + i), Message.of(Role.ASSISTANT, "Answer " + i)),
            Split.TRAINING,
            Optional.empty());
      }
      session.setStatus(Status.IN_REVIEW, 2, 4);
      session.write(
          "assign",
          pen -> {
            var first = pen.find(1).orElseThrow();
            pen.put(1, first.withReview(first.review().withAssignee("Ana")));
            return 1;
          });
    }
    try (var store = ProjectFile.open(file)) {
      store
          .versions()
          .saw(RUN, new Versions.Seen(store.journal().position(), TrainingFilter.DEFAULT));
    }
    Snapshots.onScreen(
        () -> {
          window.model().open(file);
          return true;
        });
    Snapshots.settle(() -> window.model().project().get().isPresent());
    Snapshots.settle(() -> table().getItems().size() == 4);
    Snapshots.settle(() -> isShown("#review-bar"));
  }

  @AfterEach
  void closeWindow() throws Exception {
    Snapshots.onScreen(
        () -> {
          window.close();
          return true;
        });
  }

  @Test
  void marksAreGivenToTheConversationInView(FxRobot robot) throws Exception {
    fire("#review-star-4");
    settle(() -> review(1).rating() == 4);
    settle(() -> window.shell().lookup("#review-star-4").getStyleClass().contains("given"));
    fire("#review-star-4");
    settle(() -> review(1).rating() == 0);
    focus("#review-tag");
    robot.write("refund");
    robot.type(KeyCode.ENTER);
    settle(() -> review(1).tags().contains("refund"));
    settle(() -> isShown(".chip"));
    focus("#review-note");
    robot.write("Too stiff.");
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    settle(() -> review(1).note().equals("Too stiff."));
    focus("#review-assignee");
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.write("Budi");
    robot.type(KeyCode.ENTER);
    settle(() -> review(1).assignee().equals("Budi"));
    fire("#review-assign-me");
    settle(() -> review(1).assignee().equals("Ana"));
    fire(".chip");
    settle(() -> review(1).tags().isEmpty());
    assertThat(session().undo().orElseThrow().kind()).isEqualTo("untag");
    assertThat(review(1).tags()).containsExactly("refund");
  }

  @Test
  void aTagInUseIsOfferedAndTaken(FxRobot robot) throws Exception {
    session()
        .write(
            "tag",
            pen -> {
              var other = pen.find(3).orElseThrow();
              pen.put(3, other.withReview(other.review().withTags(List.of("refund"))));
              return 3;
            });
    settle(() -> session().team().tags().contains("refund"));
    Thread.sleep(200);
    focus("#review-tag");
    robot.write("fun");
    robot.type(KeyCode.DOWN);
    robot.type(KeyCode.ENTER);
    settle(() -> review(1).tags().contains("refund"));
  }

  @Test
  void marksCountForAllThatIsSelected(FxRobot robot) throws Exception {
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    settle(() -> isShown("#review-many"));
    assertThat(((Label) window.shell().lookup("#review-many")).getText())
        .isEqualTo("Counts for all 4 selected conversations");
    fire("#review-star-2");
    settle(() -> rows().stream().allMatch(row -> row.review().rating() == 2));
    session().undo();
    assertThat(rows()).allMatch(row -> row.review().rating() == 0);
  }

  @Test
  void aQueueIsGoneThroughBySingleKeys(FxRobot robot) throws Exception {
    robot.press(KeyCode.CONTROL).type(KeyCode.R).release(KeyCode.CONTROL);
    settle(() -> isShown("#review-legend"));
    settle(() -> table().getItems().size() == 3);
    robot.type(KeyCode.DIGIT5);
    settle(() -> review(1).rating() == 5);
    robot.type(KeyCode.A);
    settle(() -> status(1) == Status.APPROVED);
    settle(() -> isInView("Conversation 2"));
    settle(() -> left().equals("2 of 3 left"));
    robot.type(KeyCode.R);
    settle(() -> status(2) == Status.REJECTED);
    settle(() -> isInView("Conversation 4"));
    robot.type(KeyCode.U);
    settle(() -> status(2) == Status.IN_REVIEW);
    settle(() -> left().equals("2 of 3 left"));
    robot.type(KeyCode.K);
    settle(() -> isInView("Conversation 2"));
    robot.type(KeyCode.N);
    robot.write("aru15");
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    settle(() -> review(2).note().equals("aru15"));
    assertThat(status(2)).isEqualTo(Status.IN_REVIEW);
    robot.type(KeyCode.T);
    robot.write("ar");
    robot.type(KeyCode.ENTER);
    settle(() -> review(2).tags().contains("ar"));
    robot.type(KeyCode.DIGIT3);
    settle(() -> review(2).rating() == 3);
    robot.type(KeyCode.T);
    robot.write("a");
    settle(() -> robot.listWindows().size() > 1);
    robot.type(KeyCode.ESCAPE);
    robot.type(KeyCode.DIGIT4);
    settle(() -> review(2).rating() == 4);
    assertThat(review(2).tags()).containsExactly("ar");
    robot.type(KeyCode.ESCAPE);
    settle(() -> table().getItems().size() == 4);
    assertThat(isShown("#review-legend")).isFalse();
    assertThat(rows().stream().map(row -> row.conversation().question()))
        .as("no letter was typed into a cell")
        .allMatch(question -> question.startsWith("Question "));
  }

  private String left() {
    return window.shell().lookup("#review-left") instanceof Label left ? left.getText() : "";
  }

  @Test
  void aSearchWithoutASingleHitDoesNotLoseTheConversationInView(FxRobot robot) throws Exception {
    robot.press(KeyCode.CONTROL).type(KeyCode.R).release(KeyCode.CONTROL);
    settle(() -> table().getItems().size() == 3);
    robot.type(KeyCode.J);
    settle(() -> isInView("Conversation 2"));
    focus("#data-search");
    robot.write("zzz");
    settle(() -> table().getItems().isEmpty());
    robot.type(KeyCode.ESCAPE);
    settle(() -> table().getItems().size() == 3);
    settle(() -> isInView("Conversation 2"));
    robot.type(KeyCode.ESCAPE);
    settle(() -> table().isFocused());
    robot.type(KeyCode.A);
    settle(() -> status(2) == Status.APPROVED);
  }

  @Test
  void oneChangeIsTakenBackFromTheHistory(FxRobot robot) throws Exception {
    session().replace(Map.of(1L, talk("Question 1", "Other words")));
    session().setStatus(Status.APPROVED, 1);
    toggle("#side-history");
    settle(() -> window.shell().lookupAll(".take-back").size() == 4);
    var second = (Button) window.shell().lookupAll(".take-back").toArray()[1];
    Snapshots.onScreen(
        () -> {
          second.fire();
          return true;
        });
    settle(() -> answer(1).equals("Answer 1"));
    assertThat(status(1)).isEqualTo(Status.APPROVED);
  }

  @Test
  void aPersonDecidesWhereLaterChangesClash(FxRobot robot) throws Exception {
    session().replace(Map.of(1L, talk("Question 1", "second words")));
    session().replace(Map.of(1L, talk("Question 1", "third words")));
    toggle("#side-history");
    settle(() -> window.shell().lookupAll(".take-back").size() == 4);
    var second = (Button) window.shell().lookupAll(".take-back").toArray()[1];
    Snapshots.onScreen(
        () -> {
          second.fire();
          return true;
        });
    settle(() -> isShown("#clashes"));
    assertThat(window.shell().lookup("#clash-act").isDisabled()).isTrue();
    Snapshots.onScreen(
        () -> {
          ((RadioButton) window.shell().lookup(".clash-back")).fire();
          return true;
        });
    fire("#clash-act");
    settle(() -> answer(1).equals("Answer 1"));
  }

  @Test
  void aVersionIsNamedComparedAndGoneBackTo(FxRobot robot) throws Exception {
    toggle("#side-versions");
    settle(() -> isShown("#version-name"));
    focus("#version-name");
    robot.write("First");
    robot.type(KeyCode.ENTER);
    settle(() -> window.shell().lookup(".version-compare") != null);
    session().replace(Map.of(1L, talk("Question 1", "second words")));
    session().delete(4);
    fire(".version-compare");
    settle(() -> isShown("#comparison"));
    assertThat(((Label) window.shell().lookup("#comparison-summary")).getText())
        .isEqualTo("0 added, 1 removed, 1 changed, 0 moved");
    settle(() -> window.shell().lookup("#comparison .diff") != null);
    fire("#comparison-close");
    settle(() -> isShown(".version-back"));
    fire(".version-back");
    settle(() -> rows().size() == 4);
    assertThat(answer(1)).isEqualTo("Answer 1");
    settle(() -> window.shell().lookup(".toast .button") != null);
    session().replace(Map.of(2L, talk("Question 2", "Later words")));
    fire(".toast .button");
    settle(
        () ->
            isInView(
                "Other changes came after it. Undo those first, then this one can be undone too."));
    assertThat(answer(2)).isEqualTo("Later words");
  }

  @Test
  void whatATrainingHasSeenIsComparedWithNow(FxRobot robot) throws Exception {
    session().replace(Map.of(3L, talk("Question 3", "Other words")));
    lookBack(RUN);
    settle(() -> isShown("#past"));
    fire("#past-close");
    settle(() -> !isShown("#past") && isShown("#comparison"));
    assertThat(((Label) window.shell().lookup("#comparison-summary")).getText())
        .isEqualTo("0 added, 0 removed, 1 changed, 0 moved");
    fire("#comparison-taken");
    settle(() -> isShown("#past"));
  }

  @Test
  void whatATrainingHasSeenIsShownAsItWasAlsoWhatIsDeletedSince(FxRobot robot) throws Exception {
    session().replace(Map.of(3L, talk("Question 3", "Other words")));
    session().delete(1);
    lookBack(RUN);
    settle(() -> isShown("#past") && past().isFocused());
    assertThat(((Label) window.shell().lookup("#past-title")).getText())
        .startsWith("What “First” was trained on, as it was on Nov 20, 2026");
    assertThat(((Label) window.shell().lookup("#past-figures")).getText())
        .isEqualTo("2 conversations. Since then 1 changed and 1 was deleted.");
    assertThat(past().getItems()).containsExactly(1L, 3L);
    settle(() -> isInView("Answer 1") && !isShown("#past-present"));
    settle(() -> isInView("Conversation 1 · deleted since"));
    robot.type(KeyCode.DOWN);
    settle(() -> isInView("Answer 3") && isShown("#past-present"));
    assertThat(window.shell().lookup("#past .diff")).isNull();
    robot.type(KeyCode.ENTER);
    settle(() -> window.shell().lookup("#past .diff") != null);
    fire("#past-present");
    settle(() -> !isShown("#past") && table().isFocusWithin());
    settle(() -> session().row(3).isPresent() && isShown("#review-bar"));
  }

  @Test
  void thePastIsLeftByEscapeAndNarrowedToWhatChangedSince(FxRobot robot) throws Exception {
    session().replace(Map.of(3L, talk("Question 3", "Other words")));
    lookBack(RUN);
    settle(() -> isShown("#past") && past().isFocused());
    Snapshots.onScreen(
        () -> {
          ((CheckBox) window.shell().lookup("#past-only")).fire();
          return true;
        });
    settle(() -> past().getItems().equals(List.of(3L)));
    robot.type(KeyCode.ESCAPE);
    settle(() -> !isShown("#past") && table().isFocusWithin());
  }

  @Test
  void aVersionIsLookedAtAsItWasAlsoWhatIsDeletedSince(FxRobot robot) throws Exception {
    session().setStatus(Status.REJECTED, 2);
    session().versions().name("Before the summer");
    session().replace(Map.of(3L, talk("Question 3", "Other words")));
    session().delete(1);
    session().add(talk("Question 5", "Answer 5"), Split.TRAINING, Optional.empty());
    toggle("#side-versions");
    settle(() -> isShown(".version-look"));
    fire(".version-look");
    settle(() -> isShown("#past") && past().isFocused());
    assertThat(((Label) window.shell().lookup("#past-title")).getText())
        .startsWith("“Before the summer”, as it was on ");
    assertThat(((Label) window.shell().lookup("#past-figures")).getText())
        .isEqualTo("4 conversations. Since then 1 changed and 1 was deleted.");
    assertThat(past().getItems()).containsExactly(1L, 2L, 3L, 4L);
    settle(() -> isInView("Answer 1") && !isShown("#past-present"));
    robot.type(KeyCode.ESCAPE);
    settle(() -> !isShown("#past") && isShown(".version-look"));
  }

  @SuppressWarnings("unchecked")
  private ListView<Long> past() {
    return (ListView<Long>) window.shell().lookup("#past-list");
  }

  @Test
  void aTrainingFromBeforeTheHistoryIsSaidToBeUnknown(FxRobot robot) throws Exception {
    lookBack(new JobId("run-unknown"));
    settle(() -> window.shell().lookup(".toast") != null);
    assertThat(isShown("#comparison")).isFalse();
  }

  private void lookBack(JobId run) throws Exception {
    Snapshots.onScreen(
        () -> {
          var project = window.model().project().get().orElseThrow();
          project
              .lookback()
              .set(
                  Optional.of(
                      new OpenProject.Lookback(
                          "First", run, Instant.parse("2026-11-20T12:00:00Z"))));
          return true;
        });
  }

  private static Conversation talk(String question, String answer) {
    return Conversation.of(Message.of(Role.USER, question), Message.of(Role.ASSISTANT, answer));
  }

  private String answer(long id) {
    return session().row(id).orElseThrow().conversation().answer();
  }

  private void toggle(String button) throws Exception {
    Snapshots.onScreen(
        () -> {
          ((ToggleButton) window.shell().lookup(button)).fire();
          return true;
        });
  }

  private boolean isInView(String title) {
    return window.shell().lookupAll(".label").stream()
        .anyMatch(node -> node instanceof Label label && label.getText().equals(title));
  }

  private void fire(String button) throws Exception {
    Snapshots.onScreen(
        () -> {
          ((Button) window.shell().lookup(button)).fire();
          return true;
        });
  }

  private void focus(String node) throws Exception {
    Snapshots.onScreen(
        () -> {
          window.shell().lookup(node).requestFocus();
          return true;
        });
  }

  private boolean isShown(String node) {
    Node found = window.shell().lookup(node);
    return found != null && found.isVisible();
  }

  @SuppressWarnings("unchecked")
  private TableView<Long> table() {
    return (TableView<Long>) window.shell().lookup("#conversations");
  }

  private ProjectSession session() {
    return window.session();
  }

  private List<ConversationRow> rows() {
    return session().rows(session().ids(ConversationQuery.ALL));
  }

  private Review review(long id) {
    return session().row(id).orElseThrow().review();
  }

  private Status status(long id) {
    return session().row(id).orElseThrow().status();
  }

  private static void settle(Callable<Boolean> condition) throws Exception {
    Snapshots.settle(condition);
  }
}
