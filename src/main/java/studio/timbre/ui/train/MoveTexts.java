package studio.timbre.ui.train;

import studio.timbre.app.Places.Place;
import studio.timbre.app.ProviderFacts;
import studio.timbre.model.Connection;
import studio.timbre.model.ModelOffer;
import studio.timbre.ui.fx.MoneyWords;
import studio.timbre.ui.fx.Texts;

/** A move to another provider, in words. */
final class MoveTexts {
  private MoveTexts() {}

  /** As "Nebius Token Factory: meta-llama/Llama-3.1-8B-Instruct". */
  static String title(Texts texts, Place place) {
    String where =
        place
            .connection()
            .map(Connection::name)
            .orElseGet(() -> ProviderFacts.of(place.provider()).name());
    return place
        .offer()
        .map(offer -> where + ": " + offer.model())
        .orElseGet(() -> texts.get("move.place.anyModel", where));
  }

  /** The price there, and until when the model answers. */
  static String facts(Texts texts, Place place) {
    String price =
        place
            .usd()
            .map(usd -> texts.get("move.place.price", MoneyWords.full(texts, usd)))
            .orElseGet(() -> texts.get("move.place.noPrice"));
    return place
        .offer()
        .flatMap(ModelOffer::answersUntil)
        .map(day -> price + " · " + texts.get("move.place.until", texts.date(day)))
        .orElse(price);
  }
}
