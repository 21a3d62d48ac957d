package studio.timbre.ui.hear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.timbre.app.Hearing;
import studio.timbre.model.JobId;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.RunSummary;
import studio.timbre.model.Sampling;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Work;
import studio.timbre.ui.hear.HearSource.Question;

/** Two voices, one question: the untuned model beside the tuned one. */
final class HearViewModel implements AutoCloseable {
  private static final long LARGEST_SEED = 1_000_000;

  private record Found(
      List<LibraryModel> models, List<RunSummary> runs, List<Question> questions, String system) {}

  private final HearSource source;
  private final Work work;
  private final Notices notices;
  private final ObjectProperty<Optional<JobId>> chosen;
  private final Work.Lane reading;
  private final ObservableList<LibraryModel> models = FXCollections.observableArrayList();
  private final ObservableList<RunSummary> tuned = FXCollections.observableArrayList();
  private final ObservableList<Question> questions = FXCollections.observableArrayList();
  private final ObservableList<Round> rounds = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<LibraryModel>> base =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper speaking = new ReadOnlyBooleanWrapper();
  private final StringProperty prompt = new SimpleStringProperty("");
  private final StringProperty system = new SimpleStringProperty("");
  private final DoubleProperty temperature = new SimpleDoubleProperty(0.7);
  private final LongProperty seed = new SimpleLongProperty(42);
  private final IntegerProperty longest = new SimpleIntegerProperty(200);
  private boolean systemFilled;

  /** @param chosen the run that is heard; other rooms may choose one too */
  HearViewModel(
      HearSource source, Work work, Notices notices, ObjectProperty<Optional<JobId>> chosen) {
    this.source = source;
    this.work = work;
    this.notices = notices;
    this.chosen = chosen;
    this.reading = work.lane();
    refresh();
  }

  /** The library. */
  ObservableList<LibraryModel> models() {
    return models;
  }

  /** Runs that have an adapter, newest first. */
  ObservableList<RunSummary> tuned() {
    return tuned;
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

  ObjectProperty<Optional<JobId>> chosen() {
    return chosen;
  }

  /** The untuned voice while there is no run to take it from. */
  ObjectProperty<Optional<LibraryModel>> base() {
    return base;
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

  /** The run that is heard, if it has a voice. */
  Optional<RunSummary> run() {
    return chosen
        .get()
        .flatMap(id -> tuned.stream().filter(run -> run.id().equals(id)).findFirst());
  }

  /** What the untuned voice is called: the model that the run began with, or the one chosen. */
  Optional<String> baseName() {
    return run().map(RunSummary::baseName).or(() -> base.get().map(LibraryModel::title));
  }

  boolean canAsk() {
    return !speaking.get() && !prompt.get().isBlank() && baseVoice().isPresent();
  }

  /** Reads voices and questions anew. */
  void refresh() {
    reading
        .run(
            () ->
                new Found(source.models(), source.runs(), source.questions(), source.usualSystem()))
        .onSuccess(this::show)
        .onFailure(notices::failed);
  }

  void roll() {
    seed.set(ThreadLocalRandom.current().nextLong(LARGEST_SEED));
  }

  /** Puts a held-out question into the box, with the system message that it goes with. */
  void take(Question question) {
    prompt.set(question.question());
    system.set(question.system());
  }

  /** Asks both voices the same, with the same seed. */
  void ask() {
    var baseVoice = baseVoice();
    if (!canAsk() || baseVoice.isEmpty()) {
      return;
    }
    String asked = prompt.get().strip();
    var tunedSpeech = run().map(run -> new Speech(run.name(), work));
    var round = new Round(asked, ours(asked), new Speech(baseName().orElse(""), work), tunedSpeech);
    speaking.set(true);
    rounds.add(round);
    watch(round, round.base());
    tunedSpeech.ifPresent(speech -> watch(round, speech));
    speak(round.base(), baseVoice.get());
    run()
        .ifPresent(
            run ->
                tunedSpeech.ifPresent(
                    speech ->
                        speak(speech, new Hearing.Voice.Local(run.basePath(), run.adapter()))));
  }

  void stop() {
    rounds.forEach(Round::stop);
  }

  private void speak(Speech speech, Hearing.Voice voice) {
    var conversation = new ArrayList<Message>();
    if (!system.get().isBlank()) {
      conversation.add(Message.of(Role.SYSTEM, system.get().strip()));
    }
    conversation.add(Message.of(Role.USER, prompt.get().strip()));
    var sampling = new Sampling(temperature.get(), longest.get(), seed.get());
    work.run(() -> source.ask(voice, List.copyOf(conversation), sampling, speech.listener()))
        .onSuccess(speech::begun)
        .onFailure(speech::failed);
  }

  private void watch(Round round, Speech speech) {
    speech.state().addListener(change -> speaking.set(round.isUnderWay()));
  }

  private Optional<Hearing.Voice> baseVoice() {
    return run()
        .map(RunSummary::basePath)
        .or(() -> base.get().map(LibraryModel::path))
        .map(path -> new Hearing.Voice.Local(path, Optional.empty()));
  }

  private Optional<String> ours(String asked) {
    return questions.stream()
        .filter(question -> question.question().strip().equals(asked))
        .findFirst()
        .map(Question::answer);
  }

  private void show(Found found) {
    models.setAll(found.models());
    var voices = found.runs().stream().filter(run -> run.adapter().isPresent()).toList();
    if (!tuned.equals(voices)) {
      tuned.setAll(voices);
    }
    if (!questions.equals(found.questions())) {
      questions.setAll(found.questions());
    }
    if (base.get().isEmpty() || !models.contains(base.get().get())) {
      base.set(models.stream().findFirst());
    }
    if (run().isEmpty()) {
      chosen.set(voices.stream().findFirst().map(RunSummary::id));
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
    reading.forget();
  }
}
