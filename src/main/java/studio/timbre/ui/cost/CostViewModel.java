package studio.timbre.ui.cost;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import studio.timbre.app.CostWish;
import studio.timbre.app.CountedCosts;
import studio.timbre.app.PricePreferences;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.CustomerOf;
import studio.timbre.model.Electricity;
import studio.timbre.model.TrainingFilter;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.ModelWords;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Sentence.Running;
import studio.timbre.ui.fx.Work;

/**
 * What models cost in all. The conversations are counted in the background when they have changed; what is typed only prices them
 * anew, at once.
 */
final class CostViewModel implements AutoCloseable {
  private static final String KEPT = "timbre.cost.use";

  /** Somebody who edits is not followed letter by letter. */
  private static final Duration REST = Duration.ofMillis(500);

  private final Desk desk;
  private final OpenProject project;
  private final UseForm form;
  private final Work.Lane looking;
  private final Work.Lane counting;
  private final Work.Queue keeping;
  private final ReadOnlyObjectWrapper<CostFigures> figures =
      new ReadOnlyObjectWrapper<>(new CostFigures.Counting(0, 0));
  private final ReadOnlyObjectWrapper<Optional<CountedCosts>> counted =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<CostWish>> wish =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<CatalogueEntry>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObjectProperty<CustomerOf> customer = new SimpleObjectProperty<>();
  private final ObjectProperty<Electricity> electricity = new SimpleObjectProperty<>();
  private final Subscription listening;
  private Optional<State> countedState = Optional.empty();
  private Optional<Running> running = Optional.empty();
  private boolean seen;
  private boolean taken;
  private boolean isOld;

  /** What the sums depend on. */
  private record State(long position, TrainingFilter filter) {}

  /** All that is read together when the screen is looked at. */
  private record Read(
      State state, CatalogueEntry chosen, OptionalInt epochs, Optional<String> kept) {}

  CostViewModel(Desk desk, OpenProject project) {
    this.desk = desk;
    this.project = project;
    this.form = new UseForm(desk.texts().locale());
    this.looking = desk.work().lane();
    this.counting = desk.work().lane();
    this.keeping = desk.work().queue();
    customer.set(desk.timbre().pricePreferences().customerOf());
    electricity.set(desk.timbre().pricePreferences().electricity());
    form.onChange(this::typed);
    customer.addListener((value, before, now) -> customerSaid(now));
    electricity.addListener((value, before, now) -> electricitySaid(now));
    listening = project.revision().subscribe(revision -> look());
  }

  UseForm form() {
    return form;
  }

  ReadOnlyObjectProperty<CostFigures> figures() {
    return figures.getReadOnlyProperty();
  }

  /** What was counted last, for other prices of the same conversations. */
  ReadOnlyObjectProperty<Optional<CountedCosts>> counted() {
    return counted.getReadOnlyProperty();
  }

  /** What is asked for; the last that made sense while something is being typed. */
  ReadOnlyObjectProperty<Optional<CostWish>> wish() {
    return wish.getReadOnlyProperty();
  }

  /** The model that the project is priced for. */
  ReadOnlyObjectProperty<Optional<CatalogueEntry>> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** Where the person is an existing customer. */
  ObjectProperty<CustomerOf> customer() {
    return customer;
  }

  ObjectProperty<Electricity> electricity() {
    return electricity;
  }

  /** Nothing is counted while nobody looks. */
  void setSeen(boolean isSeen) {
    seen = isSeen;
    look();
  }

  private void look() {
    if (!seen || figures.get() instanceof CostFigures.Stopped) {
      return;
    }
    looking.run(() -> read(project.session())).onSuccess(this::take).onFailure(this::failed);
  }

  private static Read read(ProjectSession session) {
    return new Read(
        new State(session.journalPosition(), session.training().get()),
        session.chosenModel(),
        session.chosenEpochs(),
        session.setting(KEPT));
  }

  private void take(Read read) {
    if (!taken) {
      read.kept().ifPresent(form::take);
      taken = true;
    }
    chosen.set(Optional.of(read.chosen()));
    if (!form.epochs().isWrong() && !form.chosenEpochs().equals(read.epochs())) {
      form.epochs().fill(read.epochs().isPresent() ? String.valueOf(read.epochs().getAsInt()) : "");
    }
    if (countedState.equals(Optional.of(read.state()))) {
      price();
    } else {
      count(read.state());
    }
  }

  /** Also after it was stopped or has failed. */
  void countAgain() {
    countedState = Optional.empty();
    figures.set(new CostFigures.Counting(0, 0));
    look();
  }

  private void count(State state) {
    boolean isFirst = counted.get().isEmpty();
    isOld = true;
    countedState = Optional.of(state);
    if (isFirst) {
      figures.set(new CostFigures.Counting(0, 0));
    } else {
      price();
    }
    var session = project.session();
    running =
        Optional.of(
            counting
                .runTracked(
                    progress -> desk.timbre().costs().count(session, Optional.empty(), progress))
                .after(isFirst ? Duration.ZERO : REST)
                .onProgress(
                    (done, of) -> {
                      if (counted.get().isEmpty()) {
                        figures.set(new CostFigures.Counting(done, Math.max(0, of)));
                      }
                    })
                .onSuccess(
                    sums -> {
                      isOld = false;
                      counted.set(Optional.of(sums));
                      price();
                    })
                .onFailure(this::failed));
  }

  /** Ends the first count; there are no figures then. */
  void stop() {
    looking.forget();
    running.ifPresent(Running::cancel);
    countedState = Optional.empty();
    figures.set(new CostFigures.Stopped());
  }

  private void failed(Exception problem) {
    countedState = Optional.empty();
    figures.set(new CostFigures.Failed(problem));
  }

  private void price() {
    form.wish(customer.get(), electricity.get()).ifPresent(now -> wish.set(Optional.of(now)));
    counted
        .get()
        .flatMap(sums -> wish.get().map(sums::report))
        .ifPresent(
            report ->
                figures.set(
                    report.conversations() == 0
                        ? new CostFigures.NoData()
                        : new CostFigures.Priced(report, isOld)));
  }

  private void typed() {
    if (!taken) {
      return;
    }
    price();
    var session = project.session();
    String kept = form.kept();
    var epochs = form.chosenEpochs();
    boolean isEpochsRight = !form.epochs().isWrong();
    keeping
        .run(
            () -> {
              session.remember(KEPT, kept);
              if (isEpochsRight && !session.chosenEpochs().equals(epochs)) {
                session.chooseEpochs(epochs);
              }
              return kept;
            })
        .onFailure(desk.notices()::failed);
  }

  private void customerSaid(CustomerOf said) {
    price();
    keep(prices -> prices.setCustomerOf(said));
  }

  private void electricitySaid(Electricity said) {
    price();
    keep(prices -> prices.setElectricity(said));
  }

  private void keep(Consumer<PricePreferences> act) {
    keeping
        .run(
            () -> {
              act.accept(desk.timbre().pricePreferences());
              return act;
            })
        .onFailure(desk.notices()::failed);
  }

  /** Makes it the model that the project is priced for; a notice offers the one before. */
  void choose(CatalogueEntry line) {
    var before = chosen.get();
    if (before.equals(Optional.of(line))) {
      return;
    }
    set(line);
    desk.notices()
        .say(
            desk.texts().get("cost.chosen", ModelWords.name(desk.texts(), line.model())),
            desk.texts().get("common.undo"),
            () -> before.ifPresent(this::set));
  }

  private void set(CatalogueEntry line) {
    chosen.set(Optional.of(line));
    project
        .edits()
        .make(
            session -> {
              session.chooseModel(line);
              return line;
            })
        .onSuccess(model -> {})
        .onFailure(desk.notices()::failed);
  }

  @Override
  public void close() {
    listening.unsubscribe();
    looking.forget();
    running.ifPresent(Running::cancel);
    counting.forget();
  }
}
