package studio.timbre.ui.shell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.timbre.app.Models;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.CostEstimate;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.ProjectTotals;
import studio.timbre.model.Split;
import studio.timbre.model.TrainingSpec;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Work;

/** What the project amounts to: the figures of the status bar. */
final class StatusViewModel implements AutoCloseable {
  /** Figures come at once; the time here tokenizes everything, so it waits until the hands rest. */
  private static final Duration REST = Duration.ofSeconds(2);

  /** Everything that is read together. */
  record Figures(
      ProjectTotals totals,
      CostEstimate estimate,
      CatalogueEntry model,
      OptionalInt chosenEpochs) {}

  /** The plan reads every text into memory: of more than these, the first idea has to do. */
  private static final long MOST_PLANNED = 20_000;

  private record Rough(LibraryModel base, OptionalDouble seconds, long conversations) {}

  private final Desk desk;
  private final OpenProject project;
  private final Work.Lane reading;
  private final Work.Lane planning;
  private final Work.Lane looking;
  private final ReadOnlyObjectWrapper<Optional<Figures>> figures =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<OptionalDouble> secondsHere =
      new ReadOnlyObjectWrapper<>(OptionalDouble.empty());
  private final Subscription listening;
  private Optional<LibraryModel> planned = Optional.empty();

  StatusViewModel(Desk desk, OpenProject project) {
    this.desk = desk;
    this.project = project;
    this.reading = desk.work().lane();
    this.planning = desk.work().lane();
    this.looking = desk.work().lane();
    this.listening =
        Subscription.combine(
            project.revision().subscribe(value -> refresh()),
            project.base().subscribe(base -> lookAgain()));
  }

  ReadOnlyObjectProperty<Optional<Figures>> figures() {
    return figures.getReadOnlyProperty();
  }

  /** Training time on this computer; empty while it is not known or there is no base model yet. */
  ReadOnlyObjectProperty<OptionalDouble> secondsHere() {
    return secondsHere.getReadOnlyProperty();
  }

  OpenProject project() {
    return project;
  }

  /** The models that a price is known for, or can be asked for. */
  List<CatalogueEntry> catalogue() {
    return desk.timbre().catalogue();
  }

  void choose(CatalogueEntry model) {
    change(session -> session.chooseModel(model));
  }

  /** Empty for the default rule. */
  void chooseEpochs(OptionalInt epochs) {
    change(session -> session.chooseEpochs(epochs));
  }

  private void change(java.util.function.Consumer<ProjectSession> act) {
    project
        .edits()
        .make(
            session -> {
              act.accept(session);
              return session;
            })
        .onSuccess(session -> refresh())
        .onFailure(desk.notices()::failed);
  }

  private void refresh() {
    var session = project.session();
    reading
        .run(
            () ->
                new Figures(
                    session.totals(ConversationQuery.ALL),
                    session.estimate(),
                    session.chosenModel(),
                    session.chosenEpochs()))
        .onSuccess(read -> figures.set(Optional.of(read)))
        .onFailure(desk.notices()::failed);
    estimate();
  }

  /** A model may have come or gone in another room. */
  void lookAgain() {
    looking
        .run(this::base)
        .onSuccess(
            base -> {
              if (!base.equals(planned)) {
                secondsHere.set(OptionalDouble.empty());
                estimate();
              }
            })
        .onFailure(desk.notices()::failed);
  }

  /** A first idea at once; what the plan says takes its place. */
  private void estimate() {
    planning
        .run(() -> base().map(this::rough))
        .onSuccess(
            rough -> {
              planned = rough.map(Rough::base);
              if (secondsHere.get().isEmpty()) {
                secondsHere.set(rough.map(Rough::seconds).orElse(OptionalDouble.empty()));
              }
              rough
                  .filter(known -> known.conversations() <= MOST_PLANNED)
                  .ifPresent(known -> plan(known.base()));
            })
        .onFailure(problem -> secondsHere.set(OptionalDouble.empty()));
  }

  private void plan(LibraryModel base) {
    planning
        .run(() -> project.session().runs().plan(base, TrainingSpec.DEFAULT).seconds())
        .after(REST)
        .onSuccess(secondsHere::set)
        .onFailure(problem -> secondsHere.set(OptionalDouble.empty()));
  }

  /** The one that is chosen, else the one that Timbre starts with, else the first. */
  private Optional<LibraryModel> base() {
    var installed = desk.timbre().models().list();
    return project
        .base()
        .get()
        .filter(installed::contains)
        .or(() -> installed.stream().filter(StatusViewModel::isStarter).findFirst())
        .or(() -> installed.stream().findFirst());
  }

  private static boolean isStarter(LibraryModel model) {
    return model.name().equals(Models.STARTER);
  }

  private Rough rough(LibraryModel base) {
    var session = project.session();
    var training = session.training().totals(Split.TRAINING);
    var heldOut = session.training().totals(Split.HELD_OUT);
    return new Rough(
        base,
        session.runs().roughSeconds(base, TrainingSpec.DEFAULT, training, heldOut),
        training.conversations() + heldOut.conversations());
  }

  @Override
  public void close() {
    listening.unsubscribe();
    reading.forget();
    planning.forget();
    looking.forget();
  }
}
