package studio.timbre.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;
import studio.timbre.ui.NoFiles;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.control.NumberTile;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;
import studio.timbre.ui.shell.Theme;

@ExtendWith(ApplicationExtension.class)
class RunsViewTest {
  private final ObjectProperty<Optional<JobId>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private final List<String> rooms = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private final SilentNotices notices = new SilentNotices();
  private ScriptedRuns shelf;
  private RunsView view;

  @Start
  void start(Stage stage) throws Exception {
    Path folder = Files.createTempDirectory("timbre-run");
    Files.write(folder.resolve("adapter"), new byte[1_500_000]);
    shelf = new ScriptedRuns(folder);
    var texts = Texts.of(Locale.ENGLISH);
    var model =
        new RunsViewModel(
            shelf,
            texts,
            new Work(Runnable::run, Runnable::run),
            notices,
            chosen,
            run -> heard.add(run.name()));
    view = new RunsView(model, NoJobsElsewhere.model(), texts, new NoFiles(), rooms::add);
    var scene = new Scene((Parent) view.node(), 1180, 740);
    Theme.LIGHT.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void withoutRunsItShowsTheWayToTheFirstOne(FxRobot robot) {
    assertThat(robot.lookup("No runs yet").query().isVisible()).isTrue();
    robot.interact(() -> robot.lookup("#runs-train").queryButton().fire());
    assertThat(rooms).containsExactly("train");
  }

  @Test
  void aLiveRunIsFollowedStepByStep(FxRobot robot) {
    add(robot, ScriptedRuns.run("one", "Gentle, run 1", RunState.RUNNING, 0));
    robot.interact(
        () -> {
          shelf.started("one", 0);
          shelf.evaluated("one", 0, 2.1);
          for (int step = 1; step <= 70; step++) {
            shelf.step("one", step, 2.1 - step * 0.008);
            if (step % 20 == 0) {
              shelf.evaluated("one", step, 2.1 - step * 0.009);
            }
          }
        });
    assertThat(tile(robot, "#run-step").valueText()).isEqualTo("70");
    assertThat(tile(robot, "#run-epoch").valueText()).isEqualTo("1.5");
    assertThat(tile(robot, "#run-epoch").remarkText()).isEqualTo("of 3");
    assertThat(tile(robot, "#run-held-out").valueText()).isEqualTo("1.56");
    assertThat(tile(robot, "#run-held-out").remarkText()).isEqualTo("−26% from 2.10");
    assertThat(tile(robot, "#run-time").valueText()).isEqualTo("5 min");
    assertThat(robot.lookup("#run-advice").queryAs(Label.class).getText())
        .isEqualTo("The held-out loss is still falling (−26% so far): let it run.");
    assertThat(robot.lookup(".state-badge").queryAllAs(Label.class))
        .extracting(Label::getText)
        .contains("Training, 50%");
    robot.interact(() -> button(robot, "#run-pause").fire());
    assertThat(shelf.asked).containsExactly("pause one");
  }

  @Test
  void aRunThatWasGivenStepsSaysHowMuchOfTheDataThatIs(FxRobot robot) {
    add(robot, ScriptedRuns.run("one", "Sixty steps", RunState.RUNNING, 0));
    add(robot, ScriptedRuns.run("two", "A taste", RunState.RUNNING, 0));
    robot.interact(
        () -> {
          shelf.startedWithSteps("one", 60, 4 / 3.0);
          shelf.stepOf("one", 60, 4 / 3.0);
          shelf.startedWithSteps("two", 60, 0.04);
          shelf.stepOf("two", 30, 0.02);
        });
    assertThat(tile(robot, "#run-step").valueText()).isEqualTo("60");
    assertThat(tile(robot, "#run-step").remarkText()).isEqualTo("of 60");
    assertThat(tile(robot, "#run-epoch").valueText()).isEqualTo("1.3");
    assertThat(tile(robot, "#run-epoch").remarkText()).isEqualTo("of 1.3");
    robot.interact(() -> chosen.set(Optional.of(new JobId("two"))));
    assertThat(tile(robot, "#run-epoch").valueText()).isEqualTo("0.020");
    assertThat(tile(robot, "#run-epoch").remarkText()).isEqualTo("of 0.040");
  }

  @Test
  void aStoppedRunGoesOnFromItsLastCheckpointWithOneButton(FxRobot robot) {
    add(robot, ScriptedRuns.run("one", "Gentle, run 1", RunState.STOPPED, 120));
    robot.interact(
        () -> {
          shelf.started("one", 0);
          shelf.step("one", 120, 1.2);
          shelf.checkpoint("one", 100);
        });
    assertThat(robot.lookup("Stopped at step 120").queryAll()).isNotEmpty();
    assertThat(button(robot, "#run-go-on").getText()).isEqualTo("Go on from step 100");
    assertThat(button(robot, "#run-pause").isVisible()).isFalse();
    robot.interact(() -> button(robot, "#run-go-on").fire());
    assertThat(shelf.asked).containsExactly("resume one");
  }

  @Test
  void aFinishedRunIsHeard(FxRobot robot) {
    add(robot, ScriptedRuns.run("one", "Gentle, run 1", RunState.FINISHED, 140));
    robot.interact(() -> button(robot, "#run-hear").fire());
    assertThat(heard).containsExactly("Gentle, run 1");
    assertThat(button(robot, "#run-cancel").isVisible()).isFalse();
  }

  @Test
  void deletesOnlyAfterAskingAndTheSafeAnswerIsTheNearOne(FxRobot robot) {
    add(robot, ScriptedRuns.run("one", "Gentle, run 1", RunState.FINISHED, 140));
    ask(robot);
    assertThat(button(robot, "#confirm-act").getText())
        .isEqualTo("Delete run and its files (2 MB)");
    assertThat(button(robot, "#confirm-keep").isFocused()).isTrue();
    robot.type(KeyCode.SPACE);
    assertThat(shelf.asked).isEmpty();
    assertThat(button(robot, "#confirm-keep").getParent().isVisible()).isFalse();
    ask(robot);
    robot.interact(() -> button(robot, "#confirm-act").fire());
    assertThat(shelf.asked).containsExactly("delete one");
    assertThat(robot.lookup("No runs yet").query().isVisible()).isTrue();
  }

  @Test
  void aRunOfACopiedProjectIsTakenOffTheListAlone(FxRobot robot) {
    add(robot, ScriptedRuns.run("one", "Gentle, run 1", RunState.FINISHED, 140, false));
    ask(robot);
    assertThat(
            robot
                .lookup(
                    "Take “Gentle, run 1” off the list of this copy? Its files stay with the project in which it was trained.")
                .queryAll())
        .isNotEmpty();
    assertThat(button(robot, "#confirm-act").getText()).isEqualTo("Take off the list");
  }

  @Test
  void isRenamedWhereItsNameStands(FxRobot robot) {
    add(robot, ScriptedRuns.run("one", "Gentle, run 1", RunState.FINISHED, 140));
    robot.interact(() -> button(robot, "#title-edit").requestFocus());
    robot.type(KeyCode.SPACE);
    robot.write("Friday");
    robot.type(KeyCode.ENTER);
    assertThat(shelf.asked).containsExactly("rename one Friday");
    robot.type(KeyCode.SPACE);
    robot.write("Saturday");
    robot.type(KeyCode.ESCAPE);
    assertThat(shelf.asked).hasSize(1);
  }

  @Test
  void theListIsWalkedWithTheArrowKeys(FxRobot robot) {
    add(robot, ScriptedRuns.run("two", "Strong, run 2", RunState.FINISHED, 140));
    add(robot, ScriptedRuns.run("one", "Gentle, run 1", RunState.FAILED, 12));
    assertThat(chosen.get()).contains(new JobId("two"));
    robot.interact(() -> robot.lookup("#runs-list").queryAs(ListView.class).requestFocus());
    robot.type(KeyCode.DOWN);
    assertThat(chosen.get()).contains(new JobId("one"));
    assertThat(robot.lookup("Failed at step 12").queryAll()).isNotEmpty();
  }

  private void ask(FxRobot robot) {
    robot.interact(
        () ->
            robot.lookup("#run-more").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> "run-delete".equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  private void add(FxRobot robot, studio.timbre.model.RunSummary run) {
    robot.interact(
        () -> {
          shelf.runs.add(run);
          view.shown();
        });
  }

  private static Button button(FxRobot robot, String id) {
    return robot.lookup(id).queryButton();
  }

  private static NumberTile tile(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(NumberTile.class);
  }
}
