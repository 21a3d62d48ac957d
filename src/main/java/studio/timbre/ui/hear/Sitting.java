package studio.timbre.ui.hear;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.timbre.app.Bill;
import studio.timbre.app.Hearing.Voice;
import studio.timbre.model.Message;
import studio.timbre.model.PriceRange;
import studio.timbre.model.Sampling;
import studio.timbre.ui.fx.Work;

/** The money of a sitting: whom a question goes to and what it would cost, said before the first one, and what was spent. */
final class Sitting {

  /**
   * Somebody who was not asked yet and takes money.
   *
   * @param host as in an address
   * @param usd an answer costs at most about so much; empty where that is not known
   */
  record Notice(String host, OptionalDouble usd) {}

  /**
   * What was spent.
   *
   * @param answers that a provider gave
   * @param usd of those whose price is known
   * @param unpriced answers whose price is not known
   * @param isExact whether the providers counted all the tokens
   */
  record Spent(int answers, double usd, int unpriced, boolean isExact) {}

  private record Weighed(List<Notice> notices, Optional<PriceRange> price) {}

  private final HearSource source;
  private final Work.Lane forecasting;
  private final Set<String> asked = new HashSet<>();
  private final ObservableList<Notice> notices = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Optional<PriceRange>>> press =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Spent> spent =
      new ReadOnlyObjectWrapper<>(new Spent(0, 0, 0, true));

  Sitting(HearSource source, Work work) {
    this.source = source;
    this.forecasting = work.lane();
  }

  /** Said before the next question; none where nobody new takes money. */
  ObservableList<Notice> notices() {
    return notices;
  }

  /** What the next question costs, of all who are asked: empty where nobody takes money, empty within where a price is not known. */
  ReadOnlyObjectProperty<Optional<Optional<PriceRange>>> press() {
    return press.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Spent> spent() {
    return spent.getReadOnlyProperty();
  }

  /** Looks at the question as it stands now. */
  void weigh(List<VoiceChoice> voices, List<Message> conversation, Sampling sampling) {
    var paid = voices.stream().flatMap(voice -> voice.paid().stream()).toList();
    if (paid.isEmpty()) {
      forecasting.forget();
      notices.clear();
      press.set(Optional.empty());
      return;
    }
    var known = Set.copyOf(asked);
    forecasting
        .run(
            () -> {
              var most = new LinkedHashMap<String, OptionalDouble>();
              var sum = OptionalDouble.of(0);
              for (var voice : paid) {
                var usd = source.forecast(voice, conversation, sampling).usd();
                sum = both(sum, usd, Double::sum);
                String host = host(voice);
                if (!known.contains(host)) {
                  most.merge(host, usd, (one, other) -> both(one, other, Math::max));
                }
              }
              var found = new ArrayList<Notice>();
              most.forEach((host, usd) -> found.add(new Notice(host, usd)));
              return new Weighed(found, range(sum));
            })
        .onSuccess(
            found -> {
              if (!notices.equals(found.notices())) {
                notices.setAll(found.notices());
              }
              press.set(Optional.of(found.price()));
            })
        .onFailure(
            problem -> {
              notices.clear();
              press.set(Optional.of(Optional.empty()));
            });
  }

  private static String host(Voice.Api voice) {
    return voice.connection().address().getAuthority();
  }

  private static Optional<PriceRange> range(OptionalDouble most) {
    return most.isPresent()
        ? Optional.of(PriceRange.exactly(most.getAsDouble()))
        : Optional.empty();
  }

  /** Of two amounts, as long as both are known. */
  private static OptionalDouble both(
      OptionalDouble one, OptionalDouble other, DoubleBinaryOperator joined) {
    return one.isEmpty() || other.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(joined.applyAsDouble(one.getAsDouble(), other.getAsDouble()));
  }

  /** They were told what it costs, and are asked now. */
  void ask(List<VoiceChoice> voices) {
    voices.stream()
        .flatMap(voice -> voice.paid().stream())
        .forEach(voice -> asked.add(host(voice)));
    notices.clear();
  }

  void pay(Bill bill) {
    var before = spent.get();
    spent.set(
        new Spent(
            before.answers() + 1,
            before.usd() + bill.usd().orElse(0),
            before.unpriced() + (bill.usd().isEmpty() ? 1 : 0),
            before.isExact() && bill.isCounted()));
  }
}
