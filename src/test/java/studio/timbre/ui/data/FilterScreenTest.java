package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import studio.timbre.ui.CutTexts;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.Unnamed;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.shell.Theme;
import studio.timbre.ui.shell.Window;

/** Finding by filters and saved views, as a person does it. */
@ExtendWith(ApplicationExtension.class)
class FilterScreenTest {
  @TempDir Path folder;
  private Stage stage;
  private Window window;

  @Start
  void start(Stage shown) {
    stage = shown;
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
            put(pen, "Where is my order?", "It left us on Monday.", Status.DRAFT, "shipping");
            put(pen, "Can I get oat milk?", "You can.", Status.APPROVED, "menu");
            put(pen, "When do you open?", "At 8.", Status.APPROVED);
            return put(pen, "Do you deliver?", "We do.", Status.REJECTED, "shipping");
          });
    }
    onScreen(() -> window.model().open(file));
    settle(() -> window.model().project().get().isPresent());
    settle(() -> table().getItems().size() == 4);
  }

  private static long put(
      studio.timbre.model.Pen pen, String question, String answer, Status status, String... tags) {
    var talk = Conversation.of(Message.of(Role.USER, question), Message.of(Role.ASSISTANT, answer));
    var review = Review.NONE.withTags(List.of(tags));
    return pen.add(new Curated(status, Split.TRAINING, talk, review), Place.end());
  }

  @AfterEach
  void closeWindow() throws Exception {
    onScreen(() -> window.close());
  }

  @Test
  void filtersAreChosenByKeysAloneAndStandAsChips(FxRobot robot) throws Exception {
    robot.press(KeyCode.CONTROL).press(KeyCode.SHIFT).type(KeyCode.F);
    robot.release(KeyCode.SHIFT).release(KeyCode.CONTROL);
    settle(() -> choices().equals(List.of("draft 1", "in review 0", "approved 2", "rejected 1")));
    robot.type(KeyCode.RIGHT);
    robot.type(KeyCode.DOWN, 2);
    robot.type(KeyCode.SPACE);
    settle(() -> table().getItems().size() == 2);
    // The counts of a group are those without its own choices.
    settle(() -> choices().equals(List.of("draft 1", "in review 0", "approved 2", "rejected 1")));
    robot.type(KeyCode.LEFT);
    robot.type(KeyCode.DOWN, 2);
    settle(() -> choices().equals(List.of("without tags 1", "menu 1")));
    robot.type(KeyCode.RIGHT);
    robot.type(KeyCode.SPACE);
    settle(() -> table().getItems().size() == 1);
    assertThat(chips()).containsExactly("Status: approved", "Tags: without tags");
    robot.type(KeyCode.ESCAPE);
    settle(() -> !window.shell().lookup("#filter-pane").isVisible());
    onScreen(() -> ((Button) window.shell().lookup("#filter-chips .chip")).fire());
    settle(() -> chips().equals(List.of("Tags: without tags")));
    onScreen(() -> ((Button) window.shell().lookup("#chips-clear")).fire());
    settle(() -> table().getItems().size() == 4);
  }

  @Test
  void anyTwoNumbersCanBeChosenAndWrongOnesAreExplainedWhereTheyStand(FxRobot robot)
      throws Exception {
    onScreen(() -> ((ToggleButton) window.shell().lookup("#data-filters")).fire());
    var groups = (ListView<?>) Snapshots.onScreen(() -> window.shell().lookup("#filter-groups"));
    onScreen(() -> groups.getSelectionModel().select(FilterGroup.TURNS.ordinal()));
    settle(() -> field("range-from").isVisible() && !problem().isVisible());
    robot.clickOn(field("range-from"));
    settle(() -> field("range-from").isFocused());
    robot.write("1");
    robot.type(KeyCode.TAB);
    settle(() -> field("range-to").isFocused());
    robot.write("x");
    robot.type(KeyCode.ENTER);
    settle(() -> problem().isVisible());
    assertThat(chips()).isEmpty();
    // Elsewhere and back: what was typed is still there, and so is what is wrong with it.
    onScreen(() -> groups.getSelectionModel().select(FilterGroup.TAGS.ordinal()));
    settle(() -> !field("range-from").getParent().getParent().isVisible());
    onScreen(() -> groups.getSelectionModel().select(FilterGroup.TURNS.ordinal()));
    settle(() -> field("range-to").getText().equals("x") && problem().isVisible());
    robot.clickOn(field("range-to"));
    settle(() -> field("range-to").isFocused());
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.write("9");
    settle(() -> field("range-to").getText().equals("9"));
    robot.type(KeyCode.ENTER);
    settle(() -> chips().equals(List.of("Answers in it: 1 to 9")));
    settle(() -> table().getItems().size() == 4 && !problem().isVisible());
    onScreen(() -> field("range-from").setText("7"));
    onScreen(() -> ((Button) window.shell().lookup("#range-apply")).fire());
    settle(() -> table().getItems().isEmpty());
    onScreen(() -> ((Button) window.shell().lookup("#filter-chips .chip")).fire());
    settle(() -> table().getItems().size() == 4 && field("range-to").getText().isEmpty());
  }

  private TextField field(String id) {
    return (TextField) window.shell().lookup("#" + id);
  }

  private Labeled problem() {
    return (Labeled) window.shell().lookup("#range-problem");
  }

  @Test
  void whatIsShownIsKeptUnderANameAndFoundAgain(FxRobot robot) throws Exception {
    onScreen(() -> ((TextField) window.shell().lookup("#data-search")).setText("you"));
    settle(() -> table().getItems().size() == 3);
    onScreen(() -> sortBy(1));
    choose("Save what is shown as a view…");
    settle(() -> window.shell().lookup("#view-name").isFocused());
    robot.write("With you");
    robot.type(KeyCode.ENTER);
    settle(() -> items().contains("With you  (…)"));
    onScreen(() -> ((TextField) window.shell().lookup("#data-search")).clear());
    onScreen(() -> table().getSortOrder().clear());
    settle(() -> table().getItems().size() == 4);
    onScreen(() -> views().show());
    settle(() -> items().contains("With you  (3)") && items().contains("Without tags  (1)"));
    onScreen(() -> views().hide());
    choose("With you  (3)");
    settle(() -> table().getItems().size() == 3);
    assertThat(((TextField) window.shell().lookup("#data-search")).getText()).isEqualTo("you");
    settle(() -> table().getSortOrder().size() == 1);
    assertThat(table().getSortOrder().getFirst().getSortType()).isEqualTo(SortType.DESCENDING);

    choose("Rename “With you”…");
    robot.write("Yours");
    robot.type(KeyCode.ENTER);
    settle(() -> items().stream().anyMatch(text -> text.startsWith("Yours")));
    choose("Delete the view “Yours”");
    settle(() -> items().stream().noneMatch(text -> text.startsWith("Yours")));
  }

  @Test
  void viewsAreInThePalette(FxRobot robot) throws Exception {
    robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
    settle(() -> window.shell().lookup("#palette-search").isFocused());
    robot.write("without tags");
    robot.type(KeyCode.ENTER);
    settle(() -> table().getItems().size() == 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "pt-BR", "id"})
  void everyGroupIsReadableAndNamedInANarrowWindow(String language) throws Exception {
    var texts = Texts.of(Locale.forLanguageTag(language));
    onScreen(() -> stage.getScene().setRoot(window.build(texts)));
    settle(() -> table() != null && table().getItems().size() == 4);
    onScreen(() -> ((ToggleButton) window.shell().lookup("#data-filters")).fire());
    var groups = (ListView<?>) Snapshots.onScreen(() -> window.shell().lookup("#filter-groups"));
    for (var group : FilterGroup.values()) {
      onScreen(() -> groups.getSelectionModel().select(group.ordinal()));
      settle(() -> choices().stream().noneMatch(choice -> choice.endsWith("…")));
      // The first two of each, so that there is a chip of everything.
      for (int i = 0; i < 2; i++) {
        int index = i;
        onScreen(() -> toggle(index));
      }
      settle(() -> choices().stream().noneMatch(choice -> choice.endsWith("…")));
      assertReadable(group + " in " + language);
      if (group == FilterGroup.TOKENS) {
        onScreen(() -> field("range-to").setText("x"));
        onScreen(() -> ((Button) window.shell().lookup("#range-apply")).fire());
        assertReadable("a wrong range in " + language);
        Snapshots.write("data-filter-range", Theme.LIGHT, texts.locale(), stage.getScene());
      }
      if (group == FilterGroup.HOLDS) {
        Snapshots.write("data-filters", Theme.LIGHT, texts.locale(), stage.getScene());
        onScreen(() -> Theme.DARK.apply(stage.getScene()));
        Snapshots.write("data-filters", Theme.DARK, texts.locale(), stage.getScene());
        onScreen(() -> Theme.LIGHT.apply(stage.getScene()));
        onScreen(() -> ((Button) window.shell().lookup("#chips-clear")).fire());
      }
    }
    onScreen(
        () -> {
          ((ToggleButton) window.shell().lookup("#data-filters")).fire();
          views().getItems().stream()
              .filter(item -> "data-view-save".equals(item.getId()))
              .forEach(MenuItem::fire);
        });
    Snapshots.write("data-filter-chips", Theme.LIGHT, texts.locale(), stage.getScene());
    assertReadable("chips in " + language);
  }

  private void toggle(int index) {
    var list = (ListView<?>) window.shell().lookup("#filter-choices");
    if (index < list.getItems().size()) {
      list.getSelectionModel().select(index);
      list.fireEvent(
          new KeyEvent(KeyEvent.KEY_PRESSED, " ", " ", KeyCode.SPACE, false, false, false, false));
    }
  }

  private void assertReadable(String what) throws Exception {
    onScreen(
        () -> {
          window.shell().applyCss();
          window.shell().layout();
        });
    assertThat(Snapshots.onScreen(() -> CutTexts.in(bar()))).as(what).isEmpty();
    assertThat(Snapshots.onScreen(() -> Unnamed.in(bar()))).as(what).isEmpty();
  }

  private void choose(String text) throws Exception {
    settle(() -> items().contains(text));
    onScreen(
        () ->
            views().getItems().stream()
                .filter(item -> text.equals(item.getText()))
                .findFirst()
                .ifPresent(MenuItem::fire));
  }

  private javafx.scene.Parent bar() {
    return (javafx.scene.Parent) window.shell().lookup(".filter-bar");
  }

  private void sortBy(int column) {
    sortBy(table(), column);
  }

  private static <T> void sortBy(TableView<T> table, int column) {
    var sorted = table.getColumns().get(column);
    sorted.setSortType(SortType.DESCENDING);
    table.getSortOrder().add(sorted);
  }

  private MenuButton views() {
    return (MenuButton) window.shell().lookup("#data-views");
  }

  private List<String> items() {
    return views().getItems().stream()
        .map(item -> item.getText() == null ? "" : item.getText())
        .toList();
  }

  private List<String> chips() {
    return window.shell().lookupAll("#filter-chips .chip").stream()
        .map(chip -> ((Labeled) chip).getText())
        .toList();
  }

  private List<String> choices() {
    var list = (ListView<?>) window.shell().lookup("#filter-choices");
    return list.getItems().stream()
        .map(FilterChoice.class::cast)
        .map(
            choice ->
                choice.name()
                    + " "
                    + (choice.count().isPresent() ? choice.count().getAsLong() : "…"))
        .toList();
  }

  private TableView<?> table() {
    return (TableView<?>) window.shell().lookup("#conversations");
  }

  private static void settle(Callable<Boolean> condition) throws Exception {
    Snapshots.settle(condition);
  }

  private static void onScreen(Runnable act) throws Exception {
    Snapshots.onScreen(
        () -> {
          act.run();
          return true;
        });
  }
}
