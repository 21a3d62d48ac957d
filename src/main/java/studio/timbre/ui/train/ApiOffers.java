package studio.timbre.ui.train;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.app.CheckOutcome;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Connection;
import studio.timbre.model.ModelOffer;
import studio.timbre.model.ModelOffer.Seen;
import studio.timbre.ui.fx.Work;

/** The models of the provider that is chosen: what the catalogue knows at once, and what the provider says when it is asked. */
final class ApiOffers {

  /**
   * What the provider was asked about its models.
   *
   * @param trouble what it answered in place of them
   * @param problem why it could not be asked at all
   */
  record Asking(
      boolean busy, boolean done, Optional<CheckOutcome> trouble, Optional<Exception> problem) {
    Asking(boolean busy, boolean done) {
      this(busy, done, Optional.empty(), Optional.empty());
    }
  }

  private final ApiTrainer trainer;
  private final Work.Lane asking;
  private final ReadOnlyObjectWrapper<List<ModelOffer>> all =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Asking> asked =
      new ReadOnlyObjectWrapper<>(new Asking(false, false));
  private final Map<String, List<ModelOffer>> answers = new HashMap<>();
  private Optional<Connection> connection = Optional.empty();

  ApiOffers(ApiTrainer trainer, Work work) {
    this.trainer = trainer;
    this.asking = work.lane();
  }

  /** The provider's models, as far as they are known. */
  ReadOnlyObjectProperty<List<ModelOffer>> all() {
    return all.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Asking> asked() {
    return asked.getReadOnlyProperty();
  }

  /** Shows what is known, and asks the provider once. */
  void use(Connection next) {
    connection = Optional.of(next);
    all.set(answers.getOrDefault(next.id(), trainer.known(next)));
    asked.set(new Asking(false, answers.containsKey(next.id())));
    if (!answers.containsKey(next.id())) {
      ask();
    }
  }

  /** Asks the provider which models it trains for this key; that costs nothing. */
  void ask() {
    if (connection.isEmpty()) {
      return;
    }
    var where = connection.get();
    asked.set(new Asking(true, false));
    asking
        .runTracked(progress -> trainer.ask(where, progress))
        .onSuccess(
            answer -> {
              if (answer.trouble().isEmpty()) {
                answers.put(where.id(), answer.offers());
              }
              all.set(answer.offers());
              asked.set(
                  new Asking(
                      false, answer.trouble().isEmpty(), answer.trouble(), Optional.empty()));
            })
        .onFailure(
            problem -> asked.set(new Asking(false, false, Optional.empty(), Optional.of(problem))));
  }

  static boolean isOpen(ModelOffer offer) {
    return offer.isOpen(LocalDate.now(ZoneOffset.UTC));
  }

  /** The open one that costs least; what the provider was asked for and does not name comes last. */
  Optional<ModelOffer> cheapest() {
    return all.get().stream()
        .filter(offer -> isOpen(offer) && !offer.tuned())
        .min(
            Comparator.comparing((ModelOffer offer) -> offer.seen() == Seen.NOT_LISTED)
                .thenComparingDouble(ApiOffers::price));
  }

  private static double price(ModelOffer offer) {
    return offer
        .line()
        .map(CatalogueEntry::trainingUsdPerMillionTokens)
        .orElse(OptionalDouble.empty())
        .orElse(Double.MAX_VALUE);
  }

  Optional<ModelOffer> named(String model) {
    return all.get().stream().filter(offer -> offer.model().equals(model.strip())).findFirst();
  }

  /** Drops whatever is under way. */
  void forget() {
    asking.forget();
  }
}
