package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
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
import studio.timbre.app.Turns;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.JsonDraft;
import studio.timbre.model.Split;
import studio.timbre.ui.CutTexts;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.Unnamed;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.shell.Theme;
import studio.timbre.ui.shell.Window;

/** JSON that is wrong while a person goes elsewhere. */
@ExtendWith(ApplicationExtension.class)
class UnsavedJsonTest {
  private static final String ARGUMENTS = "#message-1-call-0-arguments";

  @TempDir Path folder;
  private Window window;
  private int copies;

  @Start
  void start(Stage stage) {
    window = new Window(folder.resolve("home"));
    window.show(stage);
  }

  @BeforeEach
  void open() throws Exception {
    var file = folder.resolve("voice.timbre");
    try (var session = window.timbre().create(file)) {
      session.add(conversation("cup"), Split.TRAINING, Optional.empty());
      session.add(conversation("mug"), Split.TRAINING, Optional.empty());
    }
    onScreen(() -> window.model().open(file));
    settle(() -> window.model().project().get().isPresent());
    settle(() -> text(ARGUMENTS).contains("cup"));
  }

  private static Conversation conversation(String thing) throws Exception {
    return ConversationJson.parse(
        """
        {"messages":[{"role":"user","content":"Is it here?"},
          {"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function",
            "function":{"name":"find_THING","arguments":"{\\"what\\":\\"THING\\"}"}}]}],
         "tools":[{"type":"function","function":{"name":"find_THING"}}],"metadata":{"of":"THING"}}
        """
            .replace("THING", thing));
  }

  @AfterEach
  void closeWindow() throws Exception {
    onScreen(window::close);
  }

  @Test
  void wrongJsonWaitsInItsConversationAndIsToldOfUntilItIsRight(FxRobot robot) throws Exception {
    type(ARGUMENTS, "{\"what\": \"cu");
    goTo(1, robot);
    settle(() -> text(ARGUMENTS).contains("mug"));
    settle(() -> said().startsWith("Not saved yet: arguments of find_cup, conversation 1. Line 1"));
    assertThat(kept(0)).isEqualTo(conversation("cup"));
    fire("#unsaved-back");
    settle(() -> text(ARGUMENTS).equals("{\"what\": \"cu"));
    settle(() -> find(ARGUMENTS + "-fault").isVisible());
    settle(() -> find(ARGUMENTS).isFocused());
    assertThat(Snapshots.onScreen(() -> find("#unsaved-line").isVisible())).isFalse();
    robot.type(KeyCode.END);
    robot.write("p 2\"}");
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    settle(() -> ConversationJson.write(kept(0)).contains("cup 2"));
    goTo(1, robot);
    settle(() -> text(ARGUMENTS).contains("mug"));
    assertThat(Snapshots.onScreen(() -> find("#unsaved-line").isVisible())).isFalse();
  }

  @Test
  void whatIsFoldedAwayUnfoldsWithItsDraftAlsoInAnotherLanguage(FxRobot robot) throws Exception {
    unfold("#conversation-tools");
    type("#tools-json", "[{}");
    goTo(1, robot);
    settle(() -> text(ARGUMENTS).contains("mug"));
    settle(() -> said().startsWith("Not saved yet: definitions of tools, conversation 1."));
    assertThat(Snapshots.onScreen(() -> text("#tools-json"))).contains("find_mug");
    for (Locale language : Texts.LANGUAGES) {
      onScreen(() -> window.setLanguage(language));
      settle(() -> text(ARGUMENTS).contains("cup") && text("#tools-json").equals("[{}"));
      settle(() -> find("#tools-json-fault").isVisible());
      look("unsaved-shown", language);
      goTo(1, robot);
      settle(() -> text(ARGUMENTS).contains("mug") && find("#unsaved-line").isVisible());
      look("unsaved", language);
    }
  }

  private void look(String name, Locale language) throws Exception {
    var scene = window.shell().getScene();
    for (var theme : Theme.values()) {
      onScreen(() -> theme.apply(scene));
      Snapshots.write(name, theme, language, scene);
    }
    assertThat(Snapshots.onScreen(() -> CutTexts.in(scene.getRoot()))).isEmpty();
    assertThat(Snapshots.onScreen(() -> Unnamed.in(scene.getRoot()))).isEmpty();
  }

  @Test
  void leavingTheRoomTellsOfItAndLeadsBack(FxRobot robot) throws Exception {
    type(ARGUMENTS, "{");
    onScreen(() -> window.shell().go("check"));
    settle(() -> find(".check-screen") != null);
    settle(() -> button("Go back to it") != null);
    onScreen(() -> button("Go back to it").fire());
    settle(() -> find(ARGUMENTS) != null && text(ARGUMENTS).equals("{"));
    settle(() -> find(ARGUMENTS).isFocused());
    robot.type(KeyCode.ESCAPE);
    settle(() -> text(ARGUMENTS).contains("cup"));
    goTo(1, robot);
    settle(() -> text(ARGUMENTS).contains("mug"));
    assertThat(Snapshots.onScreen(() -> find("#unsaved-line").isVisible())).isFalse();
  }

  @Test
  void aDraftFollowsItsMessageAndOutlivesIt(FxRobot robot) throws Exception {
    type(ARGUMENTS, "{");
    window.session().replace(Map.of(ids()[0], Turns.moved(conversation("cup"), 1, 0)));
    settle(() -> find("#message-0-call-0-arguments") != null);
    settle(() -> text("#message-0-call-0-arguments").equals("{"));
    window.session().replace(Map.of(ids()[0], Turns.without(conversation("cup"), 1)));
    settle(() -> find("#unsaved-line").isVisible());
    settle(() -> find("#unsaved-copy").isVisible() && !find("#unsaved-back").isVisible());
    fire("#unsaved-discard");
    settle(() -> !find("#unsaved-line").isVisible());
    settle(() -> button("Undo") != null);
    onScreen(() -> button("Undo").fire());
    settle(() -> find("#unsaved-line").isVisible());
    window.session().undo();
    settle(() -> find("#message-0-call-0-arguments") != null);
    settle(() -> text("#message-0-call-0-arguments").equals("{"));
    settle(() -> !find("#unsaved-line").isVisible());
  }

  /** What is committed while the window stands there: a process that is killed leaves no less. */
  private List<JsonDraft> committed() throws Exception {
    var copy = folder.resolve("copy-" + ++copies + ".timbre");
    window.session().copyTo(copy);
    try (var session = window.timbre().open(copy)) {
      return session.drafts().atOpening();
    }
  }

  @Test
  void whatIsBeingTypedIsInTheFileBeforeTheKeyboardLeavesIt(FxRobot robot) throws Exception {
    type(ARGUMENTS, "{\"what\": \"cu");
    settle(() -> committed().stream().anyMatch(it -> it.text().endsWith("\"cu")));
    assertThat(Snapshots.onScreen(() -> find(ARGUMENTS).isFocused())).isTrue();
    robot.type(KeyCode.ESCAPE);
    settle(() -> committed().isEmpty());
  }

  @Test
  void wrongJsonWaitsThroughARestartUntilItIsRight(FxRobot robot) throws Exception {
    type(ARGUMENTS, "{\"what\": \"cu");
    goTo(1, robot);
    settle(() -> text(ARGUMENTS).contains("mug"));
    reopen();
    settle(() -> text(ARGUMENTS).equals("{\"what\": \"cu"));
    settle(() -> find(ARGUMENTS + "-fault").isVisible());
    goTo(1, robot);
    settle(() -> said().startsWith("Not saved yet: arguments of find_cup, conversation 1. Line 1"));
    fire("#unsaved-back");
    settle(() -> find(ARGUMENTS) != null && find(ARGUMENTS).isFocused());
    robot.type(KeyCode.END);
    robot.write("p 2\"}");
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    settle(() -> ConversationJson.write(kept(0)).contains("cup 2"));
    settle(() -> committed().isEmpty());
    reopen();
    settle(() -> text(ARGUMENTS).contains("cup 2"));
  }

  @Test
  void wrongJsonOfAConversationThatIsGoneComesBackWithItAlsoAfterARestart(FxRobot robot)
      throws Exception {
    type(ARGUMENTS, "{");
    goTo(1, robot);
    settle(() -> find("#unsaved-line").isVisible());
    window.session().delete(ids()[0]);
    reopen();
    settle(() -> text(ARGUMENTS).contains("mug"));
    assertThat(Snapshots.onScreen(() -> find("#unsaved-line").isVisible())).isFalse();
    window.session().undo();
    settle(() -> find("#unsaved-line").isVisible());
    fire("#unsaved-back");
    settle(() -> find(ARGUMENTS) != null && text(ARGUMENTS).equals("{"));
    settle(() -> committed().stream().anyMatch(draft -> draft.text().equals("{")));
  }

  private void reopen() throws Exception {
    onScreen(() -> window.model().closeProject());
    onScreen(() -> window.model().open(folder.resolve("voice.timbre")));
    settle(() -> window.model().project().get().isPresent());
    settle(() -> find(ARGUMENTS) != null);
  }

  private void unfold(String fold) throws Exception {
    settle(() -> find(fold) instanceof ToggleButton);
    onScreen(() -> ((ToggleButton) find(fold)).setSelected(true));
  }

  private void type(String area, String text) throws Exception {
    settle(() -> find(area) instanceof TextArea);
    onScreen(
        () -> {
          find(area).requestFocus();
          ((TextArea) find(area)).setText(text);
        });
    settle(() -> find(area).isFocused());
    settle(() -> find(area + "-fault").isVisible());
  }

  private void goTo(int row, FxRobot robot) throws Exception {
    onScreen(() -> find("#conversations").requestFocus());
    settle(() -> find("#conversations").isFocused());
    robot.type(row > 0 ? KeyCode.DOWN : KeyCode.UP);
  }

  private long[] ids() {
    return window.session().ids(ConversationQuery.ALL);
  }

  private Conversation kept(int index) {
    return window.session().row(ids()[index]).orElseThrow().conversation();
  }

  private Node find(String selector) {
    return window.shell().lookup(selector);
  }

  private Button button(String words) {
    return window.shell().lookupAll(".button").stream()
        .filter(node -> node instanceof Button button && words.equals(button.getText()))
        .filter(Node::isVisible)
        .map(Button.class::cast)
        .findFirst()
        .orElse(null);
  }

  private String text(String selector) {
    return find(selector) instanceof TextArea area ? area.getText() : "";
  }

  private String said() {
    return find("#unsaved-line").isVisible() ? ((Label) find("#unsaved-said")).getText() : "";
  }

  private void fire(String selector) throws Exception {
    onScreen(() -> ((Button) find(selector)).fire());
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
