package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Place;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.shell.Theme;

/** Rows that are as high as their texts need. */
class FittedRowsTest extends SheetScreen {
  private static final int ROWS = 400;
  private static final double ONE_LINE = 36;
  private static final String SENTENCE =
      "You can have it with oat milk, and nobody will look at you while you say so. ";

  /** Where a row stands in a part of the table. */
  private record Stand(double top, double height) {}

  @Start
  void start(Stage stage) {
    begin(stage);
  }

  @BeforeEach
  void openProject() throws Exception {
    var file = folder.resolve("voice.timbre");
    try (var session = window.timbre().create(file)) {
      session.write(
          "add",
          pen -> {
            for (int i = 1; i <= ROWS; i++) {
              pen.add(
                  Curated.draft(
                      Conversation.of(
                          Message.of(Role.USER, "Question " + i),
                          Message.of(Role.ASSISTANT, answer(i))),
                      Split.TRAINING),
                  Place.end());
            }
            return ROWS;
          });
    }
    size(1500, 800);
    open(file, ROWS, "Question 1");
    choose("sheet-view", "lines-fitted", "Fitted to the text");
    settle(() -> stand(2).height() > ONE_LINE);
  }

  /** Of none to three sentences; every fiftieth longer than any row may be. */
  private static String answer(int row) {
    return row % 50 == 0 ? SENTENCE.repeat(40) : "Well. " + SENTENCE.repeat(row % 4);
  }

  @Test
  void aRowIsAsHighAsItsLongestTextNeedsUpToTwelveLines() throws Exception {
    settle(() -> stands(table()).containsKey(3));
    var stands = Snapshots.onScreen(() -> stands(table()));
    // Rows count from 0: row 3 has no sentence, row 0 has one and row 2 three of them.
    assertThat(stands.get(3).height()).isEqualTo(ONE_LINE);
    assertThat(stands.get(2).height()).isGreaterThan(stands.get(0).height() + 20);
    shoot("fitted-rows");
    settle(() -> cutTexts().isEmpty());
    onScreen(() -> table().scrollTo(49));
    settle(() -> stands(table()).containsKey(49) && stand(49).height() > 150);
    assertThat(stand(49).height()).isLessThan(ONE_LINE + 12 * 20);
  }

  /** Rows, of at most twelve lines, of which an answer does not fit its cell. */
  private List<Integer> cutTexts() {
    return cells().stream()
        .filter(cell -> cell.column() == TableColumnKind.ANSWER && cell.getText().length() < 600)
        .filter(
            cell ->
                cell.lookup(".text") instanceof javafx.scene.text.Text shown
                    && !shown.getText().strip().equals(cell.getText().strip()))
        .map(ConversationCell::getIndex)
        .toList();
  }

  @Test
  void everyRowIsReachedByKeysWheelAndBarAndTheEndIsTheEnd(FxRobot robot) throws Exception {
    control(robot, KeyCode.END);
    eventually(() -> picked().contains("SPLIT " + (ROWS - 1)));
    settle(() -> isAtBottom(ROWS - 1));
    control(robot, KeyCode.HOME);
    eventually(() -> picked().contains("STATUS 0"));
    settle(() -> stand(0).top() == 0);
    int last = 0;
    for (int page = 0; page < 4; page++) {
      int before = last;
      robot.type(KeyCode.PAGE_DOWN);
      eventually(() -> activeRow() > before);
      last = activeRow();
      int row = last;
      settle(() -> isWhole(row));
      assertThat(last - before).isLessThan(25);
    }
    robot.type(KeyCode.PAGE_UP);
    int lowest = last;
    eventually(() -> activeRow() < lowest);
    int upper = activeRow();
    settle(() -> isWhole(upper));
    onScreen(() -> bar().setValue(0.5));
    settle(() -> stands(table()).containsKey(ROWS / 2));
    onScreen(() -> bar().setValue(1));
    settle(() -> isAtBottom(ROWS - 1));
    double before = Snapshots.onScreen(() -> stand(ROWS - 3).top());
    wheel(30);
    settle(() -> Math.abs(stand(ROWS - 3).top() - before - 30) < 1.5);
    onScreen(() -> bar().setValue(0));
    settle(() -> stand(0).top() == 0);
  }

  @Test
  void theFrozenPartStandsBesideItsRows(FxRobot robot) throws Exception {
    for (var kind : List.of("SYSTEM", "RATING", "TAGS", "ASSIGNEE", "NOTE")) {
      onScreen(() -> fireShow(kind));
    }
    choose("sheet-view", "frozen-1", "The first column");
    settle(() -> frozen().isVisible() && stands(frozen()).equals(stands(table())));
    control(robot, KeyCode.END);
    settle(() -> isAtBottom(ROWS - 1) && stands(frozen()).equals(stands(table())));
    onScreen(() -> bar().setValue(0.37));
    settle(() -> !isAtBottom(ROWS - 1) && stands(frozen()).equals(stands(table())));
    wheel(-40);
    settle(() -> stands(frozen()).equals(stands(table())));
    shoot("fitted-frozen");
  }

  @Test
  void aTextThatGrowsPushesTheRowsBelowAndLeavesThoseAbove(FxRobot robot) throws Exception {
    onScreen(() -> table().scrollTo(120));
    settle(() -> stands(table()).containsKey(125));
    robot.clickOn(cell("QUESTION", 123));
    var before = Snapshots.onScreen(() -> stands(table()));
    onScreen(
        () ->
            session()
                .write(
                    "cell",
                    pen -> {
                      long id = table().getItems().get(123);
                      pen.put(
                          id,
                          Curated.draft(
                              Conversation.of(
                                  Message.of(Role.USER, "Long. " + SENTENCE.repeat(5)),
                                  Message.of(Role.ASSISTANT, "Short.")),
                              Split.TRAINING));
                      return id;
                    }));
    settle(() -> stand(123).height() > before.get(123).height() + 20);
    var after = Snapshots.onScreen(() -> stands(table()));
    assertThat(after.get(121)).isEqualTo(before.get(121));
    assertThat(after.get(123).top()).isEqualTo(before.get(123).top());
    assertThat(after.get(124).top()).isGreaterThan(before.get(124).top());
  }

  @Test
  void fewRowsThatNeedMoreThanTheWindowAreScrolled() throws Exception {
    onScreen(
        () -> {
          var ids = table().getItems().stream().skip(8).mapToLong(Long::longValue).toArray();
          session().delete(ids);
        });
    settle(() -> table().getItems().size() == 8);
    settle(() -> stands(table()).containsKey(0));
    scrolled(1, () -> bar().isVisible() ? isAtBottom(7) : stand(0).top() == 0);
    size(1500, 520);
    settle(() -> bar().isVisible());
    scrolled(1, () -> isAtBottom(7));
    scrolled(0, () -> stand(0).top() == 0);
  }

  /** Rows that arrive meanwhile have other heights than were guessed: whoever scrolls does so once more. */
  private void scrolled(double value, Callable<Boolean> there) throws Exception {
    settle(
        () -> {
          bar().setValue(value);
          return there.call();
        });
  }

  @Test
  void itIsRememberedAndGivenUpAgain() throws Exception {
    settle(() -> session().setting(TableLayout.SETTING).orElse("").contains("lines=0"));
    var file = session().file();
    onScreen(() -> window.model().closeProject());
    open(file, ROWS, "Question 1");
    settle(() -> stand(2).height() > ONE_LINE);
    choose("sheet-view", "lines-1", "1 line");
    settle(() -> stands(table()).values().stream().allMatch(one -> one.height() == ONE_LINE));
    onScreen(() -> bar().setValue(1));
    settle(() -> isAtBottom(ROWS - 1));
  }

  private void size(double width, double height) throws Exception {
    onScreen(
        () -> {
          window.shell().getScene().getWindow().setWidth(width);
          window.shell().getScene().getWindow().setHeight(height);
        });
  }

  private void shoot(String name) throws Exception {
    for (var theme : Theme.values()) {
      onScreen(() -> theme.apply(window.shell().getScene()));
      Snapshots.write(name, theme, Locale.ENGLISH, window.shell().getScene());
    }
  }

  private int activeRow() throws Exception {
    return Snapshots.onScreen(() -> table().getFocusModel().getFocusedCell().getRow());
  }

  private boolean isWhole(int row) {
    var stand = stand(row);
    return stand.top() >= 0 && stand.top() + stand.height() <= window(table());
  }

  private boolean isAtBottom(int row) {
    var stand = stand(row);
    return Math.abs(stand.top() + stand.height() - window(table())) <= 1;
  }

  /** Height of what shows the rows. */
  private static double window(TableView<?> part) {
    return part.lookup(".clipped-container").getLayoutBounds().getHeight();
  }

  private ScrollBar bar() {
    return table().lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == javafx.geometry.Orientation.VERTICAL)
        .findFirst()
        .orElseThrow();
  }

  private void wheel(double pixels) throws Exception {
    onScreen(
        () -> {
          var target = table().lookup(".virtual-flow");
          var at = target.localToScene(100, 100);
          target.fireEvent(
              new ScrollEvent(
                  ScrollEvent.SCROLL,
                  at.getX(),
                  at.getY(),
                  at.getX(),
                  at.getY(),
                  false,
                  false,
                  false,
                  false,
                  false,
                  false,
                  0,
                  pixels,
                  0,
                  pixels,
                  ScrollEvent.HorizontalTextScrollUnits.NONE,
                  0,
                  ScrollEvent.VerticalTextScrollUnits.NONE,
                  0,
                  0,
                  null));
        });
  }

  /** Where a row stands; far above the window where nothing of it is seen. */
  private Stand stand(int row) {
    return stands(table()).getOrDefault(row, new Stand(-10_000, 0));
  }

  /** Rows of which anything is seen, from the upper edge of what shows them. */
  private static Map<Integer, Stand> stands(TableView<?> part) {
    var stands = new TreeMap<Integer, Stand>();
    var shown = part.lookup(".clipped-container");
    if (shown == null) {
      return stands;
    }
    for (var node : part.lookupAll(".table-row-cell")) {
      if (node instanceof SheetRow row && !row.isEmpty() && row.isVisible()) {
        double top = shown.sceneToLocal(row.localToScene(0, 0)).getY();
        if (top + row.getHeight() > 0 && top < window(part)) {
          stands.put(row.getIndex(), new Stand(Math.round(top), row.getHeight()));
        }
      }
    }
    return stands;
  }
}
