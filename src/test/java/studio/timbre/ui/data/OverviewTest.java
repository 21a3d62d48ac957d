package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Place;
import studio.timbre.model.Review;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.control.Histogram;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.shell.Window;

/** Seeing how conversations spread, and finding by it. */
@ExtendWith(ApplicationExtension.class)
class OverviewTest {
  private static final String[] ENGLISH = {
    "Where is my order, please?", "It left the warehouse on Monday and will be with you soon."
  };
  private static final String[] PORTUGUESE = {
    "Onde está o meu pedido, por favor?", "Ele saiu do depósito na segunda-feira e chega logo."
  };

  @TempDir Path folder;
  private Window window;

  @Start
  void start(Stage shown) {
    window = new Window(folder.resolve("home"));
    window.show(shown);
  }

  @BeforeEach
  void openProject() throws Exception {
    var file = folder.resolve("voice.timbre");
    try (var session = window.timbre().create(file)) {
      session.write(
          "import",
          pen -> {
            long last = 0;
            for (int i = 0; i < 40; i++) {
              var words = i % 4 == 0 ? PORTUGUESE : ENGLISH;
              var messages = new java.util.ArrayList<Message>();
              for (int turn = 0; turn <= i % 3 * (i % 2); turn++) {
                messages.add(Message.of(Role.USER, words[0]));
                messages.add(Message.of(Role.ASSISTANT, (words[1] + " ").repeat(1 + i / 4)));
              }
              var talk = Conversation.of(messages.toArray(Message[]::new));
              last =
                  pen.add(
                      new Curated(Status.DRAFT, Split.TRAINING, talk, Review.NONE), Place.end());
            }
            return last;
          });
    }
    onScreen(() -> window.model().open(file));
    settle(() -> window.model().project().get().isPresent());
    settle(() -> table().getItems().size() == 40);
  }

  @AfterEach
  void closeWindow() throws Exception {
    onScreen(() -> window.close());
  }

  @Test
  void barsAreChosenByKeysAndShownAloneUntilTheyAreChosenAgain(FxRobot robot) throws Exception {
    open();
    settle(() -> isShown("turns"));
    onScreen(() -> Keyboard.give(histogram("turns")));
    robot.type(KeyCode.END);
    robot.type(KeyCode.ENTER);
    settle(() -> table().getItems().size() == 6);
    assertThat(summary("turns")).isEqualTo("From 1 to 3, at least half of them 1");
    robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
    robot.type(KeyCode.ENTER);
    settle(() -> table().getItems().size() == 13);
    // The same once more shows all again.
    robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
    robot.type(KeyCode.HOME);
    robot.type(KeyCode.ENTER);
    settle(() -> table().getItems().size() == 27);
    robot.type(KeyCode.ENTER);
    settle(() -> table().getItems().size() == 40);
  }

  @Test
  void escapeShowsAllAgainAndWhatIsChosenStaysReadable(FxRobot robot) throws Exception {
    open();
    settle(() -> isShown("turns") && languages().length() > 0);
    onScreen(() -> Keyboard.give(histogram("turns")));
    robot.type(KeyCode.END);
    robot.type(KeyCode.ENTER);
    settle(() -> table().getItems().size() == 6);
    robot.type(KeyCode.ESCAPE);
    settle(() -> table().getItems().size() == 40);
    onScreen(() -> Keyboard.give(row(1)));
    robot.type(KeyCode.ENTER);
    settle(() -> table().getItems().size() == 10);
    assertThat(row(1).isFocused() && row(1).isSelected()).isTrue();
    assertThat(row(1).getBackground().getFills())
        .as("the bar alone is filled, behind words in the colour of words")
        .allMatch(fill -> fill.getFill().equals(Color.TRANSPARENT));
    robot.type(KeyCode.ESCAPE);
    settle(() -> table().getItems().size() == 40);
    assertThat(row(1).isFocused()).isTrue();
  }

  @Test
  void barsAreChosenByTheMouseAndTheOthersAreCountedUnderThem(FxRobot robot) throws Exception {
    open();
    settle(() -> isShown("turns") && languages().length() > 0);
    assertThat(languages()).isEqualTo("English 30, Portuguese 10");
    robot.clickOn(bars("turns")[0]);
    settle(() -> table().getItems().size() == 27);
    settle(() -> languages().equals("English 17, Portuguese 10"));
    // It may lie below the edge of a low window.
    onScreen(() -> row(1).fire());
    settle(() -> table().getItems().size() == 10);
    assertThat(languages()).isEqualTo("English 17, Portuguese 10");
    onScreen(() -> all("turns").fire());
    onScreen(() -> all("language").fire());
    settle(() -> table().getItems().size() == 40);
    settle(() -> bars("turns").length == 3);
    robot.drag(bars("turns")[1]).dropTo(bars("turns")[2]);
    settle(() -> table().getItems().size() == 13);
  }

  @Test
  void itIsReadableInEveryLanguage() throws Exception {
    Snapshots.take("data-overview", texts -> window.build(texts), this::isOpenAndCounted);
  }

  /** What lies in a split pane is there once it was laid out. */
  private boolean isOpenAndCounted() {
    if (window.shell().lookup("#side-overview") instanceof ToggleButton tab && !tab.isSelected()) {
      tab.fire();
      window.shell().applyCss();
      window.shell().layout();
    }
    var side = window.shell().lookup("#overview-tokens .histogram");
    return side != null && side.isVisible() && !languages().isEmpty();
  }

  private void open() throws Exception {
    onScreen(() -> ((ToggleButton) window.shell().lookup("#side-overview")).fire());
  }

  private Histogram histogram(String side) {
    return (Histogram) window.shell().lookup("#overview-" + side + " .histogram");
  }

  /** What lies in a scroll pane is there once it was laid out. */
  private boolean isShown(String side) {
    return histogram(side) != null && histogram(side).isVisible();
  }

  private Node[] bars(String side) {
    return histogram(side).lookupAll(".histogram-room").toArray(Node[]::new);
  }

  private String summary(String side) {
    return ((Label) window.shell().lookup("#overview-" + side + " > .label")).getText();
  }

  private Button all(String side) {
    return (Button) window.shell().lookup("#overview-" + side + " .overview-head .button");
  }

  private String languages() {
    return window.shell().lookupAll("#overview-language .bar-row").stream()
        .map(row -> row.getAccessibleText().replace(",", ""))
        .collect(Collectors.joining(", "));
  }

  private ToggleButton row(int index) {
    return window
        .shell()
        .lookupAll("#overview-language .bar-row")
        .toArray(ToggleButton[]::new)[index];
  }

  private TableView<?> table() {
    return (TableView<?>) window.shell().lookup("#conversations");
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
