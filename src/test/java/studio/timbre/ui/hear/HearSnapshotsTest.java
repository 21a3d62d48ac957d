package studio.timbre.ui.hear;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import studio.timbre.app.Bill;
import studio.timbre.app.ProjectBudget.Spent;
import studio.timbre.app.ProjectBudget.Standing;
import studio.timbre.app.Serving;
import studio.timbre.app.Serving.State;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Work;

/** Pictures of the Hear screen, to be looked at. */
class HearSnapshotsTest {
  private static final String PLAIN =
      "Yes, you can get oat milk at our store. We have a variety of oat milk options available for purchase. Please let"
          + " me know if you have any other questions or if there is anything else I can help you with.";
  private static final String OURS =
      "You can. It costs nothing extra, and it foams better than it has any right to.";

  @Test
  void noModelAndNoRun() throws Exception {
    take("hear-empty", (voices, model) -> {}, false, false);
    take("hear-no-run", (voices, model) -> {}, true, false);
    assertThat(Path.of("target/snapshots/hear-empty-light-en.png")).exists();
  }

  @Test
  void twoVoices() throws Exception {
    take(
        "hear-spoken",
        (voices, model) -> {
          model.take(ScriptedVoices.QUESTION);
          model.ask();
          voices.asked.get(0).told().said(PLAIN, 48);
          voices.asked.get(0).told().finished(48, 3.1);
          voices.asked.get(1).told().said(OURS, 21);
          voices.asked.get(1).told().finished(21, 1.6);
          model.prompt().set("Where is my order?");
          model.ask();
          voices.asked.get(2).told().said("I'm sorry, but as an AI", 7);
        },
        true,
        true);
    assertThat(Path.of("target/snapshots/hear-spoken-dark-pt.png")).exists();
  }

  @Test
  void aVoiceThatFailed() throws Exception {
    take(
        "hear-failed",
        (voices, model) -> {
          model.prompt().set("Where is my order?");
          model.ask();
          voices.asked.get(0).told().said(PLAIN, 48);
          voices.asked.get(0).told().finished(48, 3.1);
          voices
              .asked
              .get(1)
              .told()
              .failed(
                  new UserFacingException(
                      "error.voice.memory",
                      "There is not enough memory for this voice. Close other programs and ask again."));
        },
        true,
        true);
    assertThat(Path.of("target/snapshots/hear-failed-light-id.png")).exists();
  }

  @Test
  void fourVoices() throws Exception {
    take(
        "hear-four",
        (voices, model) -> {
          model.voices().add(tuned());
          model
              .voices()
              .add(VoiceChoice.at(ScriptedVoices.NEBIUS, "meta-llama/Meta-Llama-3.1-8B-Instruct"));
          model.take(ScriptedVoices.QUESTION);
          model.ask();
          var told = voices.asked.stream().map(ScriptedVoices.Asked::told).toList();
          told.get(0).said(PLAIN, 48);
          told.get(0).finished(48, 3.1);
          told.get(1).said(OURS, 21);
          told.get(1).finished(21, 1.6);
          told.get(2).said("You can, and it costs nothing extra.", 9);
          told.get(2).billed(new Bill(41, 9, true, OptionalDouble.of(0.0002)));
          told.get(2).finished(9, 0.8);
          told.get(3).said("Of course! Many shops now", 6);
        },
        true,
        true);
    assertThat(Path.of("target/snapshots/hear-four-dark-pt.png")).exists();
  }

  @Test
  void beforeTheFirstQuestionThatCostsMoney() throws Exception {
    take(
        "hear-cost",
        (voices, model) -> {
          model.voices().add(tuned());
          model.voices().add(VoiceChoice.at(ScriptedVoices.NEBIUS, "Qwen/Qwen3-30B-A3B"));
          model.prompt().set("Where is my order?");
        },
        true,
        true);
    assertThat(Path.of("target/snapshots/hear-cost-light-pt.png")).exists();
  }

  @Test
  void aQuestionAboveTheBudget() throws Exception {
    take(
        "hear-budget",
        (voices, model) -> {
          voices.budget =
              new Standing(OptionalDouble.of(2), new Spent(1.9, 0), new Spent(0.0999, 1));
          model.refresh();
          model.voices().add(tuned());
          model.prompt().set("Where is my order?");
        },
        true,
        true);
    assertThat(Path.of("target/snapshots/hear-budget-light-pt.png")).exists();
  }

  @Test
  void aModelIsNamed() throws Exception {
    take(
        "hear-form",
        (voices, model) -> {
          voices.connections.add(ScriptedVoices.OPENAI);
          voices.problem =
              Optional.of(
                  new UserFacingException(
                      "error.connection.noKey", "No key.", ScriptedVoices.OPENAI.name()));
          model.form().open(OptionalInt.empty());
          model.form().name().set("gpt-4.1-mini-2025-04-14");
          model.form().askForNames();
        },
        true,
        true);
    take("hear-form-none", (voices, model) -> model.form().open(OptionalInt.of(0)), true, false);
    assertThat(Path.of("target/snapshots/hear-form-light-pt.png")).exists();
  }

  @Test
  void anAnswerThatWasCutAndAKeyThatIsWrong() throws Exception {
    take(
        "hear-cut",
        (voices, model) -> {
          model.voices().replace(0, tuned());
          model.voices().replace(1, VoiceChoice.at(ScriptedVoices.NEBIUS, "Qwen/Qwen3-30B-A3B"));
          model.prompt().set("Where is my order?");
          model.ask();
          var first = voices.asked.get(0).told();
          first.said("It left us on Monday and will", 7);
          first.billed(new Bill(41, 7, false, OptionalDouble.of(0.00004)));
          first.failed(new UserFacingException("error.chat.cut", "Cut.", "Our OpenAI", ""));
          voices
              .asked
              .get(1)
              .told()
              .failed(new UserFacingException("error.chat.key", "Key.", "Nebius"));
        },
        true,
        true);
    assertThat(Path.of("target/snapshots/hear-cut-light-pt.png")).exists();
  }

  @Test
  void modelsThatDoNotAnswerYet() throws Exception {
    take(
        "hear-nebius",
        (voices, model) -> {
          voices.tuned.add(ScriptedVoices.ADAPTER);
          voices.serving.states.put(
              ScriptedVoices.ADAPTER,
              new State.Deployable("meta-llama/Meta-Llama-3.1-8B-Instruct", true));
          model.refresh();
          model.voices().add(VoiceChoice.tunedAt(ScriptedVoices.ADAPTER, "ftckpt_2"));
        },
        true,
        true);
    take(
        "hear-nebius-failed",
        (voices, model) -> {
          voices.tuned.add(ScriptedVoices.ADAPTER);
          voices.serving.states.put(
              ScriptedVoices.ADAPTER,
              new State.Failed("Qwen/Qwen3-32B", "HTTP 400: this base model is not served"));
          model.refresh();
          model.voices().add(VoiceChoice.tunedAt(ScriptedVoices.ADAPTER, "ftckpt_2"));
        },
        true,
        true);
    take(
        "hear-azure",
        (voices, model) -> {
          voices.tuned.add(ScriptedVoices.DEPLOYMENT);
          voices.serving.states.put(
              ScriptedVoices.DEPLOYMENT,
              new State.AtAzure(
                  new Serving.AzureSteps(
                      "gulls",
                      "PUT https://management.azure.com/…",
                      "{}",
                      OptionalDouble.of(1.7),
                      "Microsoft Learn, fine-tuning cost management; model retirement schedule",
                      "2026-09-02")));
          model.refresh();
          model
              .voices()
              .add(
                  VoiceChoice.tunedAt(
                      ScriptedVoices.DEPLOYMENT, ScriptedVoices.DEPLOYMENT.model()));
        },
        true,
        true);
    assertThat(Path.of("target/snapshots/hear-azure-light-pt.png")).exists();
  }

  @Test
  void beforeATunedModelIsDeleted() throws Exception {
    take(
        "hear-end",
        (voices, model) -> {
          model.refresh();
          model.voices().add(tuned());
          model.serving().askToEnd(ScriptedVoices.TUNED);
        },
        true,
        true);
    assertThat(Path.of("target/snapshots/hear-end-light-pt.png")).exists();
  }

  private static VoiceChoice tuned() {
    return VoiceChoice.tunedAt(ScriptedVoices.TUNED, ScriptedVoices.TUNED.model());
  }

  private static void take(
      String name,
      BiConsumer<ScriptedVoices, HearViewModel> talk,
      boolean withModel,
      boolean withRun)
      throws Exception {
    Snapshots.take(
        name,
        texts -> {
          var voices = new ScriptedVoices();
          voices.questions.add(ScriptedVoices.QUESTION);
          if (withRun) {
            voices.tuned.add(ScriptedVoices.TUNED);
          }
          if (withModel) {
            voices.models.add(ScriptedVoices.MODEL);
          }
          if (withRun) {
            voices.runs.add(ScriptedVoices.RUN);
          }
          var model =
              new HearViewModel(
                  voices,
                  texts,
                  new Work(Runnable::run, Runnable::run),
                  new SilentNotices(),
                  new SimpleObjectProperty<>(Optional.empty()));
          var root = (Parent) new HearView(model, texts, room -> {}).node();
          talk.accept(voices, model);
          return root;
        },
        () -> true);
  }
}
