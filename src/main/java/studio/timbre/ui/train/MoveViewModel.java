package studio.timbre.ui.train;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import studio.timbre.app.ModelOffers;
import studio.timbre.app.MovingHouse;
import studio.timbre.app.MovingHouse.Change;
import studio.timbre.app.MovingHouse.Moved;
import studio.timbre.app.Places;
import studio.timbre.app.Places.Place;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Connection;
import studio.timbre.model.ModelOffer;
import studio.timbre.model.PriceRange;
import studio.timbre.model.Provider;

/** A job that may move to another provider: the places, and what would change at the one that is chosen. */
final class MoveViewModel {

  /**
   * The job as it is now.
   *
   * @param line what the catalogue says of its model
   */
  record Job(Provider provider, ApiRecipe recipe, Optional<CatalogueEntry> line) {}

  /** The job as it would be at another provider. */
  record Elsewhere(Provider provider, ApiRecipe recipe) {}

  private final Places places;
  private final ModelOffers offers;
  private final WhereViewModel where;
  private final ApiTrainViewModel there;
  private final ReadOnlyObjectWrapper<List<Place>> found = new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<Optional<Place>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Moved>> outcome =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private Optional<Job> job = Optional.empty();

  /**
   * @param where knows the connections and takes the new place
   * @param there takes the job as it is at its new place
   */
  MoveViewModel(
      Places places,
      List<CatalogueEntry> catalogue,
      WhereViewModel where,
      ApiTrainViewModel there) {
    this.places = places;
    this.offers = new ModelOffers(catalogue);
    this.where = where;
    this.there = there;
    chosen.subscribe(place -> outcome.set(place.flatMap(to -> job.map(now -> move(now, to)))));
  }

  /** True while a job is looked at. */
  ReadOnlyBooleanProperty isOpen() {
    return open.getReadOnlyProperty();
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

  /** Looks where the job that is being thought out could go. */
  void lookAtThis() {
    there.moving().job().ifPresent(this::lookAt);
  }

  /** Looks where a job that was ordered could go. */
  void lookAt(ApiOrder order) {
    var provider = order.connection().provider();
    var line = offers.line(provider, order.model());
    lookAt(new Job(provider, order.recipe(), line));
  }

  private void lookAt(Job now) {
    var possible =
        places.elsewhere(
            now.provider(),
            now.recipe(),
            0,
            List.copyOf(where.connections()),
            LocalDate.now(ZoneOffset.UTC));
    there
        .moving()
        .price(
            possible.stream()
                .map(place -> new Elsewhere(place.provider(), move(now, place).recipe()))
                .toList(),
            prices -> show(now, possible, prices));
  }

  private void show(Job now, List<Place> possible, List<Optional<PriceRange>> prices) {
    job = Optional.of(now);
    chosen.set(Optional.empty());
    found.set(
        IntStream.range(0, possible.size())
            .mapToObj(i -> possible.get(i).withUsd(prices.get(i)))
            .toList());
    open.set(true);
  }

  /** Whether the chosen place has an account and takes the job. */
  boolean canMove() {
    return account().isPresent()
        && outcome
            .get()
            .filter(now -> now.changes().stream().noneMatch(Change::isBlocking))
            .isPresent();
  }

  private Optional<Connection> account() {
    return chosen.get().flatMap(Place::connection);
  }

  /** Sets the job up at the chosen place; nothing is sent. */
  void move() {
    if (canMove()) {
      var connection = account().orElseThrow();
      var recipe = outcome.get().orElseThrow().recipe();
      where.chosen().set(new Where.There(connection));
      there.take(connection, recipe);
      close();
    }
  }

  void close() {
    open.set(false);
    chosen.set(Optional.empty());
  }

  private static Moved move(Job now, Place place) {
    return MovingHouse.move(
        now.recipe(),
        now.provider(),
        now.line(),
        place.provider(),
        place.offer().map(ModelOffer::model).orElse(""),
        place.offer().flatMap(ModelOffer::line));
  }
}
