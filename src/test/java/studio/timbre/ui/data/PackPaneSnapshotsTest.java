package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.ui.NoFiles;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** Pictures of the question for whom a review pack is. */
class PackPaneSnapshotsTest {
  @TempDir Path folder;
  private Parent shown = new VBox();

  @Test
  void forWhom() throws Exception {
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
        var session = timbre.create(folder.resolve("voice.timbre"))) {
      var work = new Work(Runnable::run, Runnable::run);
      var open = new OpenProject(session, work);
      Snapshots.take(
          "pack-make",
          texts -> build(texts, open, work),
          () -> shown.lookup("#pack-recipient") instanceof TextField);
    }
    assertThat(Path.of("target/snapshots/pack-make-narrow-light-pt.png")).exists();
  }

  private Parent build(Texts texts, OpenProject open, Work work) {
    var model =
        new PackViewModel(open, work, () -> new long[12], () -> new long[1204], problem -> {});
    var pane = new PackPane(model, texts, new NoFiles(), new SilentNotices());
    model.ask();
    shown = new VBox(pane);
    return shown;
  }
}
