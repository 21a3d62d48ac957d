package studio.timbre.ui.hear;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import studio.timbre.app.Hearing;
import studio.timbre.model.JobId;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.Sampling;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.fx.Work;

class HearViewModelTest {
  private final ScriptedVoices voices = new ScriptedVoices();
  private final ObjectProperty<Optional<JobId>> chosen =
      new SimpleObjectProperty<>(Optional.empty());

  @Test
  void asksBothVoicesTheSameWithTheSameSeed() {
    voices.models.add(ScriptedVoices.MODEL);
    voices.runs.add(ScriptedVoices.RUN);
    var model = model();
    model.prompt().set("Where is my order?");
    model.seed().set(7);
    model.ask();
    assertThat(voices.asked)
        .extracting(ScriptedVoices.Asked::voice)
        .containsExactly(
            new Hearing.Voice.Local(Path.of("small.gguf"), Optional.empty()),
            new Hearing.Voice.Local(Path.of("small.gguf"), Optional.of(Path.of("adapter"))));
    assertThat(voices.asked)
        .allSatisfy(
            asked -> {
              assertThat(asked.sampling()).isEqualTo(new Sampling(0.7, 200, 7));
              assertThat(asked.conversation())
                  .containsExactly(
                      Message.of(Role.SYSTEM, "You are the voice of Gull & Kettle."),
                      Message.of(Role.USER, "Where is my order?"));
            });
  }

  @Test
  void asksTheBaseModelAloneWhileNothingIsTuned() {
    voices.models.add(ScriptedVoices.MODEL);
    var model = model();
    model.prompt().set("Hello");
    model.ask();
    assertThat(voices.asked).hasSize(1);
    assertThat(model.rounds().getFirst().tuned()).isEmpty();
  }

  @Test
  void hasNothingToAskWithoutAModelOrAQuestion() {
    assertThat(model().baseName()).isEmpty();
    voices.models.add(ScriptedVoices.MODEL);
    var model = model();
    assertThat(model.canAsk()).isFalse();
    model.prompt().set("  ");
    assertThat(model.canAsk()).isFalse();
    model.prompt().set("Hello");
    assertThat(model.canAsk()).isTrue();
  }

  @Test
  void wordsComeOneAfterTheOtherUntilBothAreDone() {
    voices.models.add(ScriptedVoices.MODEL);
    voices.runs.add(ScriptedVoices.RUN);
    var model = model();
    model.prompt().set("Hello");
    model.ask();
    var base = model.rounds().getFirst().base();
    assertThat(base.state().get()).isInstanceOf(Speech.State.Loading.class);
    voices.asked.get(0).told().said("Good ", 1);
    voices.asked.get(0).told().said("morning", 4);
    assertThat(base.text().get()).isEqualTo("Good morning");
    assertThat(base.state().get()).isEqualTo(new Speech.State.Speaking(4));
    voices.asked.get(0).told().finished(4, 0.4);
    assertThat(base.state().get()).isEqualTo(new Speech.State.Done(4, 0.4, false));
    assertThat(model.speaking().get()).isTrue();
    voices.asked.get(1).told().finished(0, 0.1);
    assertThat(model.speaking().get()).isFalse();
  }

  @Test
  void stoppingKeepsWhatWasSaid() {
    voices.models.add(ScriptedVoices.MODEL);
    var model = model();
    model.prompt().set("Hello");
    model.ask();
    voices.asked.getFirst().told().said("Good", 1);
    model.stop();
    var base = model.rounds().getFirst().base();
    assertThat(base.text().get()).isEqualTo("Good");
    assertThat(base.state().get()).isEqualTo(new Speech.State.Done(2, 0.5, true));
    assertThat(model.speaking().get()).isFalse();
  }

  @Test
  void aVoiceThatFailsDoesNotSilenceTheOther() {
    voices.models.add(ScriptedVoices.MODEL);
    voices.runs.add(ScriptedVoices.RUN);
    var model = model();
    model.prompt().set("Hello");
    model.ask();
    voices.asked.get(1).told().failed(new UserFacingException("error.voice.died", "It ended."));
    voices.asked.get(0).told().said("Good", 1);
    voices.asked.get(0).told().finished(1, 0.1);
    var round = model.rounds().getFirst();
    assertThat(round.tuned().orElseThrow().state().get()).isInstanceOf(Speech.State.Failed.class);
    assertThat(round.base().text().get()).isEqualTo("Good");
    assertThat(model.speaking().get()).isFalse();
  }

  @Test
  void aHeldOutQuestionComesWithItsSystemMessageAndOurOwnAnswer() {
    voices.models.add(ScriptedVoices.MODEL);
    voices.questions.add(ScriptedVoices.QUESTION);
    var model = model();
    model.system().set("Something else");
    model.take(ScriptedVoices.QUESTION);
    assertThat(model.system().get()).isEqualTo("You are the voice of Gull & Kettle.");
    model.ask();
    assertThat(model.rounds().getFirst().ours()).contains(ScriptedVoices.QUESTION.answer());
    voices.asked.getFirst().told().finished(1, 1);
    model.prompt().set("Can I get oat milk, please?");
    model.ask();
    assertThat(model.rounds().getLast().ours()).isEmpty();
  }

  @Test
  void fillsTheSystemMessageOnceAndLeavesItAloneThen() {
    voices.models.add(ScriptedVoices.MODEL);
    var model = model();
    assertThat(model.system().get()).isEqualTo("You are the voice of Gull & Kettle.");
    model.system().set("Be brief.");
    model.refresh();
    assertThat(model.system().get()).isEqualTo("Be brief.");
  }

  @Test
  void hearsTheRunThatAnotherRoomChose() {
    voices.models.add(ScriptedVoices.MODEL);
    voices.runs.add(ScriptedVoices.RUN);
    chosen.set(Optional.of(new JobId("gone")));
    assertThat(model().run()).contains(ScriptedVoices.RUN);
    assertThat(chosen.get()).contains(new JobId("one"));
  }

  private HearViewModel model() {
    return new HearViewModel(
        voices, new Work(Runnable::run, Runnable::run), new SilentNotices(), chosen);
  }
}
