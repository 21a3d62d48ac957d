package studio.timbre.ui.hear;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import studio.timbre.app.Bill;
import studio.timbre.app.Hearing;
import studio.timbre.app.ProjectBudget.Spent;
import studio.timbre.app.ProjectBudget.Standing;
import studio.timbre.app.Serving.Ending;
import studio.timbre.app.Serving.State;
import studio.timbre.model.JobId;
import studio.timbre.model.Message;
import studio.timbre.model.PriceRange;
import studio.timbre.model.Role;
import studio.timbre.model.Sampling;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.fx.Texts;
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
    assertThat(model.rounds().getFirst().speeches()).hasSize(1);
  }

  @Test
  void hasNothingToAskWithoutAModelOrAQuestion() {
    assertThat(model().voices().chosen()).isEmpty();
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
    var base = model.rounds().getFirst().speeches().getFirst();
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
    var base = model.rounds().getFirst().speeches().getFirst();
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
    assertThat(round.speeches().get(1).state().get()).isInstanceOf(Speech.State.Failed.class);
    assertThat(round.speeches().get(0).text().get()).isEqualTo("Good");
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
    assertThat(model().voices().chosen())
        .containsExactly(
            VoiceChoice.untuned(ScriptedVoices.RUN), VoiceChoice.tuned(ScriptedVoices.RUN));
    assertThat(chosen.get()).contains(new JobId("one"));
  }

  @Test
  void upToFourVoicesAreAskedAtOnceAndEachIsStoppedByItself() {
    voices.models.add(ScriptedVoices.MODEL);
    voices.runs.add(ScriptedVoices.RUN);
    voices.tuned.add(ScriptedVoices.TUNED);
    var model = model();
    model.voices().add(VoiceChoice.tunedAt(ScriptedVoices.TUNED, "ft:x"));
    model.voices().add(VoiceChoice.at(ScriptedVoices.NEBIUS, "meta-llama/Llama"));
    assertThat(model.voices().canAdd()).isFalse();
    model.voices().add(VoiceChoice.at(ScriptedVoices.NEBIUS, "one too many"));
    model.prompt().set("Hello");
    model.ask();
    assertThat(voices.asked).hasSize(4);
    assertThat(voices.asked.get(2).voice())
        .isEqualTo(new Hearing.Voice.Api(ScriptedVoices.OPENAI, "ft:x"));
    model.rounds().getFirst().speeches().get(2).stop();
    assertThat(voices.stopped).isEqualTo(1);
    assertThat(model.speaking().get()).isTrue();
    model.stop();
    assertThat(model.speaking().get()).isFalse();
  }

  @Test
  void aTypedModelCanBeChosenAgainAndOthersTakenAway() {
    voices.models.add(ScriptedVoices.MODEL);
    voices.connections.add(ScriptedVoices.NEBIUS);
    voices.names.addAll(java.util.List.of("a", "b"));
    var model = model();
    var form = model.form();
    form.open(java.util.OptionalInt.empty());
    assertThat(form.canUse()).isFalse();
    form.askForNames();
    assertThat(form.names()).containsExactly("a", "b");
    form.name().set(" a ");
    form.use();
    assertThat(form.open().get()).isFalse();
    var typed = VoiceChoice.at(ScriptedVoices.NEBIUS, "a");
    assertThat(model.voices().chosen())
        .containsExactly(VoiceChoice.of(ScriptedVoices.MODEL), typed);
    model.voices().remove(1);
    model.refresh();
    assertThat(model.voices().choices()).contains(typed);
    model.voices().replace(0, typed);
    assertThat(model.voices().chosen()).containsExactly(typed);
  }

  @Test
  void saysWhatTheFirstQuestionCostsAndAddsUpWhatWasSpent() {
    voices.models.add(ScriptedVoices.MODEL);
    var model = model();
    assertThat(model.sitting().notices()).isEmpty();
    model.voices().add(VoiceChoice.tunedAt(ScriptedVoices.TUNED, ScriptedVoices.TUNED.model()));
    model.voices().add(VoiceChoice.at(ScriptedVoices.NEBIUS, "meta-llama/Llama"));
    assertThat(model.sitting().notices())
        .containsExactly(
            new Sitting.Notice("api.openai.com", java.util.OptionalDouble.of(0.0004)),
            new Sitting.Notice("api.tokenfactory.nebius.com", java.util.OptionalDouble.empty()));
    model.prompt().set("Hello");
    model.ask();
    assertThat(model.sitting().notices()).isEmpty();
    voices.asked.get(0).told().finished(3, 1);
    voices.asked.get(1).told().billed(new Bill(9, 5, true, java.util.OptionalDouble.of(0.0003)));
    voices.asked.get(1).told().finished(5, 1);
    voices.asked.get(2).told().billed(new Bill(9, 5, true, java.util.OptionalDouble.empty()));
    voices.asked.get(2).told().failed(new UserFacingException("error.chat.cut", "Cut.", "x", ""));
    assertThat(model.sitting().spent().get()).isEqualTo(new Sitting.Spent(2, 0.0003, 1, true));
    assertThat(model.rounds().getFirst().speeches().get(0).bill().get()).isEmpty();
    model.prompt().set("And now");
    assertThat(model.sitting().notices()).isEmpty();
  }

  @Test
  void theVoicesOfARunThatWasDeletedAreHeardNoMore() {
    voices.models.add(ScriptedVoices.MODEL);
    voices.runs.add(ScriptedVoices.RUN);
    var model = model();
    model.voices().add(VoiceChoice.at(ScriptedVoices.NEBIUS, "a"));
    voices.runs.clear();
    model.refresh();
    assertThat(model.voices().chosen())
        .containsExactly(
            VoiceChoice.of(ScriptedVoices.MODEL), VoiceChoice.at(ScriptedVoices.NEBIUS, "a"));
  }

  @Test
  void aTunedAdapterIsDeployedAndThenAskedByTheNameThatItAnswersTo() {
    voices.models.add(ScriptedVoices.MODEL);
    voices.tuned.add(ScriptedVoices.ADAPTER);
    voices.serving.states.put(ScriptedVoices.ADAPTER, new State.Deployable("base", true));
    var model = model();
    assertThat(model.serving().cards()).isEmpty();
    model.voices().add(VoiceChoice.tunedAt(ScriptedVoices.ADAPTER, "ftckpt_2"));
    assertThat(model.serving().cards()).hasSize(1);
    model.prompt().set("Hello");
    assertThat(model.heard()).containsExactly(VoiceChoice.of(ScriptedVoices.MODEL));
    assertThat(model.sitting().notices()).isEmpty();
    model.serving().deploy(ScriptedVoices.ADAPTER, "base");
    assertThat(voices.serving.deeds).containsExactly("deploy Gull & Kettle at Nebius on base");
    assertThat(model.serving().cards().getFirst().state()).isInstanceOf(State.Deploying.class);
    voices.serving.states.put(
        ScriptedVoices.ADAPTER, new State.Answers("base-LoRa:x", Ending.TAKES_DOWN));
    voices.serving.tell();
    assertThat(model.serving().cards()).isEmpty();
    assertThat(model.sitting().notices()).hasSize(1);
    model.ask();
    assertThat(voices.asked.getLast().voice())
        .isEqualTo(new Hearing.Voice.Api(ScriptedVoices.NEBIUS, "base-LoRa:x"));
  }

  @Test
  void aDeletedModelIsHeardNoMoreAndAFailureIsTold() {
    voices.models.add(ScriptedVoices.MODEL);
    voices.tuned.add(ScriptedVoices.TUNED);
    var model = model();
    model.voices().add(VoiceChoice.tunedAt(ScriptedVoices.TUNED, ScriptedVoices.TUNED.model()));
    assertThat(model.serving().endingOf(ScriptedVoices.TUNED)).isEqualTo(Ending.DELETES_MODEL);
    voices.serving.problem =
        Optional.of(new UserFacingException("error.chat.notAllowed", "No.", "a", "b"));
    model.serving().askToEnd(ScriptedVoices.TUNED);
    model.serving().end();
    assertThat(model.serving().fault().get()).isPresent();
    assertThat(model.voices().chosen()).hasSize(2);
    voices.serving.problem = Optional.empty();
    model.serving().askToEnd(ScriptedVoices.TUNED);
    model.serving().end();
    assertThat(voices.serving.deeds).containsExactly("end Gull & Kettle, second try");
    assertThat(model.voices().chosen()).containsExactly(VoiceChoice.of(ScriptedVoices.MODEL));
    assertThat(model.voices().choices()).hasSize(1);
  }

  @Test
  void whereAllVoicesAreGoneThePairOfTheRunIsHeardAgain() {
    voices.runs.add(ScriptedVoices.RUN);
    voices.tuned.add(ScriptedVoices.TUNED);
    var model = model();
    var tuned = VoiceChoice.tunedAt(ScriptedVoices.TUNED, ScriptedVoices.TUNED.model());
    model.voices().remove(1);
    model.voices().replace(0, tuned);
    voices.tuned.clear();
    model.refresh();
    assertThat(model.voices().chosen())
        .containsExactly(
            VoiceChoice.untuned(ScriptedVoices.RUN), VoiceChoice.tuned(ScriptedVoices.RUN));
  }

  @Test
  void aQuestionThatCouldExceedTheBudgetWaitsForAHigherOneToBeTyped() {
    voices.models.add(ScriptedVoices.MODEL);
    voices.budget =
        new Standing(OptionalDouble.of(0.001), new Spent(0.0005, 0), new Spent(0.0003, 0));
    var model = model();
    model.voices().add(VoiceChoice.at(ScriptedVoices.OPENAI, "ft:gpt-4.1-mini"));
    model.prompt().set("Hello");
    assertThat(model.sitting().press().get()).contains(Optional.of(PriceRange.exactly(0.0004)));
    assertThat(model.canAsk()).as("0.0008 are spent, and 0.0004 come on top").isFalse();
    model.ask();
    assertThat(voices.asked).isEmpty();
    model.budget().text().set("$0.0012");
    assertThat(model.budget().canKeep(model.sitting().press().get())).isTrue();
    model.budget().keep();
    assertThat(model.canAsk()).isTrue();
    model.ask();
    assertThat(voices.asked).hasSize(2);
  }

  @Test
  void aVoiceOfThisComputerAnswersWhateverIsSpent() {
    voices.models.add(ScriptedVoices.MODEL);
    voices.budget = new Standing(OptionalDouble.of(1), new Spent(7, 1), Spent.NOTHING);
    var model = model();
    model.prompt().set("Hello");
    assertThat(model.canAsk()).isTrue();
  }

  @Test
  void aVoiceWhosePriceIsNotKnownCouldExceedAnyBudget() {
    voices.models.add(ScriptedVoices.MODEL);
    voices.budget = new Standing(OptionalDouble.of(1_000), Spent.NOTHING, Spent.NOTHING);
    var model = model();
    model.voices().add(VoiceChoice.at(ScriptedVoices.NEBIUS, "Qwen/Qwen3-30B-A3B"));
    model.prompt().set("Hello");
    assertThat(model.canAsk()).isFalse();
    model.budget().text().set("no budget");
    model.budget().keep();
    assertThat(model.canAsk()).isTrue();
  }

  @Test
  void whatIsNotLetInIsAnsweredByNobody() {
    voices.models.add(ScriptedVoices.MODEL);
    voices.pressProblem =
        Optional.of(new UserFacingException("error.budget.exceededByAnswer", "Too much."));
    var model = model();
    model.prompt().set("Hello");
    model.ask();
    assertThat(model.rounds().getFirst().speeches().getFirst().state().get())
        .isInstanceOf(Speech.State.Failed.class);
    assertThat(model.speaking().get()).isFalse();
  }

  @Test
  void theBudgetIsReadAgainWhenAPaidAnswerHasEnded() {
    voices.models.add(ScriptedVoices.MODEL);
    var model = model();
    model.voices().add(VoiceChoice.at(ScriptedVoices.OPENAI, "ft:gpt-4.1-mini"));
    model.prompt().set("Hello");
    model.ask();
    voices.budget = new Standing(OptionalDouble.empty(), Spent.NOTHING, new Spent(0.0002, 0));
    voices.asked.get(1).told().finished(3, 0.1);
    assertThat(model.budget().standing().get().spent()).isEqualTo(0.0002);
  }

  private HearViewModel model() {
    return new HearViewModel(
        voices,
        Texts.of(Locale.ENGLISH),
        new Work(Runnable::run, Runnable::run),
        new SilentNotices(),
        chosen);
  }
}
