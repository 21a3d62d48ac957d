package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationQuery.Sort;
import studio.timbre.model.Status;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.OpenProject.Spotlight;
import studio.timbre.ui.fx.Work;

/** The table is found as it was left. */
class RememberedViewTest {
  private static final ConversationQuery DRAFTS =
      ConversationQuery.of(
              ConversationFilter.ALL.withStatuses(Set.of(Status.DRAFT)).withSearch("oat milk"))
          .sortedBy(Sort.TOKENS, true);

  @TempDir Path folder;
  private final List<Exception> failures = new ArrayList<>();
  private Timbre timbre;
  private Path file;
  private ProjectSession session;
  private OpenProject project;
  private Narrowing narrowing;
  private RememberedView remembered;

  @BeforeEach
  void begin() throws Exception {
    timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")));
    file = folder.resolve("voice.timbre");
    timbre.create(file).close();
    open(Runnable::run);
  }

  @AfterEach
  void end() {
    project.close();
    timbre.close();
    assertThat(failures).isEmpty();
  }

  private void open(Executor background) throws Exception {
    session = timbre.open(file);
    var work = new Work(background, Runnable::run);
    project = new OpenProject(session, new Work(Runnable::run, Runnable::run));
    narrowing = new Narrowing(new SimpleObjectProperty<>(Optional.empty()), (Duration pause) -> {});
    remembered = new RememberedView(project, work, narrowing, failures::add);
  }

  private void leave() {
    remembered.close();
    project.close();
  }

  @Test
  void whatItWasNarrowedToAndSortedByIsThereAgain() throws Exception {
    assertThat(narrowing.wish()).isEqualTo(ConversationQuery.ALL);
    narrowing.show(DRAFTS);
    leave();
    open(Runnable::run);
    assertThat(narrowing.wish()).isEqualTo(DRAFTS);
    narrowing.showAll();
    leave();
    open(Runnable::run);
    assertThat(narrowing.wish())
        .as("the order stays where all are shown")
        .isEqualTo(ConversationQuery.ALL.sortedBy(Sort.TOKENS, true));
  }

  @Test
  void whatAnotherRoomShowsAlonePasses() throws Exception {
    narrowing.spotlight().set(Optional.of(new Spotlight("These stop it", new long[] {1})));
    narrowing.sortBy(Sort.TOKENS, false);
    leave();
    open(Runnable::run);
    assertThat(narrowing.query()).isEqualTo(ConversationQuery.ALL.sortedBy(Sort.TOKENS, false));
  }

  @Test
  void whoeverIsQuickerThanTheMemoryHasTheTableAsTheyWantIt() throws Exception {
    narrowing.show(DRAFTS);
    leave();
    var later = new ArrayList<Runnable>();
    open(later::add);
    var asked = ConversationQuery.ALL.sortedBy(Sort.TURNS, true);
    narrowing.show(asked);
    later.forEach(Runnable::run);
    assertThat(narrowing.wish()).isEqualTo(asked);
  }

  @Test
  void whatANewerVersionWroteIsPassedOver() throws Exception {
    leave();
    try (var other = timbre.open(file)) {
      other.remember(
          "timbre.views.left",
          "{\"version\":9,\"views\":[{\"name\":\"\",\"query\":{\"moods\":[\"sunny\"]}}]}");
    }
    open(Runnable::run);
    assertThat(narrowing.wish()).isEqualTo(ConversationQuery.ALL);
  }
}
