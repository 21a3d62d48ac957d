package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.CutTexts;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.shell.Theme;
import studio.timbre.ui.shell.Window;

/** Find and replace, and the list of what was done, on the Data screen. */
@ExtendWith(ApplicationExtension.class)
class ReplaceAndHistoryTest {
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
      add(session, "What colour is the kettle?", "The colour is petrol.");
      add(session, "Can I get oat milk?", "You can.");
      add(session, "Any other colour?", "Red.");
    }
    open(file);
  }

  private static void add(
      studio.timbre.app.ProjectSession session, String question, String answer) {
    session.add(
        Conversation.of(Message.of(Role.USER, question), Message.of(Role.ASSISTANT, answer)),
        Split.TRAINING,
        Optional.empty());
  }

  private void open(Path file) throws Exception {
    onScreen(() -> window.model().open(file));
    settle(() -> window.model().project().get().isPresent());
    settle(
        () ->
            window.shell().lookup("#conversations") instanceof TableView<?> table
                && table.getItems().size() == 3);
    settle(() -> window.shell().lookup(".bubble") != null);
  }

  @AfterEach
  void closeWindow() throws Exception {
    onScreen(window::close);
  }

  @Test
  void everyChangeIsShownBeforeAnyIsMade(FxRobot robot) throws Exception {
    control(robot, KeyCode.H);
    robot.write("colour");
    robot.type(KeyCode.TAB);
    robot.write("color");
    robot.type(KeyCode.ENTER);
    settle(() -> list("#replace-list").getItems().size() == 3);
    assertThat(said()).startsWith("3 texts would change.");
    settle(() -> window.shell().lookupAll(".words-gone").size() >= 2);
    pictures("replace");
    onScreen(() -> list("#replace-list").requestFocus());
    robot.type(KeyCode.DOWN);
    robot.type(KeyCode.UP);
    robot.type(KeyCode.SPACE);
    settle(() -> button("#replace-make").getText().equals("Replace in 2 texts"));
    onScreen(() -> button("#replace-make").fire());
    settle(() -> texts().contains("The color is petrol."));
    assertThat(texts())
        .containsExactly(
            "What colour is the kettle?",
            "The color is petrol.",
            "Can I get oat milk?",
            "You can.",
            "Any other color?",
            "Red.");
    onScreen(() -> window.model().undo());
    settle(() -> texts().contains("The colour is petrol."));
    assertThat(texts()).contains("Any other colour?");
  }

  @Test
  void aLongTextStaysWithinItsRow(FxRobot robot) throws Exception {
    String words = "and so many words that no window is wide enough for all of them ".repeat(3);
    add(window.session(), "Which colour, " + words, "Red.");
    control(robot, KeyCode.H);
    robot.write("colour, and");
    robot.type(KeyCode.ENTER);
    settle(() -> !window.shell().lookupAll(".words-gone").isEmpty());
    settle(() -> snippets().size() == 2);
    assertThat(Snapshots.onScreen(this::snippets)).allMatch(flow -> flow.getHeight() < 24);
  }

  private List<Region> snippets() {
    return window.shell().lookupAll(".snippets").stream()
        .map(Region.class::cast)
        .filter(flow -> flow.getHeight() > 0)
        .toList();
  }

  @Test
  void textsAmongPicturesRefusalsCallsAndRejectedAnswersAreShownForWhatTheyAre(FxRobot robot)
      throws Exception {
    window
        .session()
        .add(
            conversation(
                """
                {"messages":[{"role":"user","content":[{"type":"text","text":"Is this the colour petrol?"},
                {"type":"image_url","image_url":{"url":"https://colour.example/kettle"}}]},
                {"role":"assistant","content":null,"tool_calls":[{"id":"colour_1","type":"function",
                "function":{"name":"colour","arguments":"{\\"colour\\":\\"the colour petrol\\"}"}}]},
                {"role":"assistant","content":null,"refusal":"We never tell a colour from a picture."}],
                "non_preferred_output":[{"role":"assistant","content":"That colour is petrol, without a doubt."}]}"""),
            Split.TRAINING,
            Optional.empty());
    control(robot, KeyCode.H);
    robot.write("colour");
    robot.type(KeyCode.TAB);
    robot.write("color");
    robot.type(KeyCode.ENTER);
    settle(() -> list("#replace-list").getItems().size() == 7);
    assertThat(said()).startsWith("7 texts would change.");
    onScreen(() -> list("#replace-list").scrollTo(6));
    settle(() -> spoken().stream().anyMatch(said -> said.startsWith("Rejected answer: That")));
    settle(
        () -> spoken().stream().anyMatch(said -> said.startsWith("We say, words of refusal: We")));
    settle(
        () -> spoken().stream().anyMatch(said -> said.startsWith("We say, value in a call: the")));
    pictures("replace-places");
    onScreen(() -> list("#replace-list").requestFocus());
    robot.type(KeyCode.END);
    robot.type(KeyCode.SPACE);
    settle(() -> spoken().stream().anyMatch(said -> said.startsWith("Left out. Rejected answer:")));
    onScreen(() -> button("#replace-make").fire());
    settle(() -> texts().contains("The color is petrol."));
    String line = ConversationJson.write(window.session().rows(ids()).getLast().conversation());
    assertThat(line)
        .contains("Is this the color petrol?")
        .contains("https://colour.example/kettle")
        .contains("{\\\"colour\\\":\\\"the color petrol\\\"}")
        .contains("\"id\":\"colour_1\"")
        .contains("We never tell a color from a picture.")
        .contains("That colour is petrol");
  }

  private static Conversation conversation(String json) {
    try {
      return ConversationJson.parse(json);
    } catch (UserFacingException broken) {
      throw new AssertionError(broken);
    }
  }

  private long[] ids() {
    return window.session().ids(ConversationQuery.ALL);
  }

  /** What a screen reader says of the changes that are in sight. */
  private List<String> spoken() {
    return list("#replace-list").lookupAll(".list-cell").stream()
        .map(Node::getAccessibleText)
        .filter(Objects::nonNull)
        .toList();
  }

  @Test
  void aBrokenPatternIsSaidInWordsAndChangesNothing(FxRobot robot) throws Exception {
    control(robot, KeyCode.H);
    onScreen(() -> ((CheckBox) window.shell().lookup("#replace-regular")).fire());
    robot.write("(colour");
    robot.type(KeyCode.ENTER);
    settle(() -> said().startsWith("This is no regular expression"));
    assertThat(Snapshots.onScreen(() -> button("#replace-make").isVisible())).isFalse();
    robot.type(KeyCode.ESCAPE);
    settle(() -> !window.shell().lookup("#replace-pane").isVisible());
    settle(() -> window.shell().lookup("#conversations").isFocused());
  }

  @Test
  void aClickInTheHistoryGoesBackAndForthAlsoAfterARestart(FxRobot robot) throws Exception {
    robot.write("One");
    robot.type(KeyCode.ENTER);
    robot.write("Two");
    robot.type(KeyCode.ENTER);
    settle(() -> texts().contains("Two"));
    var file = window.session().file();
    onScreen(() -> window.model().closeProject());
    open(file);
    robot.press(KeyCode.CONTROL).press(KeyCode.ALT).type(KeyCode.Z);
    robot.release(KeyCode.ALT).release(KeyCode.CONTROL);
    settle(() -> window.shell().lookup("#history").isVisible());
    settle(() -> list("#history-list").getItems().size() == 6);
    settle(() -> list("#history-list").isFocused());
    pictures("history");
    robot.type(KeyCode.DOWN);
    robot.type(KeyCode.DOWN);
    robot.type(KeyCode.ENTER);
    settle(() -> texts().getFirst().equals("What colour is the kettle?"));
    assertThat(texts()).doesNotContain("Two");
    settle(() -> window.session().nextRedo().isPresent());
    onScreen(() -> list("#history-list").getSelectionModel().select(0));
    robot.type(KeyCode.HOME);
    robot.type(KeyCode.ENTER);
    settle(() -> texts().contains("Two"));
    assertThat(texts()).contains("One");
    robot.type(KeyCode.END);
    robot.type(KeyCode.ENTER);
    settle(() -> window.session().ids(ConversationQuery.ALL).length == 0);
    robot.type(KeyCode.ESCAPE);
    settle(() -> !window.shell().lookup("#history").isVisible());
  }

  private void pictures(String name) throws Exception {
    for (var theme : Theme.values()) {
      onScreen(() -> theme.apply(window.shell().getScene()));
      Snapshots.write(name, theme, Locale.ENGLISH, window.shell().getScene());
    }
    onScreen(() -> Theme.LIGHT.apply(window.shell().getScene()));
    assertThat(Snapshots.onScreen(() -> CutTexts.in(window.shell()))).isEmpty();
  }

  private List<String> texts() {
    return window.session().rows(window.session().ids(ConversationQuery.ALL)).stream()
        .flatMap(row -> row.conversation().messages().stream())
        .map(Message::text)
        .toList();
  }

  private ListView<?> list(String selector) {
    return (ListView<?>) window.shell().lookup(selector);
  }

  private Button button(String selector) {
    return (Button) window.shell().lookup(selector);
  }

  private String said() {
    return ((Label) window.shell().lookup("#replace-said")).getText();
  }

  private static void control(FxRobot robot, KeyCode key) {
    robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
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
