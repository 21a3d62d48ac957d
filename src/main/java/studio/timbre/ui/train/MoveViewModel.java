package studio.timbre.ui.train;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import studio.timbre.app.MovingHouse;
import studio.timbre.app.MovingHouse.Change;
import studio.timbre.app.MovingHouse.Moved;
import studio.timbre.app.Places;
import studio.timbre.app.Places.Place;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Connection;
import studio.timbre.model.ModelOffer;
import studio.timbre.model.Provider;

/** A job that may move to another provider: the places, and what would change at the one that is chosen. */
final class MoveViewModel {

  /**
   * The job as it is now.
   *
   * @param line what the catalogue says of its model
   * @param billedTokens over all epochs
   */
  record Job(
      Provider provider, ApiRecipe recipe, Optional<CatalogueEntry> line, long billedTokens) {}

  private final Places places;
  private final BiConsumer<Connection, ApiRecipe> moved;
  private final ReadOnlyObjectWrapper<List<Place>> found = new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<Optional<Place>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Moved>> outcome =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Job> job = Optional.empty();

  /** @param moved takes the job as it is at its new place */
  MoveViewModel(Places places, BiConsumer<Connection, ApiRecipe> moved) {
    this.places = places;
    this.moved = moved;
    chosen.subscribe(place -> outcome.set(place.flatMap(this::move)));
  }

  /** Empty until a job is looked at. */
  ReadOnlyObjectProperty<List<Place>> places() {
    return found.getReadOnlyProperty();
  }

  ObjectProperty<Optional<Place>> chosen() {
    return chosen;
  }

  /** What the job would become at the chosen place. */
  ReadOnlyObjectProperty<Optional<Moved>> outcome() {
    return outcome.getReadOnlyProperty();
  }

  void lookAt(Job now, List<Connection> connections, LocalDate today) {
    job = Optional.of(now);
    chosen.set(Optional.empty());
    found.set(
        places.elsewhere(now.provider(), now.recipe(), now.billedTokens(), connections, today));
  }

  /** Whether the chosen place has an account and takes the job. */
  boolean canMove() {
    return chosen.get().flatMap(Place::connection).isPresent()
        && outcome
            .get()
            .filter(now -> now.changes().stream().noneMatch(Change::isBlocking))
            .isPresent();
  }

  void move() {
    if (canMove()) {
      moved.accept(
          chosen.get().flatMap(Place::connection).orElseThrow(),
          outcome.get().orElseThrow().recipe());
    }
  }

  private Optional<Moved> move(Place place) {
    return job.map(
        now ->
            MovingHouse.move(
                now.recipe(),
                now.provider(),
                now.line(),
                place.provider(),
                place.offer().map(ModelOffer::model).orElse(""),
                place.offer().flatMap(ModelOffer::line)));
  }
}
