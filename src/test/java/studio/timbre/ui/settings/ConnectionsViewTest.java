package studio.timbre.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.timbre.app.KeySource;
import studio.timbre.app.ModelsServer;
import studio.timbre.model.Connection;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.Unnamed;
import studio.timbre.ui.shell.Window;

/** Settings, Connections in the real window, over a provider on this computer and a file for keys. */
@ExtendWith(ApplicationExtension.class)
class ConnectionsViewTest {
  private static final String CANARY = "sk-canary-7f3a9b";
  private static final String PASSPHRASE = "four harbour gulls at dawn";

  @TempDir Path folder;
  private ModelsServer server;
  private Window window;

  @Start
  void start(Stage stage) throws Exception {
    server = new ModelsServer();
    server.body = "{\"data\":[{\"id\":\"a\"},{\"id\":\"b\",\"shutdown_date\":\"2027-01-14\"}]}";
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
  }

  @Test
  void aConnectionIsTestedAddedAndItsKeyNeverShownAgain(FxRobot robot) throws Exception {
    openForm(robot);
    fill(robot);
    robot.interact(() -> button(robot, "#connection-form-test").fire());
    Snapshots.settle(() -> words().contains("The key works and may see 2 models."));
    assertThat(said()).contains("The next to end is b, on Jan 14, 2027.");
    assertThat(server.calls)
        .containsExactly(
            "GET /v1/models Bearer " + CANARY + " null",
            "GET /v1/fine_tuning/model_limits Bearer " + CANARY + " null");
    assertThat(window.timbre().connections().list()).as("a test saves nothing").isEmpty();
    robot.interact(() -> button(robot, "#connection-save").fire());
    Snapshots.settle(() -> robot.lookup(".connection-card").tryQuery().isPresent());
    var added = window.timbre().connections().list().getFirst();
    assertThat(window.timbre().connections().keySource(added)).isEqualTo(new KeySource.InFile());
    assertThat(window.timbre().connections().keyOf(added).reveal()).isEqualTo(CANARY);
    assertThat(said()).contains("Key in Timbre's locked file", server.address());
    robot.interact(() -> button(robot, "#connection-change").fire());
    assertThat(texts()).noneMatch(text -> text.contains("canary"));
    assertThat(said()).contains("The key is kept and is not shown again.");
    noFileHoldsTheKey();
  }

  @Test
  void aTestCanBeStoppedAndALateAnswerIsDropped(FxRobot robot) throws Exception {
    server.slowMillis = 1_500;
    openForm(robot);
    fill(robot);
    robot.interact(() -> button(robot, "#connection-form-test").fire());
    Snapshots.settle(() -> words().contains("Asking 127.0.0.1 for its models"));
    robot.interact(() -> button(robot, "#connection-test-cancel").fire());
    assertThat(button(robot, "#connection-form-test").isDisabled()).isFalse();
    Thread.sleep(1_800);
    assertThat(said()).doesNotContain("The key works");
  }

  @Test
  void aWrongAddressOffersTheRightOneBeforeAnyCall(FxRobot robot) throws Exception {
    openForm(robot);
    robot.interact(
        () -> {
          input(robot, "#connection-address").setText("https://api.openai.com");
          input(robot, "#connection-key").setText(CANARY);
          button(robot, "#connection-form-test").fire();
        });
    assertThat(said()).contains("The end of the address is missing.");
    robot.interact(() -> button(robot, "#connection-suggestion").fire());
    assertThat(input(robot, "#connection-address").getText())
        .isEqualTo("https://api.openai.com/v1");
    assertThat(button(robot, "#connection-suggestion").isVisible()).isFalse();
    assertThat(server.calls).isEmpty();
  }

  @Test
  void twoDifferentPassphrasesSaveNothing(FxRobot robot) throws Exception {
    openForm(robot);
    fill(robot);
    robot.interact(
        () -> {
          input(robot, "#connection-passphrase-again").setText("something else entirely");
          button(robot, "#connection-save").fire();
        });
    assertThat(said()).contains("The two passphrases are not the same.");
    assertThat(folder.resolve("home/keys.timbre-keys")).doesNotExist();
  }

  @Test
  void removingAsksInPlaceAndTakesTheKeyWithIt(FxRobot robot) throws Exception {
    add(robot);
    robot.interact(() -> button(robot, "#connection-remove").fire());
    assertThat(robot.lookup("#confirm-keep").query().isFocused()).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(window.timbre().connections().list()).hasSize(1);
    Connection there = window.timbre().connections().list().getFirst();
    robot.interact(() -> button(robot, "#connection-remove").fire());
    robot.interact(() -> button(robot, "#confirm-act").fire());
    Snapshots.settle(() -> robot.lookup(".connection-card").tryQuery().isEmpty());
    assertThat(window.timbre().connections().list()).isEmpty();
    assertThat(said()).contains("No provider is connected yet").doesNotContain(there.name());
  }

  @Test
  void leavingTheRoomForgetsWhatWasTyped(FxRobot robot) throws Exception {
    openForm(robot);
    fill(robot);
    robot.type(KeyCode.ESCAPE);
    assertThat(robot.lookup("#connection-form").tryQuery()).isEmpty();
    openForm(robot);
    assertThat(input(robot, "#connection-key").getText()).isEmpty();
  }

  @Test
  void theWholeFormIsReachedByTheTabKeyAndNamed(FxRobot robot) throws Exception {
    openForm(robot);
    var stops = new HashSet<Node>();
    for (int press = 0; press < 40; press++) {
      robot.type(KeyCode.TAB);
      stops.add(Snapshots.onScreen(() -> window.shell().getScene().getFocusOwner()));
    }
    var form = (javafx.scene.Parent) robot.lookup("#connection-form").query();
    var missed = new HashSet<>(Snapshots.onScreen(() -> Unnamed.focusable(form)));
    missed.removeIf(
        node -> node instanceof ScrollPane || stops.contains(node) || inGroup(node, stops));
    assertThat(missed).isEmpty();
    assertThat(Snapshots.onScreen(() -> Unnamed.in(window.shell()))).isEmpty();
    robot.interact(() -> robot.lookup("#provider-OPENAI").query().requestFocus());
    robot.type(KeyCode.DOWN);
    assertThat(input(robot, "#connection-name").getText()).startsWith("Azure");
    assertThat(input(robot, "#connection-address").getText()).isEmpty();
    assertThat(input(robot, "#connection-address").getPromptText()).contains("/openai/v1");
  }

  private static boolean inGroup(Node node, Set<Node> stops) {
    return node instanceof Toggle toggle
        && toggle.getToggleGroup() != null
        && toggle.getToggleGroup().getToggles().stream().anyMatch(stops::contains);
  }

  /** By the palette of commands, from the welcome. */
  private void openForm(FxRobot robot) throws Exception {
    robot.press(KeyCode.SHORTCUT).type(KeyCode.K).release(KeyCode.SHORTCUT);
    robot.write("add a connection");
    robot.type(KeyCode.ENTER);
    Snapshots.settle(() -> robot.lookup("#connection-form").tryQuery().isPresent());
    assertThat(robot.lookup("#provider-OPENAI").query().isFocused()).isTrue();
  }

  private void fill(FxRobot robot) {
    robot.interact(
        () -> {
          input(robot, "#connection-name").setText("Ours");
          input(robot, "#connection-address").setText(server.address());
          input(robot, "#connection-key").setText(CANARY);
          input(robot, "#connection-passphrase").setText(PASSPHRASE);
          input(robot, "#connection-passphrase-again").setText(PASSPHRASE);
        });
  }

  private void add(FxRobot robot) throws Exception {
    openForm(robot);
    fill(robot);
    robot.interact(() -> button(robot, "#connection-save").fire());
    Snapshots.settle(() -> robot.lookup(".connection-card").tryQuery().isPresent());
  }

  private static Button button(FxRobot robot, String id) {
    return robot.lookup(id).queryButton();
  }

  private static TextInputControl input(FxRobot robot, String id) {
    return robot.lookup(id).queryTextInputControl();
  }

  private String said() throws Exception {
    return Snapshots.onScreen(this::words);
  }

  /** What labels say; on the JavaFX thread. */
  private String words() {
    return String.join(
        "\n",
        window.shell().lookupAll(".label").stream()
            .filter(node -> node.isVisible() && node instanceof Label)
            .map(node -> ((Labeled) node).getText())
            .toList());
  }

  /** Every text on the screen, also of fields. */
  private Set<String> texts() throws Exception {
    return Snapshots.onScreen(
        () -> {
          var all = new HashSet<String>();
          for (var node : window.shell().lookupAll("*")) {
            if (node instanceof Labeled labeled && labeled.getText() != null) {
              all.add(labeled.getText());
            } else if (node instanceof TextInputControl input) {
              all.add(input.getText());
            }
          }
          return all;
        });
  }

  private void noFileHoldsTheKey() throws Exception {
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("canary");
      }
    }
  }
}
