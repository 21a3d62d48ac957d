package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
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
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.clipboard.HtmlTableReader;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.shell.Theme;
import studio.timbre.ui.shell.Window;

/** Copy and paste between the table and a spreadsheet, by way of the clipboard. */
@ExtendWith(ApplicationExtension.class)
class PasteScreenTest {
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
      for (int i = 1; i <= 4; i++) {
        session.add(
            Conversation.of(
                Message.of(Role.USER, "Question " + i), Message.of(Role.ASSISTANT, "Answer " + i)),
            Split.TRAINING,
            Optional.empty());
      }
    }
    onScreen(() -> window.model().open(file));
    settle(() -> window.model().project().get().isPresent());
    settle(() -> table() != null && table().getItems().size() == 4);
    settle(() -> shows("Question 1"));
  }

  @AfterEach
  void closeWindow() throws Exception {
    onScreen(window::close);
  }

  @Test
  void aRangeGoesToTheSpreadsheetInBothForms(FxRobot robot) throws Exception {
    robot.type(KeyCode.F2);
    robot.press(KeyCode.ALT).type(KeyCode.ENTER).release(KeyCode.ALT);
    robot.write("<more>");
    robot.type(KeyCode.ENTER);
    settle(() -> rows().get(0).conversation().question().contains("more"));
    robot.type(KeyCode.UP);
    shift(robot, KeyCode.DOWN);
    shift(robot, KeyCode.RIGHT);
    control(robot, KeyCode.C);
    settle(() -> Clipboard.getSystemClipboard().hasHtml());
    assertThat(Snapshots.onScreen(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo("\"Question 1\n<more>\"\tAnswer 1\r\nQuestion 2\tAnswer 2");
    String html = Snapshots.onScreen(() -> Clipboard.getSystemClipboard().getHtml());
    assertThat(HtmlTableReader.read(html).orElseThrow().rows())
        .isEqualTo(
            List.of(List.of("Question 1\n<more>", "Answer 1"), List.of("Question 2", "Answer 2")));
  }

  @Test
  void whatFitsIsPastedAtOnceAndPastTheEndBecomesNew(FxRobot robot) throws Exception {
    control(robot, KeyCode.END);
    robot.type(KeyCode.HOME);
    robot.type(KeyCode.RIGHT);
    lay("Q4\tA4\nQ5\tA5\n\"Q6\nline\"\tA6");
    control(robot, KeyCode.V);
    settle(() -> rows().size() == 6);
    assertThat(questions()).endsWith("Question 3", "Q4", "Q5", "Q6\nline");
    assertThat(rows().get(5).conversation().answer()).isEqualTo("A6");
    control(robot, KeyCode.Z);
    settle(() -> rows().size() == 4);
    assertThat(questions()).endsWith("Question 4");
  }

  @Test
  void inANarrowWindowNoWordOfItsActsIsCut(FxRobot robot) throws Exception {
    onScreen(() -> window.shell().getScene().getWindow().setWidth(900));
    lay("a\tb\tc\td\te\tf\n".repeat(12_345));
    control(robot, KeyCode.V);
    settle(() -> window.shell().lookup("#paste-make") != null);
    for (String id : List.of("#paste-make", "#paste-new", "#paste-cancel")) {
      settle(
          () -> {
            var button = (Button) window.shell().lookup(id);
            return button.getWidth() > 0 && button.getWidth() >= button.prefWidth(-1) - 1;
          });
    }
  }

  @Test
  void theNoticeOfAPasteTakesItBack(FxRobot robot) throws Exception {
    lay("one\ntwo");
    control(robot, KeyCode.V);
    settle(() -> questions().contains("two"));
    settle(() -> window.shell().lookup(".toast .button") != null);
    onScreen(() -> ((Button) window.shell().lookup(".toast .button")).fire());
    settle(() -> questions().getFirst().equals("Question 1"));
    assertThat(questions()).containsExactly("Question 1", "Question 2", "Question 3", "Question 4");
  }

  @Test
  void whatStandsThereAlreadyIsNoChange(FxRobot robot) throws Exception {
    lay("Question 1\tAnswer 1\nQuestion 2\tAnswer 2");
    control(robot, KeyCode.V);
    settle(() -> toasts().contains("Pasted: no conversation changed, none is new."));
    assertThat(questions()).startsWith("Question 1", "Question 2");
  }

  @Test
  void oneValueFillsTheWholeRange(FxRobot robot) throws Exception {
    shift(robot, KeyCode.DOWN);
    shift(robot, KeyCode.DOWN);
    shift(robot, KeyCode.RIGHT);
    lay("same");
    control(robot, KeyCode.V);
    settle(() -> rows().get(2).conversation().answer().equals("same"));
    assertThat(questions()).containsExactly("same", "same", "same", "Question 4");
  }

  @Test
  void cuttingEmptiesTheCellsOnceTheyAreCopied(FxRobot robot) throws Exception {
    control(robot, KeyCode.X);
    settle(() -> questions().getFirst().isEmpty());
    robot.type(KeyCode.DOWN);
    control(robot, KeyCode.V);
    settle(() -> questions().get(1).equals("Question 1"));
  }

  @Test
  void aTableWithHeadingsIsShownBeforeItGoesOverTheRows(FxRobot robot) throws Exception {
    lay("Status\tInput\tOutput\tId\napproved\tWhere?\tHere.\t7\nsplendid\tWhen?\tNow.\t8");
    control(robot, KeyCode.V);
    settle(() -> window.shell().lookup("#paste-make") != null);
    picture("paste");
    onScreen(
        () -> {
          var heading = (CheckBox) window.shell().lookup("#paste-heading");
          heading.setSelected(true);
          heading.getOnAction().handle(null);
        });
    choose(0, TableColumnKind.STATUS);
    choose(1, TableColumnKind.QUESTION);
    choose(2, TableColumnKind.ANSWER);
    assertThat(Snapshots.onScreen(() -> ((Button) window.shell().lookup("#paste-make")).getText()))
        .isEqualTo("Paste 2 rows");
    onScreen(() -> ((Button) window.shell().lookup("#paste-make")).fire());
    settle(() -> questions().getFirst().equals("Where?"));
    assertThat(questions()).containsExactly("Where?", "When?", "Question 3", "Question 4");
    assertThat(rows().get(0).status()).isEqualTo(Status.APPROVED);
    assertThat(rows().get(1).status()).as("an unknown word").isEqualTo(Status.DRAFT);
    assertThat(rows().get(1).conversation().answer()).isEqualTo("Now.");
  }

  @Test
  void newConversationsComeInAsAnImportDoesByKeysAndFromThePreview(FxRobot robot) throws Exception {
    lay("Question\tAnswer\tTicket\tId\nWhere?\tHere.\t7\t1\nWhen?\tNow.\t8\t2");
    robot.press(KeyCode.CONTROL).press(KeyCode.SHIFT).type(KeyCode.V);
    robot.release(KeyCode.SHIFT).release(KeyCode.CONTROL);
    settle(() -> isVisible("#mapping"));
    onScreen(() -> ((Button) window.shell().lookup("#mapping-cancel")).fire());
    settle(() -> !isVisible("#mapping"));
    settle(() -> table().isFocused());
    control(robot, KeyCode.V);
    settle(() -> window.shell().lookup("#paste-new") != null);
    onScreen(() -> ((Button) window.shell().lookup("#paste-new")).fire());
    settle(() -> isVisible("#mapping"));
    assertThat(window.shell().lookup("#paste-make")).as("one question at a time").isNull();
    settle(() -> !window.shell().lookup("#mapping-accept").isDisabled());
    onScreen(() -> ((Button) window.shell().lookup("#mapping-accept")).fire());
    settle(() -> rows().size() == 6);
    assertThat(questions()).endsWith("Where?", "When?");
  }

  private boolean isVisible(String node) {
    var found = window.shell().lookup(node);
    return found != null && found.isVisible();
  }

  @Test
  void whatDoesNotFitIsAskedFirstAndEscapeLeavesAllAsItWas(FxRobot robot) throws Exception {
    lay("a\tb\tc\td");
    control(robot, KeyCode.V);
    settle(() -> window.shell().lookup("#paste-make") != null);
    robot.type(KeyCode.ESCAPE);
    settle(() -> window.shell().lookup("#paste-make") == null);
    assertThat(questions().getFirst()).isEqualTo("Question 1");
    settle(() -> table().isFocused());
  }

  @Test
  void tenThousandRowsComeInAsOneStep(FxRobot robot) throws Exception {
    lay(
        IntStream.range(0, 10_000)
            .mapToObj(i -> "Where is order number " + i + "?\tIt left us on day " + i + ".")
            .collect(Collectors.joining("\n")));
    control(robot, KeyCode.END);
    robot.type(KeyCode.HOME);
    robot.type(KeyCode.RIGHT);
    control(robot, KeyCode.V);
    settle(() -> table().getItems().size() == 10_003);
    control(robot, KeyCode.Z);
    settle(() -> table().getItems().size() == 4);
  }

  @Test
  void theKeyboardStaysWhereItIsWhenThePreviewIsDrawnAnew(FxRobot robot) throws Exception {
    lay("Anna\tBob\tx\ty\nWhere?\tHere.\tx\ty");
    control(robot, KeyCode.V);
    settle(() -> isFocused("#paste-make"));
    onScreen(() -> Keyboard.give(window.shell().lookup("#paste-column-0")));
    settle(() -> isFocused("#paste-column-0"));
    robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
    settle(() -> isFocused("#paste-heading"));
    settle(() -> window.shell().lookup("#paste-heading .box").getEffect() != null);
    robot.type(KeyCode.SPACE);
    settle(
        () ->
            window.shell().lookup("#paste-heading") instanceof CheckBox heading
                && heading.isSelected()
                && heading.isFocused());
    onScreen(() -> table().requestFocus());
    control(robot, KeyCode.V);
    settle(() -> isFocused("#paste-make"));
  }

  private boolean isFocused(String node) {
    return window.shell().lookup(node) != null && window.shell().lookup(node).isFocused();
  }

  private void choose(int column, TableColumnKind kind) throws Exception {
    settle(() -> window.shell().lookup("#paste-column-" + column) != null);
    onScreen(
        () -> {
          @SuppressWarnings("unchecked")
          var box =
              (ComboBox<Optional<TableColumnKind>>)
                  window.shell().lookup("#paste-column-" + column);
          box.setValue(Optional.of(kind));
        });
  }

  private void picture(String name) throws Exception {
    Snapshots.write(name, Theme.LIGHT, Locale.ENGLISH, window.shell().getScene());
  }

  private static void lay(String text) throws Exception {
    onScreen(
        () -> {
          var content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
        });
  }

  private static void shift(FxRobot robot, KeyCode key) {
    robot.press(KeyCode.SHIFT).type(key).release(KeyCode.SHIFT);
  }

  private static void control(FxRobot robot, KeyCode key) {
    robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
  }

  private List<String> questions() {
    return rows().stream().map(row -> row.conversation().question()).toList();
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

  private List<String> toasts() {
    return window.shell().lookupAll(".toast .label").stream()
        .map(label -> ((Label) label).getText())
        .toList();
  }

  private boolean shows(String text) {
    return window.shell().lookupAll(".table-cell").stream()
        .anyMatch(cell -> cell instanceof ConversationCell drawn && text.equals(drawn.getText()));
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
}
