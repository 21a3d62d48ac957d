package studio.timbre.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.PasswordField;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.timbre.model.ApiAttention;
import studio.timbre.model.ApiRun;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.Provider;
import studio.timbre.model.RunState;
import studio.timbre.model.TrainingRun;
import studio.timbre.ui.NoFiles;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.control.Facts;
import studio.timbre.ui.control.NumberTile;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;
import studio.timbre.ui.shell.Theme;

/** Jobs at providers among the runs. */
@ExtendWith(ApplicationExtension.class)
class ApiRunsViewTest {
  private final ScriptedRuns shelf = new ScriptedRuns(Path.of("target"));
  private final List<TrainingRun> heard = new ArrayList<>();
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
  }

  private void show(FxRobot robot, ApiRun... runs) {
    robot.interact(
        () -> {
          shelf.runs.addAll(List.of(runs));
          var texts = Texts.of(Locale.ENGLISH);
          var model =
              new RunsViewModel(
                  shelf,
                  texts,
                  new Work(Runnable::run, Runnable::run),
                  new SilentNotices(),
                  new SimpleObjectProperty<>(Optional.empty()),
                  heard::add);
          var view = new RunsView(model, NoJobsElsewhere.model(), texts, new NoFiles(), room -> {});
          var scene = new Scene((Parent) view.node(), 1180, 740);
          Theme.LIGHT.apply(scene);
          stage.setScene(scene);
          stage.show();
        });
  }

  private static String badge(FxRobot robot) {
    return robot.lookup(".run-view .state-badge").queryAs(Label.class).getText();
  }

  private static boolean isThere(FxRobot robot, String id) {
    return robot.lookup(id).tryQuery().filter(node -> node.isVisible()).isPresent();
  }

  private static void press(FxRobot robot, String id) {
    robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
  }

  @Test
  void theRecipeSaysTheSizeOfTheAdapterWhereItCanBeChosen(FxRobot robot) {
    var told = new ArrayList<String>();
    robot.interact(
        () -> {
          var nebius = facts(Provider.NEBIUS, 16);
          told.add(nebius.get(nebius.indexOf("Rank") + 1));
          told.add(nebius.get(nebius.indexOf("Alpha") + 1));
          assertThat(facts(Provider.OPENAI, 0)).contains("Epochs").doesNotContain("Rank", "Alpha");
        });
    assertThat(told).containsExactly("16", "The provider's choice");
  }

  private static List<String> facts(Provider provider, int rank) {
    var made = MadeJobs.job("one", RunState.QUEUED, ApiAttention.SEEN_TO, 0, now -> now);
    var facts = new Facts();
    new ApiFacts(Texts.of(Locale.ENGLISH), facts).show(MadeJobs.sized(made, provider, rank));
    return facts.getChildren().stream().map(node -> ((Label) node).getText()).toList();
  }

  @Test
  void saysHowMuchIsSentAndWhatTheProviderDoesBeforeItTrains(FxRobot robot) {
    show(
        robot,
        MadeJobs.job(
            "one", RunState.QUEUED, ApiAttention.SEEN_TO, 0, Optional.empty(), now -> now));
    assertThat(badge(robot)).isEqualTo("Sending the data");
    robot.interact(
        () ->
            shelf.tell(
                new JobEvent.Sending(
                    new JobId("one"), 1, ScriptedRuns.START, "a", 3_000_000, 12_000_000)));
    assertThat(badge(robot)).isEqualTo("Sending, 3 MB of 12 MB");
    robot.interact(
        () ->
            shelf.put(
                0,
                MadeJobs.job(
                    "one",
                    RunState.QUEUED,
                    ApiAttention.SEEN_TO,
                    0,
                    Optional.of("validating_files"),
                    MadeJobs::created)));
    assertThat(badge(robot)).isEqualTo("The data is checked there");
    robot.interact(
        () ->
            shelf.put(
                0,
                MadeJobs.job(
                    "one",
                    RunState.QUEUED,
                    ApiAttention.SEEN_TO,
                    0,
                    Optional.of("queued"),
                    MadeJobs::created)));
    assertThat(badge(robot)).isEqualTo("Waiting there");
  }

  @Test
  void theChartAndTheNumbersMoveAsTheyDoForARunHere(FxRobot robot) {
    show(robot, MadeJobs.job("one", RunState.RUNNING, ApiAttention.SEEN_TO, 0, MadeJobs::created));
    robot.interact(
        () -> {
          shelf.started("one", 0);
          shelf.providerStep("one", 70, 1.4);
          shelf.evaluated("one", 70, 1.31);
          shelf.providerStep("one", 35, 1.8);
        });
    assertThat(badge(robot)).isEqualTo("Training, 50%");
    assertThat(tile(robot, "#run-step").valueText()).isEqualTo("70");
    assertThat(tile(robot, "#run-held-out").valueText()).isEqualTo("1.31");
    assertThat(tile(robot, "#run-money").valueText()).isEqualTo("≈\u00a0$1.60");
    assertThat(tile(robot, "#run-money").remarkText()).isEqualTo("about this so far, of $3.20");
  }

  @Test
  void aJobThatLearnsFromRewardsSpeaksOfRewardsEverywhere(FxRobot robot) {
    show(robot, MadeJobs.job("one", RunState.RUNNING, ApiAttention.SEEN_TO, 0, MadeJobs::created));
    robot.interact(
        () -> {
          shelf.started("one", 0);
          shelf.rewarded("one", 10, OptionalDouble.of(-0.3), OptionalDouble.of(-0.4));
          shelf.rewarded("one", 20, OptionalDouble.of(0.1), OptionalDouble.of(0.2));
          shelf.rewarded("one", 30, OptionalDouble.of(0.6), OptionalDouble.of(0.5));
          shelf.rewarded("one", 35, OptionalDouble.of(0.7), OptionalDouble.empty());
        });
    var heldOut = tile(robot, "#run-held-out");
    assertThat(heldOut.nameText()).isEqualTo("Held-out reward");
    assertThat(heldOut.valueText()).isEqualTo("0.50");
    assertThat(heldOut.remarkText()).isEqualTo("+0.90 from -0.40");
    assertThat(tile(robot, "#run-step").valueText()).isEqualTo("35");
    assertThat(badge(robot)).isEqualTo("Training, 25%");
    assertThat(robot.lookup("#run-advice").queryAs(Label.class).getText())
        .isEqualTo("The held-out reward is rising (+0.90 so far): let it run.");
    assertThat(robot.lookup("#run-explained").queryAs(Label.class).getText())
        .startsWith("Reward is the grade");
    assertThat(robot.lookup(".loss-chart-legend-entry").queryAllAs(Label.class))
        .extracting(Label::getText)
        .containsExactly("Reward", "Held-out reward", "Higher is better");
    assertThat(isThere(robot, "#chart-log")).isFalse();
    assertThat(robot.lookup(".run-cell .label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .contains("Held-out reward 0.50");
  }

  private static NumberTile tile(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(NumberTile.class);
  }

  @Test
  void cancellingAsksFirstAndSaysWhatIsCharged(FxRobot robot) {
    show(robot, MadeJobs.job("one", RunState.RUNNING, ApiAttention.SEEN_TO, 40, MadeJobs::created));
    press(robot, "#run-cancel");
    assertThat(shelf.asked).isEmpty();
    assertThat(robot.lookup(".confirm-bar .label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .anyMatch(text -> text.contains("may charge what was trained until then"));
    press(robot, "#confirm-act");
    assertThat(shelf.asked).containsExactly("cancel one");
  }

  @Test
  void aJobOfWhichNothingIsKnownIsLookedForAndCannotBeTakenOffTheList(FxRobot robot) {
    show(
        robot,
        MadeJobs.job(
            "one",
            RunState.UNDECIDED,
            ApiAttention.NOBODY,
            0,
            now -> now.asked(ScriptedRuns.START)));
    assertThat(badge(robot)).isEqualTo("Not known whether it began");
    press(robot, "#run-look");
    assertThat(shelf.asked).containsExactly("look one");
    var more = robot.lookup("#run-more").queryAs(MenuButton.class);
    assertThat(more.getItems())
        .filteredOn(item -> "run-delete".equals(item.getId()))
        .allMatch(item -> item.isDisable());
  }

  @Test
  void aJobThatWaitsForItsKeyIsGivenItWithTheAddressInSight(FxRobot robot) {
    show(
        robot,
        MadeJobs.job("one", RunState.RUNNING, ApiAttention.KEY_MISSING, 40, MadeJobs::created));
    assertThat(badge(robot)).isEqualTo("Waiting for its key");
    assertThat(robot.lookup("https://api.openai.com/v1").queryAll()).isNotEmpty();
    assertThat(isThere(robot, "#run-cancel")).isFalse();
    robot.interact(() -> robot.lookup("#run-key").queryAs(PasswordField.class).setText("sk-1"));
    press(robot, "#run-give-key");
    assertThat(shelf.asked).containsExactly("key one sk-1");
    robot.interact(
        () ->
            shelf.put(
                0,
                MadeJobs.job(
                    "one", RunState.RUNNING, ApiAttention.KEY_LOCKED, 40, MadeJobs::created)));
    robot.interact(() -> robot.lookup("#run-key").queryAs(PasswordField.class).setText("open"));
    press(robot, "#run-give-key");
    assertThat(shelf.asked).last().isEqualTo("unlock open");
    robot.interact(
        () ->
            shelf.put(
                0,
                MadeJobs.job(
                    "one", RunState.RUNNING, ApiAttention.SEEN_TO, 40, MadeJobs::created)));
    assertThat(isThere(robot, "#run-key-card")).isFalse();
  }

  @Test
  void theTunedModelIsCopiedAndHeardAndWhatIsLeftBehindIsDeleted(FxRobot robot) {
    show(
        robot,
        MadeJobs.job(
            "one",
            RunState.FINISHED,
            ApiAttention.NOBODY,
            140,
            now ->
                MadeJobs.created(now).withTunedModel(MadeJobs.TUNED).leaving("timbre-one.jsonl")));
    press(robot, "#run-copy-tuned");
    robot.interact(
        () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(MadeJobs.TUNED));
    press(robot, "#run-hear");
    assertThat(heard).extracting(TrainingRun::id).containsExactly(new JobId("one"));
    press(robot, "#run-delete-left");
    assertThat(shelf.asked).containsExactly("clear one");
  }

  @Test
  void aJobOfTheOriginalProjectCanOnlyBeReadAndTakenOffTheList(FxRobot robot) {
    show(
        robot, MadeJobs.job("one", RunState.RUNNING, ApiAttention.ORIGINAL, 40, MadeJobs::created));
    assertThat(isThere(robot, "#run-cancel")).isFalse();
    assertThat(isThere(robot, "#run-pause")).isFalse();
    assertThat(isThere(robot, "#run-look")).isFalse();
    var more = robot.lookup("#run-more").queryAs(MenuButton.class);
    assertThat(more.getItems())
        .filteredOn(item -> "run-delete".equals(item.getId()))
        .noneMatch(item -> item.isDisable());
  }
}
