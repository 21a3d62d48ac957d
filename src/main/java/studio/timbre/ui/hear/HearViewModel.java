package studio.timbre.ui.hear;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.timbre.app.BudgetedHearing.Asking;
import studio.timbre.app.Serving;
import studio.timbre.app.Subscription;
import studio.timbre.model.JobId;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.RunSummary;
import studio.timbre.model.Sampling;
import studio.timbre.model.TunedModel;
import studio.timbre.ui.budget.BudgetModel;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;
import studio.timbre.ui.hear.HearSource.Question;

/** One question, up to four voices side by side. */
final class HearViewModel implements AutoCloseable {
  private static final long LARGEST_SEED = 1_000_000;

  private record Found(
      List<LibraryModel> models,
      List<RunSummary> runs,
      Map<TunedModel, Serving.State> tunedAtProviders,
      List<Question> questions,
      String system) {}

  private final HearSource source;
  private final Work work;
  private final Notices notices;
  private final Work.Lane reading;
  private final VoiceList voices;
  private final Sitting sitting;
  private final BudgetModel budget;
  private final ApiVoiceFormModel form;
  private final ServingModel serving;
  private final Subscription listening;
  private final ObservableList<Question> questions = FXCollections.observableArrayList();
  private final ObservableList<Round> rounds = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper speaking = new ReadOnlyBooleanWrapper();
  private final StringProperty prompt = new SimpleStringProperty("");
  private final StringProperty system = new SimpleStringProperty("");
  private final DoubleProperty temperature = new SimpleDoubleProperty(0.7);
  private final LongProperty seed = new SimpleLongProperty(42);
  private final IntegerProperty longest = new SimpleIntegerProperty(200);
  private boolean systemFilled;

  /** @param heardRun the run that is heard; other rooms may choose one too */
  HearViewModel(
      HearSource source,
      Texts texts,
      Work work,
      Notices notices,
      ObjectProperty<Optional<JobId>> heardRun) {
    this.source = source;
    this.work = work;
    this.notices = notices;
    this.reading = work.lane();
    this.voices = new VoiceList(heardRun);
    this.sitting = new Sitting(source, work);
    this.budget = new BudgetModel(source, texts, work, notices);
    this.form = new ApiVoiceFormModel(source, work, voices);
    this.serving = new ServingModel(source.serving(), work, this::refresh);
    this.listening = source.serving().onChange(work.gather(this::refresh));
    voices.chosen().addListener((Observable change) -> serving.choose(voices.chosen()));
    voices.chosen().addListener((Observable change) -> weigh());
    serving.cards().addListener((Observable change) -> weigh());
    List.of(prompt, system, longest).forEach(input -> input.addListener((Observable o) -> weigh()));
    refresh();
  }

  /** Who can be heard, and who is. */
  VoiceList voices() {
    return voices;
  }

  /** What questions cost. */
  Sitting sitting() {
    return sitting;
  }

  /** What the project may spend on questions, beside training. */
  BudgetModel budget() {
    return budget;
  }

  /** Where a model at a provider is named. */
  ApiVoiceFormModel form() {
    return form;
  }

  /** Which tuned models at providers answer. */
  ServingModel serving() {
    return serving;
  }

  ObservableList<Question> questions() {
    return questions;
  }

  /** What was asked since the project was opened, oldest first. */
  ObservableList<Round> rounds() {
    return rounds;
  }

  /** True once the lists are there, be they empty. */
  ReadOnlyBooleanProperty read() {
    return read.getReadOnlyProperty();
  }

  /** True while an answer is under way. */
  ReadOnlyBooleanProperty speaking() {
    return speaking.getReadOnlyProperty();
  }

  StringProperty prompt() {
    return prompt;
  }

  StringProperty system() {
    return system;
  }

  DoubleProperty temperature() {
    return temperature;
  }

  LongProperty seed() {
    return seed;
  }

  /** Of an answer, in tokens. */
  IntegerProperty longest() {
    return longest;
  }

  /** Those of the chosen voices that answer. */
  List<VoiceChoice> heard() {
    return voices.chosen().stream().filter(voice -> !serving.isWaiting(voice)).toList();
  }

  boolean canAsk() {
    return !speaking.get()
        && !prompt.get().isBlank()
        && !heard().isEmpty()
        && sitting.press().get().filter(budget.standing().get()::isExceededBy).isEmpty();
  }

  /** Reads voices and questions anew. */
  void refresh() {
    reading
        .run(
            () ->
                new Found(
                    source.models(),
                    source.runs(),
                    ServingModel.states(source.tunedAtProviders(), source.serving()),
                    source.questions(),
                    source.usualSystem()))
        .onSuccess(this::show)
        .onFailure(notices::failed);
    budget.refresh();
  }

  void roll() {
    seed.set(ThreadLocalRandom.current().nextLong(LARGEST_SEED));
  }

  /** Puts a held-out question into the box, with the system message that it goes with. */
  void take(Question question) {
    prompt.set(question.question());
    system.set(question.system());
  }

  /** Asks all voices the same, with the same seed. */
  void ask() {
    if (!canAsk()) {
      return;
    }
    String asked = prompt.get().strip();
    var asking = heard();
    var speeches = asking.stream().map(voice -> new Speech(voice, work)).toList();
    var round = new Round(asked, ours(asked), speeches);
    speaking.set(true);
    sitting.ask(asking);
    rounds.add(round);
    speeches.forEach(speech -> watch(round, speech));
    speak(speeches);
  }

  void stop() {
    rounds.forEach(Round::stop);
  }

  /** Lets all of them in before the first is sent. */
  private void speak(List<Speech> speeches) {
    var asked = speeches.stream().map(speech -> speech.voice().voice()).toList();
    var conversation = conversation();
    var sampling = sampling();
    work.run(() -> source.press(asked, conversation, sampling))
        .onSuccess(
            askings -> {
              for (int i = 0; i < askings.size(); i++) {
                speak(speeches.get(i), askings.get(i));
              }
              budget.refresh();
            })
        .onFailure(problem -> speeches.forEach(speech -> speech.failed(problem)));
  }

  private void speak(Speech speech, Asking asking) {
    work.run(() -> asking.ask(speech.listener()))
        .onSuccess(speech::begun)
        .onFailure(speech::failed);
  }

  private List<Message> conversation() {
    var conversation = new ArrayList<Message>();
    if (!system.get().isBlank()) {
      conversation.add(Message.of(Role.SYSTEM, system.get().strip()));
    }
    conversation.add(Message.of(Role.USER, prompt.get().strip()));
    return List.copyOf(conversation);
  }

  private Sampling sampling() {
    return new Sampling(temperature.get(), longest.get(), seed.get());
  }

  private void weigh() {
    sitting.weigh(heard(), conversation(), sampling());
  }

  private void watch(Round round, Speech speech) {
    speech.state().addListener(change -> heard(round, speech));
    speech.bill().addListener((source, before, now) -> now.ifPresent(sitting::pay));
  }

  private void heard(Round round, Speech speech) {
    speaking.set(round.isUnderWay());
    if (!speech.isUnderWay() && speech.voice().paid().isPresent()) {
      budget.refresh();
    }
  }

  private Optional<String> ours(String asked) {
    return questions.stream()
        .filter(question -> question.question().strip().equals(asked))
        .findFirst()
        .map(Question::answer);
  }

  private void show(Found found) {
    var tuned = found.runs().stream().filter(run -> run.adapter().isPresent()).toList();
    voices.found(found.models(), tuned, ServingModel.voices(found.tunedAtProviders()));
    serving.know(found.tunedAtProviders(), voices.chosen());
    if (!questions.equals(found.questions())) {
      questions.setAll(found.questions());
    }
    if (!systemFilled) {
      systemFilled = true;
      system.set(found.system());
    }
    read.set(true);
  }

  @Override
  public void close() {
    stop();
    listening.close();
    budget.forget();
    reading.forget();
  }
}
