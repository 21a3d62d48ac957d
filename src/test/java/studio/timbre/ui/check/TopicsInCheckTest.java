package studio.timbre.ui.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.Curated;
import studio.timbre.model.Place;
import studio.timbre.model.Split;
import studio.timbre.topics.MadeTalks;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.shell.Window;

/** Unbalanced topics in the window: they come by themselves, in words, with their conversations. */
@ExtendWith(ApplicationExtension.class)
class TopicsInCheckTest {
  @TempDir Path folder;
  private Window window;

  @Start
  void start(Stage stage) {
    window = new Window(folder.resolve("home"));
    window.show(stage);
  }

  @BeforeEach
  void open() throws Exception {
    var file = folder.resolve("voice.timbre");
    try (var session = window.timbre().create(file)) {
      for (var topic : MadeTalks.TOPICS.keySet().stream().sorted().toList()) {
        add(session, topic, 0, topic.equals("grinder") ? 6 : 60);
      }
    }
    onScreen(() -> window.model().open(file));
    Snapshots.settle(() -> window.model().project().get().isPresent());
    onScreen(() -> window.shell().go("check"));
  }

  @AfterEach
  void close() throws Exception {
    onScreen(() -> window.close());
  }

  private static void add(ProjectSession session, String topic, int from, int to) {
    session.write(
        "import",
        pen -> {
          for (int i = from; i < to; i++) {
            pen.add(Curated.draft(MadeTalks.about(topic, i), Split.TRAINING), Place.end());
          }
          return true;
        });
  }

  @Test
  void aTopicWithNextToNoExamplesComesByItselfAndIsShown() throws Exception {
    Snapshots.settle(() -> isThere("#check-problem-rare_topic"));
    assertThat(title("rare_topic"))
        .startsWith("Topics with very few examples: “")
        .contains("rinder");
    onScreen(() -> ((Button) window.shell().lookup("#check-show-rare_topic")).fire());
    Snapshots.settle(() -> table() != null && table().getItems().size() == 6);
  }

  @Test
  void aTopicOfMoreThanHalfFollowsWhatIsAdded() throws Exception {
    Snapshots.settle(() -> isThere("#check-problem-rare_topic"));
    assertThat(isThere("#check-problem-dominant_topic")).isFalse();
    add(window.model().project().get().orElseThrow().session(), "visit", 60, 190);
    Snapshots.settle(() -> isThere("#check-problem-dominant_topic"));
    assertThat(title("dominant_topic")).startsWith("More than half of the examples");
  }

  @Test
  void itIsReadableInEveryLanguage() throws Exception {
    Snapshots.settle(() -> isThere("#check-problem-rare_topic"));
    Snapshots.take(
        "check-topics",
        texts -> {
          var root = window.build(texts);
          window.shell().go("check");
          return root;
        },
        () -> isThere("#check-problem-rare_topic"));
  }

  private boolean isThere(String selector) {
    return window.shell().lookup(selector) != null;
  }

  private String title(String kind) {
    return ((Label) window.shell().lookup("#check-problem-" + kind + " .section-title")).getText();
  }

  private TableView<?> table() {
    return (TableView<?>) window.shell().lookup("#conversations");
  }

  private static void onScreen(Runnable action) throws Exception {
    Snapshots.onScreen(
        () -> {
          action.run();
          return true;
        });
  }
}
