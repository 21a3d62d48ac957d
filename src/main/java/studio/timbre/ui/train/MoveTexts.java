package studio.timbre.ui.train;

import studio.timbre.app.MovingHouse.Change;
import studio.timbre.app.Places.Place;
import studio.timbre.app.ProviderAbilities.Serving;
import studio.timbre.app.ProviderFacts;
import studio.timbre.model.Connection;
import studio.timbre.model.ModelOffer;
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
        place.usd().isPresent()
            ? texts.get("move.place.price", texts.money(place.usd().getAsDouble()))
            : texts.get("move.place.noPrice");
    return place
        .offer()
        .flatMap(ModelOffer::answersUntil)
        .map(day -> price + " · " + texts.get("move.place.until", texts.date(day)))
        .orElse(price);
  }

  static String change(Texts texts, Change change) {
    var arguments = change.arguments();
    return switch (change.kind()) {
      case METHOD_NOT_OFFERED -> texts.get("move.change.method");
      case MODEL ->
          arguments.get(1).equals("")
              ? texts.get("move.change.modelToChoose", arguments.get(0))
              : texts.get("move.change.model", arguments.get(0), arguments.get(1));
      case LEARNING_RATE_LEFT -> texts.get("move.change.learningRate", arguments.getFirst());
      case BATCH_SIZE_LEFT -> texts.get("move.change.batchSize", arguments.getFirst());
      case SEED_LEFT_OUT -> texts.get("move.change.seed");
      case SUFFIX_SHORTENED -> texts.get("move.change.suffix", arguments.get(0), arguments.get(1));
      case SUFFIX_LEFT_OUT -> texts.get("move.change.noSuffix", arguments.getFirst());
      case METADATA_LEFT_OUT -> texts.get("move.change.metadata");
      case TIER_LEFT_OUT -> texts.get("move.change.tier", arguments.getFirst());
      case TOKENS_COUNTED_ANEW -> texts.get("move.change.tokens");
      case LINES_CUT_EARLIER -> texts.get("move.change.cut", arguments.getFirst());
      case SERVING -> serving(texts, (Serving) arguments.getFirst());
      case WEIGHTS_BECOME_YOURS -> texts.get("move.change.weightsYours");
      case WEIGHTS_STAY_THERE -> texts.get("move.change.weightsThere");
    };
  }

  static String serving(Texts texts, Serving serving) {
    return switch (serving) {
      case AT_ONCE -> texts.get("move.serving.atOnce");
      case ADAPTER -> texts.get("move.serving.adapter");
      case HOURLY_DEPLOYMENT -> texts.get("move.serving.hourly");
      case MINUTE_DEPLOYMENT -> texts.get("move.serving.byTheMinute");
      case OWN_DEPLOYMENT -> texts.get("move.serving.own");
      case UNKNOWN -> texts.get("move.serving.unknown");
    };
  }
}
