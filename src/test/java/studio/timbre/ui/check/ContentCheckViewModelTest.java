package studio.timbre.ui.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.Moderation.Standing;
import studio.timbre.app.NewKey;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.check.ContentCheckViewModel.State;
import studio.timbre.ui.fx.Work;

/** Everything happens at once, but for what a test keeps waiting. */
class ContentCheckViewModelTest {
  @TempDir Path folder;
  private CheckedProject project;
  private final List<Runnable> waiting = new ArrayList<>();
  private boolean isKept;
  private ContentCheckViewModel model;

  @BeforeEach
  void open() throws Exception {
    project = new CheckedProject(folder, "Good day", "[hate]", "Bye");
    model = project.model(new Work(this::now, Runnable::run));
  }

  private void now(Runnable task) {
    if (isKept) {
      waiting.add(task);
    } else {
      task.run();
    }
  }

  @AfterEach
  void close() {
    model.close();
    project.close();
    assertThat(project.notices.failures).isEmpty();
    assertThat(project.server.violations).isEmpty();
  }

  private Standing standing() {
    return ((State.Ready) model.state().get()).standing();
  }

  @Test
  void withoutAConnectionThatCanLookThereIsNone() throws Exception {
    project.connections.add(
        Provider.NEBIUS,
        "Nebius",
        "https://api.tokenfactory.nebius.com/v1",
        new NewKey.Unchanged());
    model.setSeen(true);
    assertThat(model.state().get()).isEqualTo(new State.NoConnection());
  }

  @Test
  void oneToOpenAiComesBeforeOthers() throws Exception {
    project.connect("Ours", CheckedProject.KEY);
    var openAi =
        project.connections.add(
            Provider.OPENAI, "OpenAI", "https://api.openai.com/v1", new NewKey.Unchanged());
    model.setSeen(true);
    assertThat(((State.Ready) model.state().get()).chosen()).isEqualTo(openAi);
  }

  @Test
  void aLookTellsHowFarItIsAndEndsWithWhatItFound() throws Exception {
    project.connect("Ours", CheckedProject.KEY);
    model.setSeen(true);
    assertThat(standing()).isEqualTo(new Standing(3, 0, 0, 0));
    var told = new ArrayList<State>();
    model.state().subscribe(state -> told.add(state));
    model.start();
    assertThat(told)
        .filteredOn(State.Looking.class::isInstance)
        .extracting(state -> ((State.Looking) state).done())
        .containsExactly(0L, 0L, 3L);
    assertThat(standing()).isEqualTo(new Standing(3, 3, 1, 0));
  }

  @Test
  void anEditLeavesOneToBeLookedAt() throws Exception {
    project.connect("Ours", CheckedProject.KEY);
    model.setSeen(true);
    model.start();
    long edited = project.session.ids(studio.timbre.model.ConversationQuery.ALL)[1];
    project.session.replace(Map.of(edited, CheckedProject.talk("[violence]")));
    assertThat(standing()).isEqualTo(new Standing(3, 2, 0, 0));
    project.session.undo();
    assertThat(standing()).isEqualTo(new Standing(3, 3, 1, 0));
  }

  @Test
  void aFailureIsSaidInPlaceAndTheNextTryForgetsIt() throws Exception {
    project.connect("Ours", CheckedProject.KEY + "x");
    model.setSeen(true);
    model.start();
    assertThat(model.problem().get())
        .hasValueSatisfying(
            problem ->
                assertThat(((UserFacingException) problem).key())
                    .isEqualTo("error.moderation.key"));
    assertThat(standing().looked()).isZero();
    model.putProblemAway();
    assertThat(model.problem().get()).isEmpty();
  }

  @Test
  void aStoppedLookIsNoFailureAndTheRoomGoesOn() throws Exception {
    project.connect("Ours", CheckedProject.KEY);
    model.setSeen(true);
    isKept = true;
    model.start();
    assertThat(model.state().get()).isInstanceOf(State.Looking.class);
    model.start();
    assertThat(waiting).as("a second press begins nothing").hasSize(1);
    model.stop();
    isKept = false;
    waiting.forEach(Runnable::run);
    assertThat(standing()).isEqualTo(new Standing(3, 0, 0, 0));
    assertThat(model.problem().get()).isEmpty();
    assertThat(project.server.calls).isEmpty();
  }

  @Test
  void aLookUnderWayEndsWithTheProjectWithoutAWord() throws Exception {
    project.connect("Ours", CheckedProject.KEY);
    model.setSeen(true);
    isKept = true;
    model.start();
    model.close();
    project.session.close();
    isKept = false;
    waiting.forEach(Runnable::run);
    assertThat(model.problem().get()).isEmpty();
    assertThat(project.server.calls).isEmpty();
  }

  @Test
  void whoLooksCanBeChosen() throws Exception {
    project.connect("Ours", CheckedProject.KEY);
    var other = project.connect("Other", CheckedProject.KEY + "x");
    model.setSeen(true);
    model.choose(other);
    assertThat(((State.Ready) model.state().get()).chosen()).isEqualTo(other);
    model.start();
    assertThat(model.problem().get()).isPresent();
    assertThat(((State.Ready) model.state().get()).chosen()).isEqualTo(other);
  }
}
