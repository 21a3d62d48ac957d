package studio.timbre.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import studio.timbre.model.Conversation;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.TrainingSpec;
import studio.timbre.model.UserFacingException;
import studio.timbre.pricing.LocalPrices;
import studio.timbre.pricing.TokenTotals;
import studio.timbre.tokens.ConversationCounter;

/** What training takes on this computer, for each model that was trained here before: only then is its speed known. */
final class LocalCosts {
  private final Models models;
  private final MeasuredSpeeds speeds;

  LocalCosts(Models models, MeasuredSpeeds speeds) {
    this.models = models;
    this.speeds = speeds;
  }

  /** Adds conversations up for all of them. */
  List<Tally> tallies() throws UserFacingException {
    var tallies = new ArrayList<Tally>();
    for (var model : models.list()) {
      var speed = speeds.of(model.path());
      var counter =
          speed.isPresent()
              ? Optional.of(ModelCounters.open(model.path()))
              : Optional.<ConversationCounter>empty();
      tallies.add(new Tally(model, speed, counter));
    }
    return tallies;
  }

  /** One model. */
  static final class Tally {
    private final LibraryModel model;
    private final OptionalDouble speed;
    private final Optional<ConversationCounter> counter;
    private final TokenTotals.Tally tokens =
        new TokenTotals.Tally(OptionalInt.of(TrainingSpec.DEFAULT.maxLength()));

    private Tally(LibraryModel model, OptionalDouble speed, Optional<ConversationCounter> counter) {
      this.model = model;
      this.speed = speed;
      this.counter = counter;
    }

    void add(Conversation conversation) {
      counter.ifPresent(known -> tokens.add(known.count(conversation)));
    }

    CostReport.Local local(CostWish wish) {
      int epochs = wish.epochs().orElse(TrainingSpec.DEFAULT.epochs());
      return new CostReport.Local(
          model,
          counter.map(
              _ ->
                  LocalPrices.of(
                      epochs * tokens.totals().cutTokens(),
                      speed,
                      wish.watts(),
                      wish.kilowattHour())));
    }
  }
}
