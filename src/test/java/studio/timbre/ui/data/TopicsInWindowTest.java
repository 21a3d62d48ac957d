package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
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
import studio.timbre.app.TopicStanding.State;
import studio.timbre.model.Progress;
import studio.timbre.model.topics.Topic;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.shell.Window;

/** Topics in the overview: seen, chosen, named, found anew. */
@ExtendWith(ApplicationExtension.class)
class TopicsInWindowTest {
  private static final String FIRST = "Water, kettle, coffee";

  @TempDir Path folder;
  private Window window;
  private long first;

  @Start
  void start(Stage shown) {
    window = new Window(folder.resolve("home"));
    window.show(shown);
  }

  @BeforeEach
  void openSample() throws Exception {
    Path file;
    try (var session = window.timbre().openSample()) {
      file = session.file();
      session.topics().finish(false, Progress.NONE);
      var topic = session.topics().list().getFirst();
      first = topic.id();
      session.topics().rename(first, FIRST);
    }
    onScreen(() -> window.model().open(file));
    settle(() -> window.model().project().get().isPresent());
    settle(() -> table().getItems().size() == 272);
  }

  @AfterEach
  void closeWindow() throws Exception {
    onScreen(() -> window.close());
  }

  private ProjectSession session() {
    return window.model().project().get().orElseThrow().session();
  }

  @Test
  void aTopicIsChosenAndNamedByKeysAndTheNameStandsEverywhere(FxRobot robot) throws Exception {
    open();
    settle(() -> !rows().isEmpty());
    var shown = Snapshots.onScreen(this::names);
    assertThat(shown).contains(FIRST).doesNotHaveDuplicates();
    onScreen(() -> row(FIRST).fire());
    settle(() -> table().getItems().size() == count(FIRST));
    settle(() -> chips().contains(FIRST));
    onScreen(() -> Keyboard.give(row(FIRST)));
    robot.type(KeyCode.F2);
    settle(() -> name() != null && name().isFocused());
    settle(this::isNameInSight);
    onScreen(() -> name().setText(otherName()));
    robot.type(KeyCode.ENTER);
    settle(() -> taken().isVisible());
    onScreen(() -> name().setText("Brewing at home"));
    robot.type(KeyCode.ENTER);
    settle(() -> names().contains("Brewing at home") && !name().getParent().isVisible());
    settle(() -> chips().contains("Brewing at home"));
    assertThat(session().topics().find("Brewing at home").orElseThrow().id()).isEqualTo(first);
  }

  @Test
  void escapeLeavesANameAsItWas(FxRobot robot) throws Exception {
    open();
    settle(() -> !rows().isEmpty());
    onScreen(() -> Keyboard.give(row(FIRST)));
    robot.type(KeyCode.F2);
    settle(() -> name().isFocused());
    onScreen(() -> name().setText("Anything"));
    robot.type(KeyCode.ESCAPE);
    settle(() -> !name().getParent().isVisible());
    settle(() -> row(FIRST).isFocused());
    assertThat(session().topics().find("Anything")).isEmpty();
  }

  @Test
  void twoTopicsArePutTogetherByKeysAndTheNoticeTakesItBack(FxRobot robot) throws Exception {
    open();
    settle(() -> !rows().isEmpty());
    int bars = rows().size();
    String other = otherName();
    int both = count(FIRST) + count(other);
    onScreen(() -> Keyboard.give(row(other)));
    robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
    settle(() -> row(other).getContextMenu().isShowing());
    assertThat(offered(other)).containsExactly("Rename topic", "Put together with…");
    onScreen(() -> row(other).getContextMenu().getItems().get(1).fire());
    onScreen(() -> row(other).getContextMenu().hide());
    settle(() -> lookup("#topic-other") != null && lookup("#topic-other").isFocused());
    onScreen(
        () -> {
          @SuppressWarnings("unchecked")
          var box = (ComboBox<Topic>) lookup("#topic-other");
          box.setValue(
              box.getItems().stream()
                  .filter(topic -> topic.name().equals(FIRST))
                  .findFirst()
                  .orElseThrow());
        });
    robot.type(KeyCode.ENTER);
    settle(() -> rows().size() == bars - 1 && count(FIRST) == both);
    assertThat(names()).doesNotContain(other);
    settle(() -> row(FIRST).isFocused());
    onScreen(() -> row(FIRST).fire());
    settle(() -> table().getItems().size() == both);
    settle(
        () -> {
          row(FIRST).getContextMenu().show(window.shell().getScene().getWindow());
          row(FIRST).getContextMenu().hide();
          return offered(FIRST).contains("Take apart again");
        });
    settle(() -> robot.lookup("Undo").tryQuery().isPresent());
    onScreen(() -> robot.lookup("Undo").queryButton().fire());
    settle(() -> rows().size() == bars && names().contains(other));
  }

  private List<String> offered(String name) {
    return row(name).getContextMenu().getItems().stream()
        .filter(MenuItem::isVisible)
        .map(MenuItem::getText)
        .toList();
  }

  @Test
  void topicsAreFoundAnewOnRequestAndTheNameStays() throws Exception {
    open();
    settle(() -> !rows().isEmpty());
    long before = session().facets().topicNames().size();
    onScreen(() -> ((Button) lookup("#topics-anew")).fire());
    settle(() -> session().topics().standing().state() == State.DONE);
    settle(() -> names().contains(FIRST));
    assertThat(session().facets().topicNames()).hasSize((int) before);
  }

  @Test
  void itIsReadableInEveryLanguage() throws Exception {
    Snapshots.take("data-topics", texts -> window.build(texts), this::isOpenAndCounted);
  }

  private boolean isOpenAndCounted() {
    if (lookup("#side-overview") instanceof ToggleButton tab && !tab.isSelected()) {
      tab.fire();
    }
    if (rows().isEmpty()) {
      window.shell().applyCss();
      window.shell().layout();
      return false;
    }
    ((ScrollPane) lookup("#overview")).setVvalue(1);
    return true;
  }

  private void open() throws Exception {
    onScreen(() -> ((ToggleButton) lookup("#side-overview")).fire());
  }

  private Node lookup(String selector) {
    return window.shell().lookup(selector);
  }

  private List<ToggleButton> rows() {
    return window.shell().lookupAll("#overview-topic .bar-row").stream()
        .map(ToggleButton.class::cast)
        .toList();
  }

  private static String nameOf(ToggleButton row) {
    return row.getAccessibleText().replaceAll(", [\\d.,]+$", "");
  }

  private List<String> names() {
    return rows().stream().map(TopicsInWindowTest::nameOf).toList();
  }

  private ToggleButton row(String name) {
    return rows().stream().filter(row -> nameOf(row).equals(name)).findFirst().orElseThrow();
  }

  private int count(String name) {
    return Integer.parseInt(row(name).getAccessibleText().replaceAll(".*, ", ""));
  }

  private String otherName() {
    return names().stream().filter(name -> !name.equals(FIRST)).findFirst().orElseThrow();
  }

  private String chips() {
    return String.join(
        " ",
        window.shell().lookupAll(".filter-chips .chip").stream()
            .map(TopicsInWindowTest::text)
            .toList());
  }

  private static String text(Node node) {
    return node instanceof javafx.scene.control.Labeled labeled ? labeled.getText() : "";
  }

  private TextField name() {
    return (TextField) lookup("#topic-name");
  }

  private boolean isNameInSight() {
    var pane = (ScrollPane) lookup("#overview");
    var seen = pane.localToScene(pane.getBoundsInLocal());
    return seen.contains(name().localToScene(name().getBoundsInLocal()));
  }

  private Label taken() {
    return (Label) name().getParent().lookup(".number-wrong");
  }

  private TableView<?> table() {
    return (TableView<?>) lookup("#conversations");
  }

  private static void settle(Callable<Boolean> condition) throws Exception {
    Snapshots.settle(condition);
  }

  private static void onScreen(Runnable action) throws Exception {
    Snapshots.onScreen(
        () -> {
          action.run();
          return true;
        });
  }
}
