package studio.timbre.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.timbre.app.NewKey;
import studio.timbre.jobs.openai.Fault;
import studio.timbre.jobs.openai.ProviderServer;
import studio.timbre.jobs.openai.ProviderState.Flavour;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Provider;
import studio.timbre.model.Role;
import studio.timbre.model.RunState;
import studio.timbre.model.Split;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.control.NumberTile;

/** A job from the Train room to its tuned model, in the real frame against a provider on this computer. */
@ExtendWith(ApplicationExtension.class)
class ApiJobFlowTest {
  private static final String KEY = "sk-canary-6dcd4ce23d88e2ee9568ba546c007c63";
  private static final String PASSPHRASE = "four words are enough";

  @TempDir Path folder;
  private ProviderServer server;
  private Window window;
  private Connection connection;

  @Start
  void start(Stage stage) throws Exception {
    server = new ProviderServer(KEY, Flavour.OPENAI);
    window = new Window(folder.resolve("home"));
    window.timbre().connections().keys().unlock(PASSPHRASE.toCharArray());
    connection =
        window
            .timbre()
            .connections()
            .add(
                Provider.OPENAI,
                "Ours",
                server.address().toString(),
                new NewKey.Typed(new ApiKey(KEY)));
    try (var session = window.timbre().create(folder.resolve("voice.timbre"))) {
      for (int i = 0; i < 12; i++) {
        session.add(
            Conversation.of(
                Message.of(Role.USER, "Where is order " + i + "?"),
                Message.of(Role.ASSISTANT, "On its way, number " + i + ".")),
            Split.TRAINING,
            Optional.empty());
      }
    }
    window.show(stage);
    window.model().open(folder.resolve("voice.timbre"));
  }

  @AfterEach
  void close() throws Exception {
    Snapshots.onScreen(
        () -> {
          window.close();
          return true;
        });
    server.close();
    assertThat(server.violations).isEmpty();
  }

  /** Chooses connection, model and budget, and presses the button with the price. */
  private void train(FxRobot robot) throws Exception {
    Snapshots.settle(() -> window.model().project().get().isPresent());
    robot.interact(() -> window.shell().go("train"));
    Snapshots.settle(() -> isThere(robot, "#where-" + connection.id()));
    robot.interact(
        () ->
            robot.lookup("#where-" + connection.id()).queryAs(RadioButton.class).setSelected(true));
    robot.interact(
        () ->
            robot
                .lookup("#api-model-name")
                .queryAs(TextField.class)
                .setText("gpt-4.1-mini-2025-04-14"));
    robot.interact(() -> robot.lookup("#api-budget").queryAs(TextField.class).setText("0.00001"));
    settleLong(() -> reason(robot).contains("above your budget"));
    assertThat(robot.lookup("#api-start").queryButton().isDisabled()).isTrue();
    assertThat(server.creates()).isZero();
    robot.interact(() -> robot.lookup("#api-budget").queryAs(TextField.class).setText("1"));
    settleLong(() -> !robot.lookup("#api-start").queryButton().isDisabled());
    assertThat(robot.lookup("#api-start").queryButton().getText())
        .startsWith("Train at Ours for about $0.0");
    press(robot, "#api-start");
    settleLong(() -> window.shell().room().equals(Optional.of("runs")));
    Snapshots.settle(() -> isThere(robot, "#run-money"));
  }

  private static void settleLong(Callable<Boolean> condition) throws Exception {
    try {
      Snapshots.settle(condition);
    } catch (AssertionError slow) {
      Snapshots.settle(condition);
    }
  }

  private static boolean isThere(FxRobot robot, String id) {
    return robot.lookup(id).tryQuery().filter(node -> node.isVisible()).isPresent();
  }

  private static String reason(FxRobot robot) {
    return robot.lookup("#api-reason").queryAs(Label.class).getText();
  }

  private static String badge(FxRobot robot) {
    return robot.lookup(".run-view .state-badge").queryAs(Label.class).getText();
  }

  private static void press(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
  }

  private RunState state() {
    return window.session().apiJobs().list().getFirst().state();
  }

  @Test
  void aJobIsPricedStartedFollowedAndItsTunedModelCopied(FxRobot robot) throws Exception {
    train(robot);
    settleLong(() -> badge(robot).equals("Done"));
    assertThat(robot.lookup("#run-step").queryAs(NumberTile.class).valueText()).isEqualTo("9");
    assertThat(robot.lookup("#run-tuned").queryAs(Label.class).getText())
        .startsWith("ft:gpt-4o-mini");
    press(robot, "#run-copy-tuned");
    robot.interact(
        () -> assertThat(Clipboard.getSystemClipboard().getString()).startsWith("ft:gpt-4o-mini"));
    assertThat(robot.lookup(".toast .label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .anyMatch(text -> text.contains("is done (OpenAI)"));
    assertThat(server.creates()).isEqualTo(1);
    press(robot, "#run-hear");
    Snapshots.settle(() -> window.shell().room().equals(Optional.of("hear")));
  }

  @Test
  void aRunningJobIsCancelledAfterAskingOnce(FxRobot robot) throws Exception {
    server.state.neverEnds = true;
    train(robot);
    settleLong(() -> badge(robot).startsWith("Training"));
    press(robot, "#run-cancel");
    assertThat(state()).isEqualTo(RunState.RUNNING);
    robot.interact(() -> robot.lookup("#confirm-act").queryAs(Button.class).fire());
    settleLong(() -> badge(robot).equals("Cancelled"));
    assertThat(server.state.jobs.values()).allMatch(job -> job.cancelled);
  }

  @Test
  void aJobThatWaitsForItsLockedKeyGoesOnWhenItIsUnlocked(FxRobot robot) throws Exception {
    server.state.neverEnds = true;
    train(robot);
    settleLong(() -> badge(robot).startsWith("Training"));
    robot.interact(() -> window.model().closeProject());
    window.timbre().connections().keys().setAside();
    robot.interact(() -> window.model().open(folder.resolve("voice.timbre")));
    Snapshots.settle(() -> window.model().project().get().isPresent());
    robot.interact(() -> window.shell().go("runs"));
    settleLong(() -> badge(robot).equals("Waiting for its key"));
    server.state.neverEnds = false;
    server.state.isQuick = true;
    robot.interact(() -> robot.lookup("#run-key").queryAs(TextField.class).setText(KEY));
    press(robot, "#run-give-key");
    settleLong(() -> badge(robot).equals("Done"));
    assertThat(server.creates()).isEqualTo(1);
  }

  @Test
  void aJobThatWasNotAnsweredIsNotAskedForTwiceAndFoundByLooking(FxRobot robot) throws Exception {
    server.faults = call -> call.isCreate() ? Fault.DIES_AFTER : Fault.NONE;
    train(robot);
    settleLong(() -> badge(robot).equals("Done"));
    assertThat(server.creates()).isEqualTo(1);
  }
}
