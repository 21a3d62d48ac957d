package studio.timbre.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.TinyModel;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.ui.CutTexts;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.Unnamed;
import studio.timbre.ui.fx.Texts;

/** Every room of frame and data in both looks and three languages: drawn, and with no word cut off. */
class ScreensTest {
  /** What stands in a room only once it has looked at the data. */
  private static final Map<String, String> READY =
      Map.of("check", "#trains-on-words", "cost", "#offers");

  @TempDir Path folder;
  private Window window;

  @BeforeEach
  void open() throws Exception {
    window = Snapshots.onScreen(() -> new Window(folder.resolve("home")));
  }

  @AfterEach
  void close() throws Exception {
    Snapshots.onScreen(
        () -> {
          window.close();
          return true;
        });
  }

  @Test
  void welcome() throws Exception {
    draw("welcome", Snapshots.WIDTH, shell -> {}, () -> true);
  }

  @Test
  void data() throws Exception {
    window.openSample();
    draw("data", Snapshots.WIDTH, shell -> {}, this::conversationIsShown);
    draw("data-narrow", 960, shell -> {}, this::conversationIsShown);
  }

  @Test
  void anEmptyProject() throws Exception {
    open("empty.timbre", List.of());
    draw(
        "data-empty",
        Snapshots.WIDTH,
        shell -> {},
        () -> window.shell().lookup(".conversation-table .empty-title") != null);
    draw(
        "check-empty",
        Snapshots.WIDTH,
        shell -> shell.go("check"),
        () -> window.shell().lookup(".check-screen .empty-title") != null);
  }

  @Test
  void check() throws Exception {
    open(
        "problems.timbre",
        List.of(
            talk("Where is my order?", "It left us on Monday."),
            talk("Where is my order?", "It left us on Monday."),
            talk("Can I get oat milk?", ""),
            Conversation.of(Message.of(Role.USER, "Anyone?")),
            Conversation.of(
                Message.of(new Role("customer"), "Hello"), Message.of(Role.ASSISTANT, "Yes."))));
    draw(
        "check",
        Snapshots.WIDTH,
        shell -> shell.go("check"),
        () -> window.shell().lookup("#check-summary") != null);
    Snapshots.onScreen(
        () -> {
          var show =
              (javafx.scene.control.Button) window.shell().lookup("#check-show-unrecognized_role");
          show.fire();
          return true;
        });
    Snapshots.settle(() -> items() == 1);
    assertThat(window.shell().room()).contains("data");
  }

  @Test
  void cost() throws Exception {
    window.openSample();
    draw(
        "cost",
        Snapshots.WIDTH,
        shell -> shell.go("cost"),
        () ->
            window.shell().lookup("#offers") instanceof TableView<?> offers
                && !offers.getItems().isEmpty());
  }

  @Test
  void settings() throws Exception {
    for (int tab = 0; tab < 5; tab++) {
      int page = tab;
      draw(
          "settings-" + List.of("look", "models", "connections", "prices", "about").get(tab),
          Snapshots.WIDTH,
          shell -> {
            shell.go("settings");
            shell.applyCss();
            ((TabPane) shell.lookup(".settings-screen")).getSelectionModel().select(page);
          },
          () -> true);
    }
  }

  @Test
  void theTimeOnThisComputerIsSaidAsSoonAsThereIsAModel() throws Exception {
    window.openSample();
    Snapshots.onScreen(() -> window.build(Texts.of(Locale.ENGLISH)));
    Snapshots.settle(() -> window.shell().lookup("#status-price").isVisible());
    var here = (Label) window.shell().lookup("#status-here");
    assertThat(here.isVisible()).as("without a model nothing is said").isFalse();
    window.timbre().models().add(TinyModel.in(folder.resolve("tiny")).path());
    Snapshots.onScreen(
        () -> {
          window.shell().go("check");
          return true;
        });
    Snapshots.settle(here::isVisible);
    assertThat(here.getText()).matches("about \\d+ (s|min) on this computer");
  }

  @Test
  void everyRoomInASmallWindow() throws Exception {
    window.openSample();
    for (var room : Rooms.ALL) {
      draw(
          "small-" + room.name(),
          1000,
          700,
          shell -> shell.go(room.name()),
          () -> window.shell().lookup(READY.getOrDefault(room.name(), "#status-price")) != null);
    }
  }

  @Test
  void palette() throws Exception {
    window.openSample();
    draw(
        "palette",
        Snapshots.WIDTH,
        Shell::togglePalette,
        () -> window.shell().lookup(".palette .list-cell") != null && conversationIsShown());
  }

  private static Conversation talk(String question, String answer) {
    return Conversation.of(Message.of(Role.USER, question), Message.of(Role.ASSISTANT, answer));
  }

  private void open(String name, List<Conversation> conversations) throws Exception {
    var file = folder.resolve(name);
    try (var session = window.timbre().create(file)) {
      conversations.forEach(talk -> session.add(talk, Split.TRAINING, Optional.empty()));
    }
    Snapshots.onScreen(
        () -> {
          window.model().open(file);
          return true;
        });
    Snapshots.settle(() -> window.model().project().get().isPresent());
  }

  private int items() {
    return window.shell().lookup("#conversations") instanceof TableView<?> table
        ? table.getItems().size()
        : -1;
  }

  private boolean conversationIsShown() {
    return Stream.of(".bubble", "#status-price", ".table-row-cell:filled .badge")
        .allMatch(selector -> window.shell().lookup(selector) != null);
  }

  private void draw(String name, double width, Consumer<Shell> before, Callable<Boolean> ready)
      throws Exception {
    draw(name, width, Snapshots.HEIGHT, before, ready);
  }

  private void draw(
      String name, double width, double height, Consumer<Shell> before, Callable<Boolean> ready)
      throws Exception {
    for (Locale language : Texts.LANGUAGES) {
      var scene =
          Snapshots.onScreen(() -> new Scene(window.build(Texts.of(language)), width, height));
      for (var theme : Theme.values()) {
        Snapshots.onScreen(
            () -> {
              theme.apply(scene);
              layOut();
              if (theme == Theme.LIGHT) {
                before.accept(window.shell());
              }
              return true;
            });
        Snapshots.settle(
            () -> {
              layOut();
              return ready.call();
            });
        Snapshots.write(name, theme, language, scene);
      }
      assertThat(Snapshots.onScreen(() -> laidOut(CutTexts::in)))
          .as("cut off in %s, %s", name, language)
          .isEmpty();
      assertThat(Snapshots.onScreen(() -> laidOut(Unnamed::in)))
          .as("focusable and without a name in %s, %s", name, language)
          .isEmpty();
    }
  }

  /** What came from the background meanwhile has its place before it is looked at. */
  private List<String> laidOut(Function<Parent, List<String>> look) {
    layOut();
    return look.apply(window.shell());
  }

  private void layOut() {
    window.shell().applyCss();
    window.shell().layout();
  }
}
