package studio.timbre.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
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
import studio.timbre.TinyModel;
import studio.timbre.app.Preferences;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.Unnamed;

/** Every room, walked through with the keyboard alone. */
@ExtendWith(ApplicationExtension.class)
class KeyboardTest {
  private static final int MOST_STOPS = 120;
  private static final PseudoClass FOCUS_VISIBLE = PseudoClass.getPseudoClass("focus-visible");

  @TempDir Path folder;
  private Window window;

  @Start
  void start(Stage stage) {
    window = new Window(folder.resolve("home"));
    window.show(stage);
  }

  @BeforeEach
  void openProject() throws Exception {
    window.timbre().models().add(TinyModel.in(folder.resolve("tiny")).path());
    window.openSample();
    Snapshots.settle(() -> window.shell().lookup(".bubble") != null);
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
  void theTabKeyComesToEveryControlOfEveryRoomAndLeavesItAgain(FxRobot robot) throws Exception {
    for (var room : Rooms.ALL) {
      Snapshots.onScreen(
          () -> {
            window.shell().go(room.name());
            return true;
          });
      Thread.sleep(500);
      var stops = walk(robot);
      var missed = new ArrayList<>(Snapshots.onScreen(this::wanted));
      missed.removeAll(stops);
      missed.removeIf(node -> isInGroupOf(node, stops));
      assertThat(missed).as("not reached in %s", room.name()).isEmpty();
    }
  }

  @Test
  void whereTheKeyboardIsCanBeSeen(FxRobot robot) throws Exception {
    var unseen = new ArrayList<Node>();
    for (var room : List.of("data", "check", "cost")) {
      robot.interact(() -> window.shell().go(room));
      Snapshots.settle(() -> window.shell().room().equals(Optional.of(room)));
      // From a place that stays: where the room before had the keyboard, it is given away anew.
      robot.interact(() -> window.shell().lookup("#room-" + room).requestFocus());
      var seen = new HashSet<Node>();
      robot.type(KeyCode.TAB);
      for (var at = owner(); seen.add(at) && seen.size() < MOST_STOPS; at = owner()) {
        var with = pixels(at);
        if (at instanceof TableView<?>) {
          robot.press(KeyCode.CONTROL).type(KeyCode.TAB).release(KeyCode.CONTROL);
        } else {
          robot.type(KeyCode.TAB);
        }
        if (Arrays.equals(with, pixels(at))) {
          unseen.add(at);
        }
      }
    }
    assertThat(unseen).isEmpty();
  }

  /** How a node and what is close around it look. */
  private int[] pixels(Node node) throws Exception {
    return Snapshots.onScreen(
        () -> {
          var bounds = node.localToScene(node.getLayoutBounds());
          int width = (int) bounds.getWidth() + 8;
          int height = (int) bounds.getHeight() + 8;
          var how = new SnapshotParameters();
          how.setViewport(
              new Rectangle2D(
                  Math.floor(bounds.getMinX()) - 4,
                  Math.floor(bounds.getMinY()) - 4,
                  width,
                  height));
          var image = window.shell().snapshot(how, null);
          var read = new int[width * height];
          image
              .getPixelReader()
              .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), read, 0, width);
          return read;
        });
  }

  @Test
  void enterInThePriceTakesTheNumberAndOpensNoSecondOne(FxRobot robot) throws Exception {
    Snapshots.settle(() -> window.shell().lookup("#status-price").isVisible());
    robot.interact(() -> window.shell().lookup("#status-price").requestFocus());
    int windows = robot.listWindows().size();
    robot.type(KeyCode.SPACE);
    Snapshots.settle(() -> robot.listWindows().size() == windows + 1);
    var rule = robot.lookup(".price-pane .toggle-button").queryAs(ToggleButton.class);
    robot.interact(rule::fire);
    var spinner = robot.lookup(".price-pane .spinner").<Spinner<Integer>>query();
    enter(robot, spinner, "abc");
    assertThat(spinner.getEditor().getText()).isEqualTo(String.valueOf(spinner.getValue()));
    enter(robot, spinner, "7");
    assertThat(robot.listWindows()).hasSize(windows + 1);
    Snapshots.settle(() -> window.session().chosenEpochs().equals(java.util.OptionalInt.of(7)));
    enter(robot, spinner, "500");
    assertThat(spinner.getEditor().getText()).isEqualTo("50");
  }

  private static void enter(FxRobot robot, Spinner<Integer> spinner, String text) {
    robot.interact(
        () -> {
          spinner.getEditor().requestFocus();
          spinner.getEditor().setText(text);
        });
    robot.type(KeyCode.ENTER);
  }

  @Test
  void enterOpensTheSampleFromTheWelcome(FxRobot robot) throws Exception {
    robot.interact(() -> window.model().closeProject());
    assertThat(window.shell().room()).isEmpty();
    robot.type(KeyCode.ENTER);
    Snapshots.settle(() -> window.model().project().get().isPresent());
    assertThat(window.shell().room()).contains("data");
  }

  /** As by the button of a finished run: that button is gone with its room, and the next key must not open a menu. */
  @Test
  void theKeyboardComesAlongFromARoomToTheNext(FxRobot robot) throws Exception {
    robot.interact(() -> window.shell().go("train"));
    Snapshots.settle(() -> robot.lookup("#preset-gentle").tryQuery().isPresent());
    robot.interact(() -> robot.lookup("#preset-gentle").query().requestFocus());
    robot.interact(() -> window.shell().go("hear"));
    Snapshots.settle(() -> robot.lookup("#hear-prompt").query().isFocused());
    robot.interact(() -> window.shell().go("settings"));
    var room = window.shell().lookup(".settings-screen");
    assertThat(room.lookupAll("*")).contains(window.shell().getScene().getFocusOwner());
  }

  @Test
  void theArrowKeysChooseALookAtOnce(FxRobot robot) throws Exception {
    robot.press(KeyCode.SHORTCUT).type(KeyCode.DIGIT7).release(KeyCode.SHORTCUT);
    robot.interact(() -> robot.lookup("#theme-SYSTEM").query().requestFocus());
    robot.type(KeyCode.RIGHT);
    assertThat(window.timbre().preferences().theme()).isEqualTo(Preferences.Theme.LIGHT);
    robot.type(KeyCode.RIGHT);
    assertThat(window.timbre().preferences().theme()).isEqualTo(Preferences.Theme.DARK);
    robot.type(KeyCode.SPACE);
    assertThat(robot.lookup("#theme-DARK").queryAs(ToggleButton.class).isSelected()).isTrue();
  }

  @Test
  void escapeClosesWhatCameUp(FxRobot robot) throws Exception {
    robot.press(KeyCode.SHORTCUT).type(KeyCode.K).release(KeyCode.SHORTCUT);
    assertThat(window.shell().lookup(".palette").getParent().isVisible()).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(window.shell().lookup(".palette").getParent().isVisible()).isFalse();
    Snapshots.settle(() -> window.shell().lookup("#status-price").isVisible());
    robot.interact(() -> window.shell().lookup("#status-price").requestFocus());
    int windows = robot.listWindows().size();
    robot.type(KeyCode.SPACE);
    Snapshots.settle(() -> robot.listWindows().size() == windows + 1);
    robot.type(KeyCode.ESCAPE);
    Snapshots.settle(() -> robot.listWindows().size() == windows);
    robot.press(KeyCode.SHORTCUT).type(KeyCode.K).release(KeyCode.SHORTCUT);
    robot.write("export");
    robot.type(KeyCode.ENTER);
    assertThat(robot.lookup("#data-export-TRAINING").query().isFocused()).isTrue();
    robot.type(KeyCode.ESCAPE);
    assertThat(robot.lookup("#data-export-TRAINING").tryQuery()).isEmpty();
  }

  /** Presses Tab until nothing new has the focus any more. */
  private Set<Node> walk(FxRobot robot) throws Exception {
    var stops = new HashSet<Node>();
    int nothingNew = 0;
    for (int press = 0; press < MOST_STOPS && nothingNew < 3; press++) {
      var before = owner();
      // In the table Tab goes from cell to cell, as in a spreadsheet; with Control it goes on.
      if (before instanceof TableView<?>) {
        robot.press(KeyCode.CONTROL).type(KeyCode.TAB).release(KeyCode.CONTROL);
      } else {
        robot.type(KeyCode.TAB);
      }
      var now = owner();
      assertThat(now).as("the keyboard is caught in %s", before).isNotSameAs(before);
      assertThat(now.getPseudoClassStates()).as("seen at %s", now).contains(FOCUS_VISIBLE);
      nothingNew = stops.add(now) ? 0 : nothingNew + 1;
    }
    return stops;
  }

  /** Tab comes to one of a group, the arrow keys to the others. */
  private static boolean isInGroupOf(Node node, Set<Node> stops) {
    return node instanceof Toggle toggle
        && toggle.getToggleGroup() != null
        && toggle.getToggleGroup().getToggles().stream().anyMatch(stops::contains);
  }

  private Node owner() throws Exception {
    return Snapshots.onScreen(() -> window.shell().getScene().getFocusOwner());
  }

  private List<Node> wanted() {
    return Unnamed.focusable(window.shell()).stream()
        .filter(node -> !(node instanceof ScrollPane) && !(node instanceof SplitPane))
        .toList();
  }
}
