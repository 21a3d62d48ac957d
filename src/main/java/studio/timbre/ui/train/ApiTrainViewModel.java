package studio.timbre.ui.train;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
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
import studio.timbre.model.ModelOffer.Seen;
import studio.timbre.model.PriceRange;
import studio.timbre.ui.budget.BudgetModel;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** The job at a provider that is being thought out: model, method, numbers, budget, and what they would come to. */
final class ApiTrainViewModel implements AutoCloseable {

  private final ApiTrainer trainer;
  private final Texts texts;
  private final Work work;
  private final Notices notices;
  private final Consumer<JobId> started;
  private final ApiOffers offers;
  private String proposed = "";
  private final ApiForecast forecast;
  private final ApiRecipeForm form;
  private final GraderForm grader;
  private final ObservableList<String> graderFields = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Connection>> connection =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final BooleanProperty validate = new SimpleBooleanProperty(true);
  private final ApiBudget budget;
  private final BudgetModel projectBudget;
  private final ApiMoving moving;
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
    this.notices = notices;
    this.started = started;
    offers = new ApiOffers(trainer, work);
    forecast = new ApiForecast(trainer, work);
    form = new ApiRecipeForm(texts.locale());
    budget = new ApiBudget(texts.locale());
    projectBudget = new BudgetModel(trainer, texts, work, notices);
    moving = new ApiMoving(this, trainer, work, notices);
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

  /** What it may cost at most. */
  ApiBudget budget() {
    return budget;
  }

  /** What the project may spend at providers in all. */
  BudgetModel projectBudget() {
    return projectBudget;
  }

  /** How it could move to another provider. */
  ApiMoving moving() {
    return moving;
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

  /** What a person has chosen is left alone; what was proposed gives way once the provider says what it has. */
  private void chooseModel() {
    String now = form.model().get();
    if (now.isBlank() || (now.equals(proposed) && isMissing(now))) {
      proposed = offers.cheapest().map(ModelOffer::model).orElse(now);
      form.model().set(proposed);
    }
  }

  private boolean isMissing(String name) {
    return offers.named(name).filter(offer -> offer.seen() == Seen.NOT_LISTED).isPresent();
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

  /** The price of what is thought out; empty while it is not known. */
  Optional<PriceRange> usd() {
    return outlook().get() instanceof ApiOutlook.Forecasted known
        ? known.forecast().quote().usd()
        : Optional.empty();
  }

  /** Why it cannot start; empty where nothing stands in the way, or it is still being counted. */
  Optional<ApiHindrance> hindrance() {
    var missing = ApiHindrance.of(form, budget.isRight());
    return missing.isPresent() || !(outlook().get() instanceof ApiOutlook.Forecasted known)
        ? missing
        : ApiHindrance.of(known, budget.usd(), projectBudget.standing().get());
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
              projectBudget.refresh();
              if (wanted.get().limits().isPresent()) {
                // One job more is under way now.
                offers.ask();
              }
              started.accept(job);
            })
        .onEnd(() -> starting.set(false))
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
    projectBudget.refresh();
    plan();
  }

  private void changed() {
    name.suggest();
    plan();
  }

  /** What would be ordered; empty while something is missing or wrong. */
  Optional<Choice> choice() {
    if (!budget.isRight()) {
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
                                budget.usd(),
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
    moving.forget();
    projectBudget.forget();
    forecast.forget();
  }
}
