package studio.timbre.ui.train;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
import studio.timbre.model.Provider;

/** A job that may move to another provider: the places, and what would change at the one that is chosen. */
final class MoveViewModel {
  private static final double MILLION = 1e6;

  /**
   * The job as it is now.
   *
   * @param line what the catalogue says of its model
   * @param billedTokens over all epochs; 0 where they are not known
   */
  record Job(
      Provider provider, ApiRecipe recipe, Optional<CatalogueEntry> line, long billedTokens) {}

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
    chosen.subscribe(place -> outcome.set(place.flatMap(this::move)));
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
    there.movable().ifPresent(this::lookAt);
  }

  /** Looks where a job that was ordered could go. */
  void lookAt(ApiOrder order) {
    var provider = order.connection().provider();
    var line = offers.line(provider, order.model());
    lookAt(new Job(provider, order.recipe(), line, tokens(order.agreedUsd(), line)));
  }

  private void lookAt(Job now) {
    job = Optional.of(now);
    chosen.set(Optional.empty());
    found.set(
        places.elsewhere(
            now.provider(),
            now.recipe(),
            now.billedTokens(),
            List.copyOf(where.connections()),
            LocalDate.now(ZoneOffset.UTC)));
    open.set(true);
  }

  /** As many as the price pays for; 0 where it is not known. */
  private static long tokens(OptionalDouble usd, Optional<CatalogueEntry> line) {
    var price =
        line.map(CatalogueEntry::trainingUsdPerMillionTokens).orElse(OptionalDouble.empty());
    return usd.isPresent() && price.isPresent()
        ? Math.round(usd.getAsDouble() / price.getAsDouble() * MILLION)
        : 0;
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
