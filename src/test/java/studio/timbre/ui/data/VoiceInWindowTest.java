package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Place;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.shell.Theme;
import studio.timbre.ui.shell.Window;

/** The voice guide from the rule to the table and to the marks in an answer, in the real window. */
@ExtendWith(ApplicationExtension.class)
class VoiceInWindowTest {
  private static final String OFF =
      "Dear customer, kindly note that your parcel has left; we utilize our own van!! It comes on Friday.";

  @TempDir Path folder;
  private Window window;

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

  private static Conversation talk(String answer) {
    return Conversation.of(
        Message.of(Role.USER, "Where is my parcel?"), Message.of(Role.ASSISTANT, answer));
  }

  private static VoiceGuide guide() {
    return VoiceGuide.NONE
        .with(new VoiceRule.NeverSay(List.of("kindly", "utiliz*")))
        .with(new VoiceRule.Exclamations(1))
        .with(new VoiceRule.WeSay(List.of(new VoiceRule.Term("guest", List.of("customer")))));
  }

  private void open() throws Exception {
    var file = folder.resolve("voice.timbre");
    try (var session = window.timbre().create(file)) {
      session.write(
          "import",
          pen -> {
            for (String answer :
                List.of("It is on its way to you.", OFF, "It comes on Friday, kindly wait.")) {
              pen.add(Curated.draft(talk(answer), Split.TRAINING), Place.end());
            }
            return true;
          });
      session.voice().change(guide());
    }
    Snapshots.onScreen(
        () -> {
          window.model().open(file);
          return true;
        });
    Snapshots.settle(() -> window.model().project().get().isPresent());
    Snapshots.settle(() -> session().voice().counts().size() == 3);
  }

  private ProjectSession session() {
    return window.model().project().get().orElseThrow().session();
  }

  private Node find(String selector) {
    return window.shell().lookup(selector);
  }

  private boolean isThere(String selector) {
    var found = find(selector);
    return found != null && found.isVisible();
  }

  /** What is said about the place of the caret. */
  private String reason() {
    return window.shell().lookupAll(".voice-reason").stream()
        .filter(Node::isVisible)
        .map(label -> ((Labeled) label).getText())
        .findFirst()
        .orElse("");
  }

  private void go(String room) throws Exception {
    Snapshots.onScreen(
        () -> {
          window.shell().go(room);
          return true;
        });
  }

  @Test
  void fromTheRuleToTheTableToTheMark(FxRobot robot) throws Exception {
    open();
    go("check");
    Snapshots.settle(() -> isThere("#check-tab-voice"));
    robot.interact(() -> ((ToggleButton) find("#check-tab-voice")).setSelected(true));
    Snapshots.settle(() -> isThere("#voice-show-never_say"));
    robot.interact(() -> ((Button) find("#voice-show-never_say")).fire());
    Snapshots.settle(() -> window.model().project().get().orElseThrow().shown().get() == 2);
    // The worst comes first, and is looked at.
    Snapshots.settle(() -> isThere("#message-1-voice"));
    assertThat(((Labeled) find("#message-1-voice")).getText()).isEqualTo("Voice 30");
    robot.interact(() -> ((Button) find("#message-1-voice")).fire());
    Snapshots.settle(() -> find("#message-1").isFocused());
    var area = (TextArea) find("#message-1");
    assertThat(OFF.substring(area.getCaretPosition())).startsWith("customer");
    Snapshots.settle(() -> reason().equals("We say “guest”, not “customer” (−10)"));
    Snapshots.write("voice-marks", Theme.LIGHT, Locale.ENGLISH, window.shell().getScene());
    robot.interact(() -> ((Button) find("#message-1-voice")).fire());
    assertThat(OFF.substring(area.getCaretPosition())).startsWith("kindly");
  }

  @Test
  void aChangedAnswerHasItsNewScoreAtOnce(FxRobot robot) throws Exception {
    open();
    go("data");
    Snapshots.settle(() -> isThere("#message-1-voice-full"));
    long first = session().ids(studio.timbre.model.ConversationQuery.ALL)[0];
    robot.interact(
        () ->
            window
                .model()
                .project()
                .get()
                .orElseThrow()
                .edits()
                .make(
                    session -> {
                      session.replace(Map.of(first, talk(OFF)));
                      return true;
                    })
                .onFailure(
                    problem -> {
                      throw new AssertionError(problem);
                    }));
    Snapshots.settle(() -> isThere("#message-1-voice"));
    assertThat(((Labeled) find("#message-1-voice")).getText()).isEqualTo("Voice 30");
    assertThat(session().voice().guide().rule(VoiceKind.NEVER_SAY)).isPresent();
  }
}
