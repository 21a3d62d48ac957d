package studio.timbre.ui.train;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import studio.timbre.app.ApiTraining.Choice;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Connection;
import studio.timbre.model.JobId;
import studio.timbre.model.ModelOffer;
import studio.timbre.model.PriceRange;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** The job at a provider that is being thought out: model, method, numbers, budget, and what they would come to. */
final class ApiTrainViewModel implements AutoCloseable {

  private final ApiTrainer trainer;
  private final Texts texts;
  private final Work work;
  private final Work.Lane pricing;
  private final Notices notices;
  private final Consumer<JobId> started;
  private final ApiOffers offers;
  private final ApiForecast forecast;
  private final ApiRecipeForm form;
  private final GraderForm grader;
  private final ObservableList<String> graderFields = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Connection>> connection =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final BooleanProperty validate = new SimpleBooleanProperty(true);
  private final StringProperty budget = new SimpleStringProperty("");
  private final RunName name;
  private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();
  private final Subscription listening;
  private Optional<Choice> planned = Optional.empty();

  /**
   * @param dataRevision moves whenever the conversations change
   * @param started called once a job is under way
   */
  ApiTrainViewModel(
      ApiTrainer trainer,
      Texts texts,
      Work work,
      Notices notices,
      ObservableValue<Number> dataRevision,
      Consumer<JobId> started) {
    this.trainer = trainer;
    this.texts = texts;
    this.work = work;
    this.pricing = work.lane();
    this.notices = notices;
    this.started = started;
    offers = new ApiOffers(trainer, work);
    forecast = new ApiForecast(trainer, work);
    form = new ApiRecipeForm(texts.locale());
    name = new RunName(texts, () -> connection.get().map(Connection::name).orElse(""));
    grader = new GraderForm(texts.locale(), "grader");
    form.grader().bind(grader.grader());
    form.method().subscribe(this::methodChosen);
    listening =
        Subscription.combine(
            form.recipe().subscribe(recipe -> changed()),
            offers.all().subscribe(found -> offersTold()),
            validate.subscribe(value -> plan()),
            dataRevision.subscribe(revision -> plan()));
  }

  ApiRecipeForm form() {
    return form;
  }

  GraderForm grader() {
    return grader;
  }

  /** What the templates of a grader can reach. */
  ObservableList<String> graderFields() {
    return graderFields;
  }

  private void methodChosen(ApiMethodKind kind) {
    if (kind == ApiMethodKind.REINFORCEMENT && graderFields.isEmpty()) {
      work.run(trainer::graderFields).onSuccess(graderFields::setAll).onFailure(notices::failed);
    }
  }

  ReadOnlyObjectProperty<Optional<Connection>> connection() {
    return connection.getReadOnlyProperty();
  }

  /** The models of the provider. */
  ApiOffers offers() {
    return offers;
  }

  /** Whether the held-out conversations go along, to be measured with. */
  BooleanProperty validate() {
    return validate;
  }

  /** In dollars, as it is typed; empty for none. */
  StringProperty budget() {
    return budget;
  }

  StringProperty name() {
    return name.text();
  }

  ReadOnlyObjectProperty<ApiOutlook> outlook() {
    return forecast.outlook();
  }

  ReadOnlyBooleanProperty starting() {
    return starting.getReadOnlyProperty();
  }

  /** Thinks about a job over this connection from now on; what was chosen for another one is dropped. */
  void use(Connection next) {
    if (connection.get().equals(Optional.of(next))) {
      return;
    }
    connection.set(Optional.of(next));
    form.use(next.provider());
    offers.use(next);
    chooseModel();
  }

  /** What the provider says about the account may speak against what is already thought out. */
  private void offersTold() {
    chooseModel();
    if (!choice().equals(planned)) {
      plan();
    }
  }

  /** What is chosen is left alone. */
  private void chooseModel() {
    if (form.model().get().isBlank()) {
      offers.cheapest().ifPresent(found -> form.model().set(found.model()));
    }
  }

  /** What is known of the model that is chosen. */
  Optional<ModelOffer> offer() {
    return offers.named(form.model().get());
  }

  /** The methods that both the provider and the model offer. */
  List<ApiMethodKind> methods() {
    var line = offer().flatMap(ModelOffer::line).map(CatalogueEntry::methods);
    return java.util.Arrays.stream(ApiMethodKind.values())
        .filter(kind -> form.abilities().methods().contains(kind.word()))
        .filter(kind -> line.map(methods -> methods.contains(kind.word())).orElse(true))
        .toList();
  }

  void nameByHand(String given) {
    name.give(given);
  }

  /** What is typed as a budget; empty where nothing is. */
  OptionalDouble budgetUsd() {
    return budget.get().isBlank()
        ? OptionalDouble.empty()
        : TypedNumber.parse(budget.get().replace("$", ""), texts.locale());
  }

  boolean isBudgetRight() {
    return budget.get().isBlank() || budgetUsd().orElse(0) > 0;
  }

  /** The price of what is thought out; empty while it is not known. */
  Optional<PriceRange> usd() {
    return outlook().get() instanceof ApiOutlook.Forecasted known
        ? known.forecast().quote().usd()
        : Optional.empty();
  }

  /** Why it cannot start; empty where nothing stands in the way, or it is still being counted. */
  Optional<ApiHindrance> hindrance() {
    var missing = ApiHindrance.of(form, isBudgetRight());
    return missing.isPresent() || !(outlook().get() instanceof ApiOutlook.Forecasted known)
        ? missing
        : ApiHindrance.of(known, budgetUsd());
  }

  boolean canStart() {
    return !starting.get()
        && outlook().get() instanceof ApiOutlook.Forecasted known
        && known.findings().isPresent()
        && hindrance().isEmpty();
  }

  void start() {
    var wanted = choice();
    if (!canStart() || wanted.isEmpty()) {
      return;
    }
    starting.set(true);
    work.run(() -> trainer.start(wanted.get()))
        .onSuccess(
            job -> {
              name.used();
              if (wanted.get().limits().isPresent()) {
                // One job more is under way now.
                offers.ask();
              }
              started.accept(job);
            })
        .onEnd(() -> starting.set(false))
        .onFailure(notices::failed);
  }

  /** The job as it could move to another provider; empty while something is missing or wrong. */
  Optional<MoveViewModel.Job> movable() {
    return connection
        .get()
        .flatMap(
            at ->
                form.recipe()
                    .get()
                    .map(
                        recipe ->
                            new MoveViewModel.Job(
                                at.provider(), recipe, offer().flatMap(ModelOffer::line))));
  }

  /** Says what jobs would come to, counted for the model of each; what is not known stays away. */
  void price(List<MoveViewModel.Elsewhere> jobs, Consumer<List<Optional<PriceRange>>> priced) {
    pricing
        .run(() -> jobs.stream().map(job -> trainer.price(job.provider(), job.recipe())).toList())
        .onSuccess(priced)
        .onFailure(notices::failed);
  }

  /** A job that was thought out for another place and moves here. */
  void take(Connection where, ApiRecipe recipe) {
    use(where);
    form.fill(recipe);
  }

  /** Counts the project's jobs anew, for the name that is suggested. */
  void refresh() {
    work.run(trainer::jobs).onSuccess(name::count).onFailure(notices::failed);
    plan();
  }

  private void changed() {
    name.suggest();
    plan();
  }

  /** What would be ordered; empty while something is missing or wrong. */
  Optional<Choice> choice() {
    if (!isBudgetRight()) {
      return Optional.empty();
    }
    return connection
        .get()
        .flatMap(
            where ->
                form.recipe()
                    .get()
                    .map(
                        recipe ->
                            new Choice(
                                name.chosen(),
                                where,
                                recipe,
                                validate.get(),
                                budgetUsd(),
                                offer().flatMap(ModelOffer::limits))));
  }

  private void plan() {
    planned = choice();
    forecast.of(planned);
  }

  @Override
  public void close() {
    listening.unsubscribe();
    offers.forget();
    pricing.forget();
    forecast.forget();
  }
}
