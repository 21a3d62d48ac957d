package studio.timbre.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Texts;

/** What becomes of files that are dropped on the window. */
class DropsTest {
  @TempDir Path folder;
  private final List<Path> opened = new ArrayList<>();
  private final List<List<Path>> taken = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private boolean project = true;
  private Window window;
  private Path lines;

  private final Drops drops =
      new Drops(Texts.of(Locale.ENGLISH), opened::add, taken::add, () -> project, said::add);

  @BeforeEach
  void begin() throws Exception {
    lines =
        Files.writeString(
            folder.resolve("one.jsonl"),
            "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\"}]}\n");
    window = Snapshots.onScreen(() -> new Window(folder.resolve("home")));
    Snapshots.onScreen(() -> new Scene(window.build(Texts.of(Locale.ENGLISH)), 1000, 700));
  }

  @AfterEach
  void close() throws Exception {
    Snapshots.onScreen(
        () -> {
          window.close();
          return true;
        });
  }

  private void onScreen(Runnable act) throws Exception {
    Snapshots.onScreen(
        () -> {
          act.run();
          return true;
        });
  }

  private boolean isAsked() {
    return window.shell().lookup("#import-training") != null;
  }

  @Test
  void aProjectIsOpenedAndEverythingElseIsImported() {
    var one = Path.of("voice.timbre");
    assertThat(drops.words(List.of(one))).isEqualTo("Drop to open the project voice");
    drops.dropped(List.of(one));
    assertThat(opened).containsExactly(one);
    assertThat(taken).isEmpty();
    drops.dropped(List.of(one, lines));
    assertThat(taken).containsExactly(List.of(lines));
    assertThat(opened).hasSize(1);
    assertThat(drops.words(List.of(lines))).isEqualTo("Drop to import these files");
    project = false;
    assertThat(drops.words(List.of(lines))).isEqualTo("Drop to make a project with these files");
    drops.leftOut(List.of(Path.of("a.png")));
    assertThat(said)
        .containsExactly("a.png is of a kind that Timbre does not read, and was left out.");
  }

  @Test
  void withoutAProjectANewOneIsMadeForThem() throws Exception {
    var made = folder.resolve("made.timbre");
    window.answerWith(made);
    onScreen(() -> window.shell().take(List.of(lines)));
    Snapshots.settle(this::isAsked);
    assertThat(window.session().file()).isEqualTo(made);
  }

  @Test
  void whoThinksBetterOfTheNewProjectIsNotAskedLater() throws Exception {
    onScreen(() -> window.shell().take(List.of(lines)));
    var other = folder.resolve("other.timbre");
    window.timbre().create(other).close();
    onScreen(() -> window.model().open(other));
    Snapshots.settle(() -> window.shell().room().equals(Optional.of("data")));
    assertThat(Snapshots.onScreen(this::isAsked)).isFalse();
  }

  @Test
  void fromAnotherRoomTheyLeadToTheData() throws Exception {
    var file = folder.resolve("voice.timbre");
    window.timbre().create(file).close();
    onScreen(() -> window.model().open(file));
    Snapshots.settle(() -> window.shell().room().equals(Optional.of("data")));
    onScreen(() -> window.shell().go("settings"));
    onScreen(() -> window.shell().take(List.of(lines)));
    Snapshots.settle(this::isAsked);
    assertThat(window.shell().room()).contains("data");
  }
}
