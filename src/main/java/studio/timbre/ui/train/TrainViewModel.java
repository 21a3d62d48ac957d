package studio.timbre.ui.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import studio.timbre.model.JobId;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.TrainingSpec;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Sentence;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** The run that is being thought out: base model, numbers, and what they would come to. */
final class TrainViewModel implements AutoCloseable {
  /** A download under way; {@code total} is -1 where it is not known. */
  record Fetch(long done, long total) {}

  private final Trainer trainer;
  private final Texts texts;
  private final Work work;
  private final Notices notices;
  private final Consumer<JobId> started;
  private final Work.Lane reading;
  private final Forecast forecast;
  private final NumbersForm numbers;
  private final ObservableList<LibraryModel> models = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Optional<LibraryModel>> base =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Fetch>> fetch =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();
  private final RunName name;
  private final Subscription listening;
  private Optional<Sentence.Running> fetching = Optional.empty();

  /**
   * @param dataRevision moves whenever the conversations change
   * @param started called once a run is under way
   */
  TrainViewModel(
      Trainer trainer,
      Texts texts,
      Work work,
      Notices notices,
      ObservableValue<Number> dataRevision,
      Consumer<JobId> started) {
    this.trainer = trainer;
    this.texts = texts;
    this.work = work;
    this.notices = notices;
    this.started = started;
    reading = work.lane();
    forecast = new Forecast(trainer, work);
    numbers = new NumbersForm(texts);
    name = new RunName(texts, this::kind);
    listening =
        Subscription.combine(
            numbers.spec().subscribe(spec -> changed()),
            base.subscribe(model -> plan()),
            dataRevision.subscribe(revision -> plan()));
    refresh();
  }

  /** The library, in its own order. */
  ObservableList<LibraryModel> models() {
    return models;
  }

  /** True once the library was read, be it empty. */
  ReadOnlyBooleanProperty read() {
    return read.getReadOnlyProperty();
  }

  ObjectProperty<Optional<LibraryModel>> base() {
    return base;
  }

  /** By library name, whether a run with these numbers would fit into memory; a model not looked at yet is missing. */
  ReadOnlyObjectProperty<Map<String, Fit>> fits() {
    return forecast.fits();
  }

  NumbersForm numbers() {
    return numbers;
  }

  /** The preset that the numbers are; empty for numbers of one's own. */
  Optional<Preset> preset() {
    return numbers.spec().get().flatMap(Preset::of);
  }

  ReadOnlyObjectProperty<Outlook> outlook() {
    return forecast.outlook();
  }

  ReadOnlyObjectProperty<Optional<Fetch>> fetch() {
    return fetch.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty starting() {
    return starting.getReadOnlyProperty();
  }

  /** What the run will be called. */
  StringProperty name() {
    return name.text();
  }

  /** The person gave it a name: it no longer follows the preset. */
  void nameByHand(String given) {
    name.give(given);
  }

  boolean canStart() {
    return !starting.get()
        && outlook().get() instanceof Outlook.Planned planned
        && planned.plan().refusal().isEmpty();
  }

  void use(Preset preset) {
    numbers.fill(preset.in(numbers.spec().get().orElse(TrainingSpec.DEFAULT)));
  }

  /** Reads the library and the number of runs anew. */
  void refresh() {
    reading
        .run(() -> Map.entry(trainer.models(), trainer.runs()))
        .onSuccess(
            found -> {
              name.count(found.getValue());
              showModels(found.getKey());
              plan();
            })
        .onFailure(notices::failed);
  }

  void add(Path weights) {
    work.run(() -> trainer.add(weights)).onSuccess(this::added).onFailure(notices::failed);
  }

  void fetchStarter() {
    fetch.set(Optional.of(new Fetch(0, -1)));
    fetching =
        Optional.of(
            work.runTracked(trainer::fetchStarter)
                .onProgress((done, total) -> fetch.set(Optional.of(new Fetch(done, total))))
                .onSuccess(this::added)
                .onEnd(() -> fetch.set(Optional.empty()))
                .onFailure(notices::failed));
  }

  void cancelFetch() {
    fetching.ifPresent(Sentence.Running::cancel);
  }

  void start() {
    var model = base.get();
    var spec = numbers.spec().get();
    if (!canStart() || model.isEmpty() || spec.isEmpty()) {
      return;
    }
    String given = name.chosen();
    starting.set(true);
    work.run(() -> trainer.start(model.get(), spec.get(), given))
        .onSuccess(
            run -> {
              name.used();
              started.accept(run);
            })
        .onEnd(() -> starting.set(false))
        .onFailure(notices::failed);
  }

  private void added(LibraryModel model) {
    base.set(Optional.of(model));
    refresh();
  }

  private void showModels(List<LibraryModel> found) {
    if (!models.equals(found)) {
      models.setAll(found);
    }
    read.set(true);
    var chosen = base.get().map(LibraryModel::name);
    base.set(
        found.stream()
            .filter(model -> chosen.equals(Optional.of(model.name())))
            .findFirst()
            .or(() -> found.stream().findFirst()));
  }

  private void changed() {
    name.suggest();
    plan();
  }

  private String kind() {
    return preset()
        .map(preset -> TrainTexts.name(texts, preset))
        .orElseGet(() -> texts.get("train.preset.own"));
  }

  private void plan() {
    forecast.of(base.get(), numbers.spec().get(), models);
  }

  @Override
  public void close() {
    listening.unsubscribe();
    reading.forget();
    forecast.forget();
    cancelFetch();
  }
}
