package studio.timbre.ui.hear;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.timbre.app.Bill;
import studio.timbre.model.Message;
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

  private final HearSource source;
  private final Work.Lane forecasting;
  private final Set<String> asked = new HashSet<>();
  private final ObservableList<Notice> notices = FXCollections.observableArrayList();
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

  ReadOnlyObjectProperty<Spent> spent() {
    return spent.getReadOnlyProperty();
  }

  /** Looks at the question as it stands now. */
  void weigh(List<VoiceChoice> voices, List<Message> conversation, Sampling sampling) {
    var paid =
        voices.stream()
            .flatMap(voice -> voice.paid().stream())
            .filter(voice -> !asked.contains(voice.connection().address().getAuthority()))
            .toList();
    if (paid.isEmpty()) {
      forecasting.forget();
      notices.clear();
      return;
    }
    forecasting
        .run(
            () -> {
              var most = new LinkedHashMap<String, OptionalDouble>();
              for (var voice : paid) {
                most.merge(
                    voice.connection().address().getAuthority(),
                    source.forecast(voice, conversation, sampling).usd(),
                    Sitting::larger);
              }
              var found = new ArrayList<Notice>();
              most.forEach((host, usd) -> found.add(new Notice(host, usd)));
              return found;
            })
        .onSuccess(
            found -> {
              if (!notices.equals(found)) {
                notices.setAll(found);
              }
            })
        .onFailure(problem -> notices.clear());
  }

  private static OptionalDouble larger(OptionalDouble one, OptionalDouble other) {
    return one.isEmpty() || other.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.max(one.getAsDouble(), other.getAsDouble()));
  }

  /** They were told what it costs, and are asked now. */
  void ask(List<VoiceChoice> voices) {
    voices.stream()
        .flatMap(voice -> voice.paid().stream())
        .forEach(voice -> asked.add(voice.connection().address().getAuthority()));
    forecasting.forget();
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
