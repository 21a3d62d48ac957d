package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Place;
import studio.timbre.model.Progress;
import studio.timbre.model.Role;
import studio.timbre.model.Split;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Work;

class LongActsTest {
  @TempDir Path folder;
  private final List<Exception> failures = new ArrayList<>();
  private Timbre timbre;
  private Work work;
  private OpenProject project;
  private LongActs acts;

  @BeforeEach
  void open() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    work = Work.inBackground();
    var session = timbre.create(folder.resolve("voice.timbre"));
    Snapshots.onScreen(
        () -> {
          project = new OpenProject(session, work);
          acts = new LongActs(project, work, failures::add);
          return true;
        });
  }

  @AfterEach
  void close() throws Exception {
    Snapshots.onScreen(
        () -> {
          project.close();
          return true;
        });
    work.close();
    timbre.close();
  }

  private static int addSlowly(ProjectSession session, Progress progress, int count) {
    return session.write(
        "add",
        pen -> {
          for (int i = 0; i < count; i++) {
            if (progress.isCancelled()) {
              throw new CancellationException();
            }
            pen.add(
                Curated.draft(Conversation.of(Message.of(Role.USER, "q")), Split.TRAINING),
                Place.end());
            progress.report(i, count);
            try {
              Thread.sleep(50);
            } catch (InterruptedException stop) {
              throw new CancellationException();
            }
          }
          return count;
        });
  }

  private void begin(int count, List<Integer> answers) throws Exception {
    Snapshots.onScreen(
        () -> {
          acts.run(
              "Adding", (session, progress) -> addSlowly(session, progress, count), answers::add);
          return true;
        });
  }

  @Test
  void aShortActIsNeverShown() throws Exception {
    var answers = new ArrayList<Integer>();
    var shown = new ArrayList<String>();
    Snapshots.onScreen(
        () -> acts.underway().subscribe(act -> act.ifPresent(one -> shown.add(one.title()))));
    long begun = System.nanoTime();
    begin(1, answers);
    Snapshots.settle(() -> answers.equals(List.of(1)));
    assumeThat(System.nanoTime() - begun).as("a slow computer").isLessThan(400_000_000L);
    Thread.sleep(700);
    assertThat(Snapshots.onScreen(() -> shown)).isEmpty();
  }

  @Test
  void aLongActSaysHowFarItIsAndACancelLeavesNothing() throws Exception {
    var answers = new ArrayList<Integer>();
    begin(2000, answers);
    assertThat(Snapshots.onScreen(() -> acts.underway().get())).isEmpty();
    Snapshots.settle(
        () ->
            acts.underway().get().filter(act -> act.done() > 0 && act.total() == 2000).isPresent());
    Snapshots.onScreen(
        () -> {
          acts.cancel();
          return true;
        });
    Snapshots.settle(() -> acts.underway().get().equals(Optional.empty()));
    assertThat(answers).isEmpty();
    assertThat(failures).isEmpty();
    assertThat(project.session().ids(ConversationQuery.ALL)).isEmpty();
    assertThat(project.session().nextUndo()).isEmpty();
  }

  @Test
  void aCancelIsForTheActThatIsShownAndNotForTheOneBehindIt() throws Exception {
    var first = new ArrayList<Integer>();
    var second = new ArrayList<Integer>();
    begin(2000, first);
    begin(40, second);
    Snapshots.settle(() -> acts.underway().get().filter(act -> act.total() == 2000).isPresent());
    Snapshots.onScreen(
        () -> {
          acts.cancel();
          return true;
        });
    Snapshots.settle(() -> acts.underway().get().filter(act -> act.total() == 40).isPresent());
    Snapshots.settle(() -> second.equals(List.of(40)));
    assertThat(first).isEmpty();
    assertThat(failures).isEmpty();
    assertThat(project.session().ids(ConversationQuery.ALL)).hasSize(40);
    assertThat(Snapshots.onScreen(() -> acts.underway().get())).isEmpty();
  }
}
