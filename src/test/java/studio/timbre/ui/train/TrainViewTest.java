package studio.timbre.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleLongProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.timbre.app.CheckOutcome;
import studio.timbre.app.Finding;
import studio.timbre.model.JobId;
import studio.timbre.ui.NoFiles;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;
import studio.timbre.ui.shell.Theme;

@ExtendWith(ApplicationExtension.class)
class TrainViewTest {
  private final ScriptedTrainer trainer = new ScriptedTrainer();
  private final SilentNotices notices = new SilentNotices();
  private final List<JobId> started = new ArrayList<>();
  private final ScriptedApiTrainer apis = new ScriptedApiTrainer();
  private ApiTrainViewModel there;
  private final List<OpenProject.Spotlight> shown = new ArrayList<>();
  private TrainView view;
  private WhereViewModel where;

  @Start
  void start(Stage stage) {
    var texts = Texts.of(Locale.ENGLISH);
    var model =
        new TrainViewModel(
            trainer, texts, Work.inBackground(), notices, new SimpleLongProperty(), started::add);
    apis.findings.add(
        new Finding(
            Finding.Severity.WARNING,
            "preflight.few",
            List.of(7, 50),
            Optional.of(Finding.DataFile.TRAINING),
            List.of(2L, 5L),
            List.of(41L, 47L),
            2));
    where = ScriptedApiTrainer.where(apis);
    there = ScriptedApiTrainer.model(apis, texts);
    view =
        new TrainView(
            where,
            model,
            there,
            ScriptedApiTrainer.move(where, there),
            texts,
            new NoFiles(),
            () -> {},
            shown::add);
    var scene = new Scene((Parent) view.node(), 1180, 740);
    Theme.LIGHT.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void withoutAModelItOffersTheStarterAndShowsHowFarTheDownloadIs(FxRobot robot) throws Exception {
    Snapshots.settle(() -> reason(robot).equals("Choose or fetch a base model first."));
    assertThat(robot.lookup("#train-start").queryButton().isDisabled()).isTrue();
    robot.interact(() -> robot.lookup("#train-fetch").queryButton().fire());
    Snapshots.settle(() -> !robot.lookup("30 MB of 92 MB").queryAll().isEmpty());
    trainer.fetchMayEnd.countDown();
    Snapshots.settle(() -> !robot.lookup("#train-start").queryButton().isDisabled());
    assertThat(robot.lookup("#base-smollm2-135m-instruct").queryAs(RadioButton.class).isSelected())
        .isTrue();
  }

  @Test
  void aCancelledDownloadLeavesEverythingAsItWas(FxRobot robot) throws Exception {
    Snapshots.settle(() -> robot.lookup("#train-fetch").queryButton().isVisible());
    robot.interact(() -> robot.lookup("#train-fetch").queryButton().fire());
    Snapshots.settle(() -> !robot.lookup("30 MB of 92 MB").queryAll().isEmpty());
    robot.interact(() -> robot.lookup("#train-fetch-cancel").queryButton().fire());
    trainer.fetchMayEnd.countDown();
    Snapshots.settle(() -> robot.lookup("#train-fetch").queryButton().isVisible());
    assertThat(trainer.library).isEmpty();
    assertThat(notices.failures).isEmpty();
  }

  @Test
  void theButtonSaysHowLongItTakesAndStarts(FxRobot robot) throws Exception {
    ready(robot);
    var start = robot.lookup("#train-start").queryButton();
    assertThat(start.getText()).isEqualTo("Train on this computer (about 22 min)");
    robot.interact(start::fire);
    Snapshots.settle(() -> !started.isEmpty());
    assertThat(trainer.started).containsExactly("smollm2-135m-instruct 3 Balanced, run 1");
  }

  @Test
  void saysInWordsWhyARunCannotStart(FxRobot robot) throws Exception {
    trainer.plan = model -> ScriptedTrainer.plan(178, 30, 24_000_000_000L);
    robot.interact(
        () -> {
          trainer.library.add(ScriptedTrainer.LARGE);
          view.shown();
        });
    Snapshots.settle(() -> reason(robot).startsWith("It needs 24 GB"));
    assertThat(robot.lookup("Too big for this computer").queryAll()).isNotEmpty();
  }

  @Test
  void warnsOfTooFewConversationsAndOfNothingHeldOut(FxRobot robot) throws Exception {
    trainer.plan = model -> ScriptedTrainer.plan(7, 0, 1_000_000_000L);
    ready(robot);
    assertThat(robot.lookup(".plan-warning .label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .containsExactly(
            "Only 7 conversations to learn from. A voice needs at least some dozens.",
            "No conversation is held out. Nobody will be able to say whether it learns or recites.");
  }

  @Test
  void presetsNumbersAndStartWorkByKeyboardAlone(FxRobot robot) throws Exception {
    ready(robot);
    robot.interact(() -> robot.lookup("#preset-balanced").query().requestFocus());
    robot.type(KeyCode.LEFT);
    robot.type(KeyCode.SPACE);
    assertThat(robot.lookup("#preset-gentle").queryAs(RadioButton.class).isSelected()).isTrue();
    robot.interact(() -> robot.lookup("#train-numbers").queryAs(ToggleButton.class).requestFocus());
    robot.type(KeyCode.SPACE);
    var epochs = robot.lookup("#number-epochs").queryAs(TextField.class);
    assertThat(epochs.getText()).isEqualTo("2");
    robot.type(KeyCode.TAB);
    assertThat(epochs.isFocused()).isTrue();
    robot.write("400");
    assertThat(robot.lookup("A whole number from 1 to 100").query().isVisible()).isTrue();
    Snapshots.settle(() -> reason(robot).startsWith("One of the numbers is out of range"));
    robot.eraseText(2);
    Snapshots.settle(() -> !start(robot).isDisabled());
    robot.type(KeyCode.ENTER);
    Snapshots.settle(() -> !started.isEmpty());
    assertThat(trainer.started).containsExactly("smollm2-135m-instruct 4 Own numbers, run 1");
  }

  private void ready(FxRobot robot) throws Exception {
    robot.interact(
        () -> {
          trainer.library.add(ScriptedTrainer.SMALL);
          view.shown();
        });
    Snapshots.settle(() -> !start(robot).isDisabled());
  }

  private static Button start(FxRobot robot) {
    return robot.lookup("#train-start").queryButton();
  }

  private static String reason(FxRobot robot) {
    return robot.lookup("#train-reason").queryAs(Label.class).getText();
  }

  @Test
  void aRefusedKeyIsSaidWhereTheModelsAre(FxRobot robot) throws Exception {
    apis.trouble = Optional.of(new CheckOutcome.KeyRefused());
    robot.interact(
        () -> {
          apis.connections.add(ScriptedApiTrainer.NEBIUS);
          there.use(ScriptedApiTrainer.NEBIUS);
        });
    Snapshots.settle(() -> robot.lookup("#api-asked-why").queryLabeled().getText().contains("key"));
  }

  @Test
  void conversationsThatALookFoundFaultWithAreOneClickAway(FxRobot robot) {
    robot.interact(() -> where.chosen().set(new Where.There(ScriptedApiTrainer.OPENAI)));
    var link = robot.lookup("#api-findings .hyperlink").queryAs(Hyperlink.class);
    robot.interact(link::fire);
    assertThat(shown).hasSize(1);
    assertThat(shown.getFirst().conversations()).containsExactly(41, 47);
    assertThat(shown.getFirst().reason()).contains("50");
  }
}
