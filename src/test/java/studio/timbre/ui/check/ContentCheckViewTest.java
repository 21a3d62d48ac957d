package studio.timbre.ui.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.timbre.CanaryKeys;
import studio.timbre.app.NewKey;
import studio.timbre.jobs.openai.Fault;
import studio.timbre.jobs.openai.ProviderServer;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Provider;
import studio.timbre.model.Split;
import studio.timbre.ui.CutTexts;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.Unnamed;
import studio.timbre.ui.shell.Theme;
import studio.timbre.ui.shell.Window;

/** The content check in the real window, over a provider on this computer. */
@ExtendWith(ApplicationExtension.class)
class ContentCheckViewTest {
  @TempDir Path folder;
  private ProviderServer server;
  private Window window;

  @Start
  void start(Stage stage) throws Exception {
    server = CheckedProject.server();
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
    server.close();
    assertThat(server.violations).isEmpty();
    assertThat(CanaryKeys.in(folder)).isEmpty();
  }

  private void open(String... answers) throws Exception {
    var file = folder.resolve("voice.timbre");
    try (var session = window.timbre().create(file)) {
      for (var answer : answers) {
        session.add(CheckedProject.talk(answer), Split.TRAINING, Optional.empty());
      }
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
    Snapshots.settle(() -> isThere("#content-check"));
  }

  private void connect(String key) throws Exception {
    var connections = window.timbre().connections();
    connections.keys().unlock("four harbour gulls at dawn".toCharArray());
    connections.add(
        Provider.COMPATIBLE,
        "Ours",
        server.address().toString(),
        new NewKey.Typed(new ApiKey(key)));
  }

  private boolean isThere(String selector) {
    return window.shell().lookup(selector) != null;
  }

  private String text(String selector) {
    return window.shell().lookup(selector) instanceof Label label ? label.getText() : "";
  }

  private void fire(FxRobot robot, String selector) {
    robot.interact(() -> ((Button) window.shell().lookup(selector)).fire());
  }

  @Test
  void flaggedConversationsAreShownInTheTable(FxRobot robot) throws Exception {
    connect(CheckedProject.KEY);
    open("Good day", "[hate/threatening]", "Bye");
    Snapshots.settle(() -> isThere("#content-check-start"));
    assertThat(text("#content-check-to")).startsWith("The texts go to " + server.address() + ".");
    assertThat(server.calls).as("nothing is sent unasked").isEmpty();
    fire(robot, "#content-check-start");
    Snapshots.settle(() -> isThere("#check-show-flagged_hate_threatening"));
    assertThat(Snapshots.onScreen(() -> text("#content-check-result")))
        .isEqualTo(
            "All 3 conversations are looked at, 1 flagged. What is flagged stands above, by kind.");
    assertThat(isThere("#content-check-start")).as("there is nothing left to look at").isFalse();
    assertThat(Snapshots.onScreen(() -> Unnamed.in(window.shell()))).isEmpty();
    fire(robot, "#check-show-flagged_hate_threatening");
    Snapshots.settle(
        () ->
            window.shell().lookup("#conversations") instanceof TableView<?> table
                && table.getItems().size() == 1);
    assertThat(window.shell().room()).contains("data");
  }

  @Test
  void anEditTakesTheFlagAwayAndUndoBringsItBack(FxRobot robot) throws Exception {
    connect(CheckedProject.KEY);
    open("Good day", "[hate]");
    Snapshots.settle(() -> isThere("#content-check-start"));
    fire(robot, "#content-check-start");
    Snapshots.settle(() -> isThere("#check-show-flagged_hate"));
    window.session().replace(Map.of(2L, CheckedProject.talk("Hello")));
    Snapshots.settle(() -> !isThere("#check-show-flagged_hate") && isThere("#content-check-start"));
    assertThat(Snapshots.onScreen(() -> text("#content-check-result")))
        .isEqualTo("1 of 2 conversations are looked at, none flagged.");
    window.session().undo();
    Snapshots.settle(() -> isThere("#check-show-flagged_hate"));
    assertThat(server.calls).hasSize(1);
  }

  @Test
  void aLookCanBeStopped(FxRobot robot) throws Exception {
    server.faults = _ -> Fault.OVERLOADED_503;
    connect(CheckedProject.KEY);
    open("Good day");
    Snapshots.settle(() -> isThere("#content-check-start"));
    fire(robot, "#content-check-start");
    Snapshots.settle(
        () -> text("#content-check-counted").equals("0 of 1 looked at. It goes on in 4 s."));
    assertThat(Snapshots.onScreen(() -> CutTexts.in(window.shell()))).isEmpty();
    Snapshots.write(
        "check-content-resting", Theme.LIGHT, Locale.ENGLISH, window.shell().getScene());
    long begin = System.nanoTime();
    fire(robot, "#content-check-stop");
    Snapshots.settle(() -> isThere("#content-check-start"));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    assertThat(isThere(".fault-notice")).isFalse();
  }

  @Test
  void aRefusedKeyIsSaidInPlaceAndLeadsToTheSettings(FxRobot robot) throws Exception {
    connect(CheckedProject.KEY + "x");
    open("Good day");
    Snapshots.settle(() -> isThere("#content-check-start"));
    fire(robot, "#content-check-start");
    Snapshots.settle(() -> isThere("#content-check .fault-notice"));
    assertThat(Snapshots.onScreen(() -> text("#content-check .fault-sentence")))
        .startsWith("Ours does not accept the key");
    fire(robot, "#content-check-settings");
    assertThat(window.shell().room()).contains("settings");
  }

  @Test
  void withoutAConnectionTheWayLeadsToANewOne(FxRobot robot) throws Exception {
    open("Good day");
    Snapshots.settle(() -> isThere("#content-check-connect"));
    fire(robot, "#content-check-connect");
    Snapshots.settle(() -> isThere("#connection-form"));
    assertThat(window.shell().room()).contains("settings");
  }
}
