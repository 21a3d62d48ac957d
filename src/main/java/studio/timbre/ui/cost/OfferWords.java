package studio.timbre.ui.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.PriceRange;
import studio.timbre.model.TrainingPrice;
import studio.timbre.model.TrainingTerms.OpenTo;
import studio.timbre.model.WholePrice;
import studio.timbre.ui.fx.MoneyWords;
import studio.timbre.ui.fx.Texts;

/** What a model costs, in words. What is not known is said to be so. */
final class OfferWords {
  private final Texts texts;

  OfferWords(Texts texts) {
    this.texts = texts;
  }

  /** For a cell: the currency that is shown alone. */
  String brief(Optional<PriceRange> usd) {
    return usd.map(range -> MoneyWords.brief(texts, range))
        .orElseGet(() -> texts.get("price.unknown"));
  }

  /** With the dollars behind it. */
  String full(Optional<PriceRange> usd) {
    return usd.map(range -> MoneyWords.full(texts, range))
        .orElseGet(() -> texts.get("price.unknown"));
  }

  /** Where a part is not known the total is above what is. */
  String total(WholePrice price) {
    return price.whole().isPresent() || price.known() == 0
        ? brief(price.whole())
        : texts.get("cost.above", texts.shortMoney(price.known()));
  }

  String fullTotal(WholePrice price) {
    return price.whole().isPresent() || price.known() == 0
        ? full(price.whole())
        : texts.get("cost.above", texts.money(price.known()));
  }

  String lastJob(CatalogueEntry line) {
    return line.lastNewJobDate()
        .map(texts::shortDate)
        .or(
            () ->
                line.terms()
                    .openAtLeastUntil()
                    .map(day -> texts.get("cost.orLater", texts.shortDate(day))))
        .orElse("–");
  }

  String ends(CatalogueEntry line) {
    return line.shutdownDate().map(texts::shortDate).orElse("–");
  }

  /** The provider, and whom it lets in where that is not everybody. */
  String where(CatalogueEntry line) {
    return line.terms().openTo() == OpenTo.EVERYBODY
        ? line.provider()
        : line.provider() + " · " + texts.get("cost.openTo." + line.terms().openTo());
  }

  String epochs(TrainingPrice training) {
    return texts.get("cost.epochs." + training.epochsFrom(), training.epochs());
  }

  /** What makes the price of the training what it is, besides tokens and passes; a sentence each. */
  List<String> terms(WholePrice price) {
    var line = price.line();
    var terms = line.terms();
    var sentences = new ArrayList<String>();
    if (price.training().overLimit() > 0) {
      sentences.add(
          texts.get(
              "cost.term.cut",
              price.training().overLimit(),
              line.contextLengthTraining().orElse(0)));
    }
    line.trainingMinimumUsd()
        .ifPresent(usd -> sentences.add(texts.get("cost.term.minimum", texts.money(usd))));
    terms
        .trainingUsdPerMillionTokensAtMost()
        .ifPresent(usd -> sentences.add(texts.get("cost.term.pricePerhaps", texts.money(usd))));
    terms
        .minimumUsdAtMost()
        .ifPresent(usd -> sentences.add(texts.get("cost.term.minimumPerhaps", texts.money(usd))));
    terms
        .freeTrainingTokens()
        .ifPresent(tokens -> sentences.add(texts.get("cost.term.free", tokens)));
    sentences.add(
        texts.get(
            terms
                .billsHeldOut()
                .map(bills -> bills ? "cost.term.heldOut.billed" : "cost.term.heldOut.free")
                .orElse("cost.term.heldOut.unknown")));
    sentences.add(
        texts.get(
            terms
                .served()
                .map(served -> "cost.term.served." + served)
                .orElse("cost.term.served.unknown")));
    return sentences;
  }

  /** A warning where the model stops answering before the months are over. */
  Optional<String> endsEarly(WholePrice price) {
    return price.time().endsEarly()
        ? price
            .line()
            .shutdownDate()
            .map(day -> texts.get("cost.endsEarly", texts.date(day), months(price)))
        : Optional.empty();
  }

  /** How many months are counted, where it is not all. */
  Optional<String> counted(WholePrice price) {
    return price.time().endsEarly()
        ? Optional.of(texts.get("cost.untilItEnds", months(price)))
        : Optional.empty();
  }

  private String months(WholePrice price) {
    double months = Math.round(10 * price.time().counted()) / 10.0;
    return texts.get("cost.months", texts.number(months, months % 1 == 0 ? 0 : 1), months);
  }
}
