package studio.timbre.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Unfinished.Kind;

/** Another project is not opened over work that would be lost, unless the person has said so. */
class LeaveBarTest {
  @TempDir Path folder;
  private final List<String> stopped = new ArrayList<>();
  private Window window;
  private Path other;

  @BeforeEach
  void open() throws Exception {
    window = Snapshots.onScreen(() -> new Window(folder.resolve("home")));
    other = folder.resolve("other.timbre");
    window.timbre().create(other).close();
    window.openSample();
  }

  @AfterEach
  void close() throws Exception {
    Snapshots.onScreen(
        () -> {
          window.close();
          return true;
        });
  }

  private Runnable begin(Kind kind, String name) throws Exception {
    return Snapshots.onScreen(
        () ->
            window
                .model()
                .project()
                .get()
                .orElseThrow()
                .unfinished()
                .begin(kind, name, () -> stopped.add(name)));
  }

  private void press(Parent root, String id) throws Exception {
    Snapshots.onScreen(
        () -> {
          ((Button) root.lookup(id)).fire();
          return true;
        });
  }

  private void openOther() throws Exception {
    Snapshots.onScreen(
        () -> {
          window.model().open(other);
          return true;
        });
    Snapshots.settle(() -> window.model().leaving().question().get().isPresent());
  }

  private String name() {
    return window.session().name();
  }

  @Test
  void itSaysWhatIsKeptAndTheAnswersDoWhatTheySay() throws Exception {
    var shell = Snapshots.onScreen(() -> window.build(Texts.of(Locale.ENGLISH)));
    Snapshots.onScreen(
        () -> {
          new Scene(shell, 1000, 700);
          return true;
        });
    String before = name();
    var end = begin(Kind.IMPORT, "chats.jsonl");
    openOther();
    assertThat(name()).isEqualTo(before);
    assertThat(Snapshots.onScreen(() -> ((Label) shell.lookup("#leave-words")).getText()))
        .isEqualTo(
            "chats.jsonl is still being taken in. Stopped, nothing of it stays, and all that was in the project before is kept.");
    press(shell, "#leave-stay");
    assertThat(Snapshots.onScreen(() -> shell.lookup("#leave").isVisible())).isFalse();
    openOther();
    press(shell, "#leave-stop");
    assertThat(stopped).containsExactly("chats.jsonl");
    assertThat(name()).as("it has not stopped yet").isEqualTo(before);
    Snapshots.onScreen(
        () -> {
          end.run();
          return true;
        });
    Snapshots.settle(
        () -> window.model().project().get().map(open -> name().equals("other")).orElse(false));
  }

  @Test
  void itIsLookedAt() throws Exception {
    Snapshots.take(
        "leave",
        texts -> {
          var shell = window.build(texts);
          var unfinished = window.model().project().get().orElseThrow().unfinished();
          if (unfinished.pieces().isEmpty()) {
            unfinished.begin(Kind.IMPORT, "conversations-2026-11.jsonl", () -> {});
            unfinished.begin(Kind.EXPORT, "voice-azure-training.jsonl", () -> {});
          }
          window.model().leaving().leave(Leaving.Goal.QUIT, () -> {});
          return shell;
        },
        () -> window.model().leaving().question().get().isPresent());
    assertThat(Files.exists(Path.of("target/snapshots/leave-light-pt.png"))).isTrue();
  }
}
