package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Message;
import studio.timbre.model.Progress;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.model.WrittenFormat;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.data.ImportViewModel.State;
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

  @Test
  void aTableThatCameOutOfTheProjectIsKnownAgain() throws Exception {
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
        var session = timbre.create(folder.resolve("voice.timbre"))) {
      session.add(
          Conversation.of(Message.of(Role.USER, "Where?"), Message.of(Role.ASSISTANT, "Here.")),
          Split.TRAINING,
          Optional.empty());
      var sheet = folder.resolve("voice for Ana.xlsx");
      session.export(ConversationQuery.ALL, sheet, WrittenFormat.XLSX, Progress.NONE);
      var work = new Work(Runnable::run, Runnable::run);
      var open = new OpenProject(session, work);
      Snapshots.take(
          "import-returned",
          texts -> returned(texts, open, work, sheet),
          () -> shown.lookup("#import-compare") != null);
      var model = new ImportViewModel(open, work, problem -> {});
      model.ask(sheet);
      assertThat(model.state().get()).isInstanceOf(State.Returned.class);
      assertThat(model.isBusy()).isFalse();
      model.takeAnew();
      assertThat(model.state().get()).isInstanceOf(State.Asking.class);
      model.close();
      model.ask(sheet);
      assertThat(model.bringBack()).contains(sheet);
      assertThat(model.state().get()).isInstanceOf(State.Idle.class);
      assertThat(model.bringBack()).isEmpty();
    }
    assertThat(Path.of("target/snapshots/import-returned-narrow-light-pt.png")).exists();
  }

  private Parent returned(Texts texts, OpenProject open, Work work, Path sheet) {
    var model = new ImportViewModel(open, work, problem -> {});
    shown = new VBox(new ImportPane(model, texts, new SilentNotices(), file -> {}));
    model.ask(sheet);
    return shown;
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
