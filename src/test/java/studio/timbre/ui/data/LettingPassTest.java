package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import studio.timbre.app.Mending;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.ui.fx.OpenProject.Spotlight;

/** Findings that are let pass from the table. */
class LettingPassTest extends SheetScreen {
  private final List<Long> ids = new ArrayList<>();

  @Start
  void start(Stage stage) {
    begin(stage);
  }

  @BeforeEach
  void openProject() throws Exception {
    var file = folder.resolve("voice.timbre");
    try (var session = window.timbre().create(file)) {
      for (int i = 0; i < 6; i++) {
        String ending = i == 0 ? ", dear {{name}}" : "";
        ids.add(
            session.add(
                Conversation.of(
                    Message.of(Role.USER, "Question " + (i + 1)),
                    Message.of(Role.ASSISTANT, "Ask joe" + i + "@gmail.com" + ending)),
                Split.TRAINING,
                Optional.empty()));
      }
    }
    open(file, 6, "Question 1");
  }

  private List<Mending.Passed> passed() {
    return window.model().project().get().orElseThrow().session().mending().passed();
  }

  private boolean isShown(String selector) {
    var node = window.shell().lookup(selector);
    return node != null && node.isVisible();
  }

  @SuppressWarnings("unchecked")
  private ComboBox<LettingPass.Choice> findings() {
    return (ComboBox<LettingPass.Choice>) window.shell().lookup("#let-pass-finding");
  }

  @Test
  void aFindingIsLetPassInTheSelectedAndTheNoticeTakesItBack(FxRobot robot) throws Exception {
    var project = window.model().project().get().orElseThrow();
    onScreen(
        () ->
            project
                .spotlight()
                .set(
                    Optional.of(
                        new Spotlight(
                            "E-mail addresses", ids.stream().mapToLong(id -> id).toArray()))));
    shift(robot, KeyCode.DOWN);
    choose("sheet-selected", "bulk-SELECTED-LET_PASS", "Let a finding pass in 2 conversations…");
    settle(() -> isShown("#let-pass-finding"));
    assertThat(findings().getItems())
        .extracting(LettingPass.Choice::kind)
        .contains("personal_email", "template_mark");
    onScreen(
        () ->
            findings()
                .setValue(
                    findings().getItems().stream()
                        .filter(choice -> choice.kind().equals("personal_email"))
                        .findFirst()
                        .orElseThrow()));
    settle(() -> window.shell().getScene().getFocusOwner() == findings());
    robot.type(KeyCode.ENTER);
    robot.write("made up");
    robot.type(KeyCode.ENTER);
    settle(() -> !passed().isEmpty());
    assertThat(passed())
        .extracting(Mending.Passed::kind, Mending.Passed::conversations, Mending.Passed::reason)
        .containsExactly(tuple("personal_email", 2L, "made up"));
    settle(() -> robot.lookup("Undo").tryQuery().isPresent());
    onScreen(() -> robot.lookup("Undo").queryButton().fire());
    settle(() -> passed().isEmpty());
  }

  @Test
  void theFindingThatTheTableIsFilteredByIsProposed() throws Exception {
    var project = window.model().project().get().orElseThrow();
    var filter = ConversationFilter.ALL.withProblems(java.util.Set.of("template_mark"));
    onScreen(
        () -> project.asked().set(Optional.of(studio.timbre.model.ConversationQuery.of(filter))));
    settle(() -> table().getItems().size() == 1);
    choose("sheet-shown", "bulk-SHOWN-LET_PASS", "Let a finding pass in 1 conversation…");
    settle(() -> isShown("#let-pass-finding"));
    assertThat(findings().getValue().kind()).isEqualTo("template_mark");
    onScreen(() -> window.shell().lookup("#let-pass-finding").requestFocus());
  }
}
