package studio.timbre.ui.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.model.AddedRows;
import studio.timbre.model.ChangeInfo;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Progress;
import studio.timbre.model.SheetLanguage;
import studio.timbre.model.SheetReading;
import studio.timbre.model.WrittenFormat;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** Pictures of a review pack that came back, to be looked at; nothing in them is cut off or without a name. */
class MergeSnapshotsTest {
  @TempDir Path folder;
  private Timbre timbre;
  private ProjectSession session;
  private Path pack;
  private final List<OpenProject> opened = new ArrayList<>();
  private Optional<MergeViewModel> model = Optional.empty();

  @BeforeEach
  void make() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    pack = folder.resolve("voice – for Ana.timbre");
    MadeClashes.make(timbre, folder.resolve("voice.timbre"), pack);
    session = timbre.open(folder.resolve("voice.timbre"));
  }

  @AfterEach
  void close() throws Exception {
    Snapshots.onScreen(
        () -> {
          model.ifPresent(MergeViewModel::close);
          return true;
        });
    session.close();
    timbre.close();
  }

  @Test
  void clashesAndChanges() throws Exception {
    Snapshots.take("merge-clashes", texts -> build(texts, pack), ready(".clash-card"));
    assertThat(Path.of("target/snapshots/merge-clashes-narrow-light-pt.png")).exists();
  }

  @Test
  void aFileOfAnotherProject() throws Exception {
    var other = folder.resolve("other.timbre");
    timbre.create(other).close();
    Snapshots.take("merge-foreign", texts -> build(texts, other), ready("#merge-take-in"));
    assertThat(Path.of("target/snapshots/merge-foreign-narrow-light-pt.png")).exists();
  }

  /** A table with four rows below each other that name no conversation, and without an answer that it had. */
  private Path table() throws Exception {
    var sheet = folder.resolve("voice.csv");
    session.export(
        ConversationQuery.ALL, sheet, WrittenFormat.CSV, SheetLanguage.PORTUGUESE, Progress.NONE);
    var lines = new ArrayList<>(List.of(Files.readString(sheet).split("\r\n")));
    lines.removeIf(line -> line.contains("\"At 8"));
    for (String said :
        List.of("user,Tem wi-fi?", "assistant,Tem.", "user,E mesa?", "assistant,Há.")) {
      lines.add(",," + said);
    }
    Files.write(sheet, lines);
    return sheet;
  }

  @Test
  void aTableThatLeavesThingsOpen() throws Exception {
    var sheet = table();
    Snapshots.take("merge-table", texts -> build(texts, sheet), ready("#merge-parting"));
    assertThat(Path.of("target/snapshots/merge-table-narrow-light-pt.png")).exists();
  }

  @Test
  void itIsReadAnewAsItIsSaidToBeMeant() throws Exception {
    var sheet = table();
    var texts = Texts.of(Locale.ENGLISH);
    Snapshots.onScreen(() -> build(texts, sheet));
    assertThat(summary().sheet().orElseThrow().added()).isEqualTo(2);
    assertThat(summary().theirs()).isEqualTo(2);
    Snapshots.onScreen(() -> choose("#merge-parting", 1));
    assertThat(summary().sheet().orElseThrow().added()).isEqualTo(1);
    Snapshots.onScreen(() -> choose("#merge-gone", 1));
    assertThat(summary().sheet().orElseThrow().reading())
        .isEqualTo(new SheetReading(AddedRows.MARKS, true));
    assertThat(summary().theirs()).isEqualTo(2);
    Snapshots.onScreen(() -> choose("#merge-gone", 0));
    assertThat(summary().theirs()).isEqualTo(1);
  }

  private MergeViewModel.Summary summary() {
    return ((MergeViewModel.State.Open) model.orElseThrow().state().get()).summary();
  }

  private boolean choose(String id, int which) {
    shown.applyCss();
    shown.layout();
    ((ChoiceBox<?>) shown.lookup(id)).getSelectionModel().select(which);
    return true;
  }

  private Callable<Boolean> ready(String selector) {
    return () -> {
      var root = (Parent) shown;
      root.applyCss();
      root.layout();
      return root.lookup(selector) != null;
    };
  }

  private Parent shown = new StackPane();

  private Parent build(Texts texts, Path file) {
    // The pack is one program's at a time: what the language before looked at is put away first.
    var work = new Work(Runnable::run, Runnable::run);
    model.ifPresent(MergeViewModel::close);
    var open = new OpenProject(session, work);
    opened.add(open);
    var next = new MergeViewModel(open, work, new Silent());
    model = Optional.of(next);
    shown = new StackPane(new MergeView(next, texts));
    next.bringBack(file);
    return shown;
  }

  private static final class Silent implements MergeViewModel.Listener {
    @Override
    public void merged(Optional<ChangeInfo> entry) {}

    @Override
    public void takenIn(long count) {}

    @Override
    public void failed(Exception problem) {
      throw new AssertionError(problem);
    }
  }
}
