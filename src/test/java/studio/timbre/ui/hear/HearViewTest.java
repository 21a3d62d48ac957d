package studio.timbre.ui.hear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.timbre.app.Bill;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;
import studio.timbre.ui.shell.Theme;

@ExtendWith(ApplicationExtension.class)
class HearViewTest {
  private final ScriptedVoices voices = new ScriptedVoices();
  private final List<String> rooms = new ArrayList<>();
  private HearView view;

  @Start
  void start(Stage stage) {
    var model =
        new HearViewModel(
            voices,
            Texts.of(Locale.ENGLISH),
            new Work(Runnable::run, Runnable::run),
            new SilentNotices(),
            new SimpleObjectProperty<>(Optional.empty()));
    view = new HearView(model, Texts.of(Locale.ENGLISH), rooms::add);
    var scene = new Scene((Parent) view.node(), 1180, 740);
    Theme.LIGHT.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void withoutAModelItShowsTheWayToOne(FxRobot robot) {
    assertThat(robot.lookup("No voice to hear yet").query().isVisible()).isTrue();
    robot.interact(() -> robot.lookup("#hear-train").queryButton().fire());
    assertThat(rooms).containsExactly("train");
  }

  @Test
  void withoutARunTheBaseModelSpeaksAlone(FxRobot robot) {
    ready(robot, false);
    assertThat(robot.lookup("#hear-ask").queryButton().getText()).isEqualTo("Ask");
    assertThat(robot.lookup("#hear-no-run-train").query().isVisible()).isTrue();
  }

  @Test
  void asksAndListensByKeyboardAlone(FxRobot robot) {
    ready(robot, true);
    robot.interact(() -> robot.lookup("#hear-prompt").query().requestFocus());
    robot.write("Where is my order");
    robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
    robot.write("please");
    assertThat(voices.asked).isEmpty();
    robot.type(KeyCode.ENTER);
    assertThat(voices.asked).hasSize(2);
    assertThat(robot.lookup("#hear-prompt").queryAs(TextArea.class).getText())
        .isEqualTo("Where is my order\nplease");
    robot.interact(
        () -> {
          voices.asked.get(0).told().said("I", 1);
        });
    assertThat(robot.lookup("1 token so far").query().isVisible()).isTrue();
    robot.interact(
        () -> {
          voices.asked.get(0).told().said(" am a model.", 5);
          voices.asked.get(1).told().said("It left us on Monday.", 6);
          voices.asked.get(0).told().finished(5, 1);
          voices.asked.get(1).told().finished(6, 1.5);
        });
    assertThat(robot.lookup(".answer-words").queryAllAs(Label.class))
        .extracting(Label::getText)
        .containsExactly("I am a model.", "It left us on Monday.");
    assertThat(robot.lookup("6 tokens in 1.5 s, 4.0 tokens per second").query().isVisible())
        .isTrue();
    robot.write("And mine");
    assertThat(robot.lookup("#hear-prompt").queryAs(TextArea.class).getText())
        .isEqualTo("And mine");
    robot.type(KeyCode.TAB);
    assertThat(robot.lookup("#hear-ask").queryButton().isFocused()).isTrue();
  }

  @Test
  void aHeldOutQuestionShowsWhatWeWrote(FxRobot robot) {
    voices.questions.add(ScriptedVoices.QUESTION);
    ready(robot, true);
    robot.interact(
        () ->
            robot
                .lookup("#hear-questions")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .selectFirst());
    robot.interact(() -> robot.lookup("#hear-ask").queryButton().fire());
    assertThat(robot.lookup(ScriptedVoices.QUESTION.answer()).query().isVisible()).isTrue();
  }

  @Test
  void theDiceGivesAnotherSeedAndSeedsCanBeTyped(FxRobot robot) {
    ready(robot, true);
    var field = robot.lookup("#hear-seed").queryAs(TextField.class);
    robot.interact(() -> robot.lookup("#hear-dice").queryButton().fire());
    assertThat(field.getText()).isNotEqualTo("42").matches("\\d+");
    robot.interact(
        () -> {
          field.requestFocus();
          field.selectAll();
        });
    robot.write("12x3");
    assertThat(field.getText()).isEqualTo("123");
  }

  @Test
  void aModelAtAProviderIsNamedAskedAndPaid(FxRobot robot) {
    voices.connections.add(ScriptedVoices.OPENAI);
    voices.names.addAll(List.of("ft:gpt-4.1-mini:gull::x1", "gpt-4.1-mini"));
    ready(robot, true);
    robot.interact(() -> robot.lookup("#hear-voice-add").queryAs(MenuButton.class).show());
    robot.interact(
        () ->
            robot.lookup("#hear-voice-add").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> "hear-voice-named".equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    robot.interact(() -> robot.lookup("#hear-voice-add").queryAs(MenuButton.class).hide());
    robot.interact(() -> robot.lookup("#hear-names").queryButton().fire());
    assertThat(robot.lookup("2 models to choose from.").query().isVisible()).isTrue();
    robot.interact(
        () ->
            robot.lookup("#hear-model").queryAs(ComboBox.class).getSelectionModel().selectFirst());
    robot.interact(() -> robot.lookup("#hear-use").queryButton().fire());
    robot.interact(() -> robot.lookup("#hear-prompt").queryAs(TextArea.class).setText("Hello"));
    assertThat(
            robot
                .lookup("Goes to api.openai.com and costs at most about $0.0004 an answer.")
                .query()
                .isVisible())
        .isTrue();
    assertThat(robot.lookup("#hear-ask").queryButton().getText()).isEqualTo("Ask all");
    robot.interact(() -> robot.lookup("#hear-ask").queryButton().fire());
    assertThat(voices.asked).hasSize(3);
    robot.interact(
        () -> {
          var told = voices.asked.get(2).told();
          told.said("<b>It</b> left _us_", 5);
          told.billed(new Bill(20, 5, true, OptionalDouble.of(0.0003)));
          told.finished(5, 1);
        });
    assertThat(robot.lookup("<b>It</b> left _us_").query().isVisible()).isTrue();
    assertThat(
            robot.lookup("5 tokens in 1.0 s, 5.0 tokens per second · $0.0003").query().isVisible())
        .isTrue();
    assertThat(robot.lookup("#hear-sum").queryAs(Label.class).getText())
        .isEqualTo("This sitting: $0.0003 for 1 answer of providers.");
    robot.interact(() -> robot.lookup("#hear-voice-remove-2").queryButton().fire());
    assertThat(robot.lookup("#hear-ask").queryButton().getText()).isEqualTo("Ask both");
  }

  @Test
  void aMissingKeyLeadsToSettings(FxRobot robot) {
    voices.connections.add(ScriptedVoices.OPENAI);
    ready(robot, true);
    robot.interact(
        () -> {
          voices.problem =
              Optional.of(new UserFacingException("error.keys.locked", "Locked.", "x"));
          view.model().form().open(OptionalInt.empty());
          view.model().form().askForNames();
        });
    robot.interact(() -> robot.lookup("#hear-form-settings").queryButton().fire());
    assertThat(rooms).containsExactly("settings");
  }

  @Test
  void aTunedModelIsDeletedOnlyAfterASecondYes(FxRobot robot) {
    voices.tuned.add(ScriptedVoices.TUNED);
    ready(robot, true);
    robot.interact(
        () -> {
          view.model()
              .voices()
              .add(VoiceChoice.tunedAt(ScriptedVoices.TUNED, ScriptedVoices.TUNED.model()));
          view.model().serving().askToEnd(ScriptedVoices.TUNED);
        });
    assertThat(robot.lookup("#confirm-keep").queryButton().isFocused()).isTrue();
    robot.interact(() -> robot.lookup("#confirm-keep").queryButton().fire());
    assertThat(voices.serving.deeds).isEmpty();
    robot.interact(() -> view.model().serving().askToEnd(ScriptedVoices.TUNED));
    robot.interact(() -> robot.lookup("#confirm-act").queryButton().fire());
    assertThat(voices.serving.deeds).containsExactly("end Gull & Kettle, second try");
  }

  private void ready(FxRobot robot, boolean tuned) {
    voices.models.add(ScriptedVoices.MODEL);
    if (tuned) {
      voices.runs.add(ScriptedVoices.RUN);
    }
    robot.interact(() -> view.shown());
  }
}
