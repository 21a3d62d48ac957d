package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.model.Split;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** The report on an import of which not all came in. */
class ImportPaneTest {
  @TempDir Path folder;
  private Parent shown = new VBox();

  @Test
  void whatOfAChatGptExportDidNotComeIn() throws Exception {
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
        var session = timbre.create(folder.resolve("voice.timbre"))) {
      var work = new Work(Runnable::run, Runnable::run);
      var open = new OpenProject(session, work);
      Snapshots.take(
          "import-report",
          texts -> build(texts, open, work),
          () ->
              shown.lookup("#import-left-out") instanceof ListView<?> list
                  && list.getItems().size() == 5
                  && list.getItems().stream().noneMatch(words -> words.toString().contains("/0")));
    }
    assertThat(Path.of("target/snapshots/import-report-narrow-light-pt.png")).exists();
  }

  private Parent build(Texts texts, OpenProject open, Work work) {
    var model = new ImportViewModel(open, work, problem -> {});
    var pane = new ImportPane(model, texts, new SilentNotices(), file -> {});
    model.ask(Path.of("src/test/resources/imports/conversations.json"));
    model.start(Split.TRAINING);
    shown = new VBox(pane);
    return shown;
  }
}
