package studio.timbre.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.ImportEndings;
import studio.timbre.ui.Snapshots;

/** What can be dropped on a screen. */
class DropTargetTest {
  @TempDir Path folder;

  @Test
  void filesOfEveryFormatAndFoldersAreTaken() throws Exception {
    var names =
        List.of("a.jsonl", "B.JSON", "c.ndjson", "d.png", "json", "e.xlsx", "f.csv", "g.md");
    for (String name : names) {
      Files.createFile(folder.resolve(name));
    }
    var sub = Files.createDirectory(folder.resolve("chats.png"));
    var given = new java.util.ArrayList<>(names.stream().map(folder::resolve).toList());
    given.add(sub);
    var taken =
        Snapshots.onScreen(
            () ->
                new DropTarget(
                        new Region(),
                        ImportEndings::isKnown,
                        all -> "Drop",
                        all -> {},
                        others -> {})
                    .taken(given));
    assertThat(taken)
        .map(file -> String.valueOf(file.getFileName()))
        .containsExactly("a.jsonl", "B.JSON", "c.ndjson", "e.xlsx", "f.csv", "g.md", "chats.png");
  }
}
