package studio.timbre.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.timbre.app.CostReport;
import studio.timbre.app.CostReport.Local;
import studio.timbre.app.CostReport.Offer;
import studio.timbre.app.CostWish;
import studio.timbre.cli.Columns.Side;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.ExchangeRate;
import studio.timbre.model.PriceRange;
import studio.timbre.model.TrainingPrice;
import studio.timbre.model.TrainingPrice.EpochsFrom;
import studio.timbre.model.WholePrice;

/** What models cost, for people: a line a model. */
final class CostTables {
  private static final String UNKNOWN = "not known";
  private static final String NOTHING = "-";

  private final CostReport report;
  private final CostWish wish;
  private final Optional<ExchangeRate> rate;

  /** @param rate of a currency that the whole price is told in too */
  CostTables(CostReport report, CostWish wish, Optional<ExchangeRate> rate) {
    this.report = report;
    this.wish = wish;
    this.rate = rate;
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(data());
    lines.add(use());
    lines.add("");
    lines.addAll(prices());
    if (report.offers().stream().anyMatch(offer -> offer.price().time().endsEarly())) {
      lines.add("Of models that end sooner only the months until then are counted.");
    }
    closed().ifPresent(lines::add);
    if (wish.diet().isPresent()) {
      lines.add("");
      lines.addAll(new DietTable(report.offers()).lines());
    }
    if (!report.local().isEmpty()) {
      lines.add("");
      report.local().forEach(local -> lines.add(local(local)));
    }
    lines.add("");
    sources().forEach(lines::add);
    return lines;
  }

  private String data() {
    String heldOut =
        report.heldOut() == 0 ? "" : ", " + Numbers.whole(report.heldOut()) + " held out";
    return "%s to train on%s".formatted(Numbers.conversations(report.conversations()), heldOut);
  }

  private String use() {
    var usual = report.usual();
    String cached =
        wish.cachedTokens() == 0
            ? ""
            : " (%s cached)".formatted(Numbers.tenths(wish.cachedTokens()));
    return "%s calls a month of %s prompt%s and %s answer tokens, %s hours a month, %d %s"
        .formatted(
            Numbers.whole(wish.calls()),
            Numbers.tenths(wish.promptTokens().orElse(usual.promptTokens())),
            cached,
            Numbers.tenths(wish.answerTokens().orElse(usual.answerTokens())),
            Numbers.tenths(wish.hours()),
            wish.months(),
            wish.months() == 1 ? "month" : "months");
  }

  private List<String> prices() {
    var columns =
        new Columns(
                Side.LEFT,
                Side.RIGHT,
                Side.RIGHT,
                Side.RIGHT,
                Side.RIGHT,
                Side.LEFT,
                Side.LEFT,
                Side.LEFT)
            .row("Model", "Epochs", "Training", "A month", "In all", "Jobs until", "Ends", "At");
    for (var offer : report.offers()) {
      var price = offer.price();
      var line = price.line();
      columns.row(
          price.model(),
          epochs(price.training()),
          amount(price.training().usd()),
          amount(price.running()),
          price.whole().map(this::whole).orElseGet(() -> unknown(price)),
          lastJob(line),
          ends(price),
          line.provider() + standing(line));
    }
    return columns.lines();
  }

  /** Who is still let in, where that is not everybody. */
  private static String standing(CatalogueEntry line) {
    return line.status().isEmpty() || line.status().startsWith("available")
        ? ""
        : " (%s)".formatted(line.status());
  }

  private String whole(PriceRange usd) {
    return rate.map(
            known -> "%s (%s)".formatted(QuoteWords.amount(usd), inCurrency(known, known.of(usd))))
        .orElseGet(() -> QuoteWords.amount(usd));
  }

  private static String inCurrency(ExchangeRate rate, PriceRange amount) {
    String low = String.format(Locale.ENGLISH, "%,.2f", amount.low());
    String high = String.format(Locale.ENGLISH, "%,.2f", amount.high());
    return rate.currency().getCurrencyCode()
        + " "
        + (low.equals(high) ? high : low + " to " + high);
  }

  /** What is left out, as somebody said that they are no customer there. */
  private Optional<String> closed() {
    return report.closed().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Left out, as only existing customers are let in: "
                + report.closed().stream()
                    .map(line -> line.model() + " at " + line.provider())
                    .collect(Collectors.joining(", ")));
  }

  private static String amount(Optional<PriceRange> usd) {
    return usd.map(QuoteWords::amount).orElse(UNKNOWN);
  }

  private static String unknown(WholePrice price) {
    return price.known() == 0
        ? UNKNOWN
        : "%s, above %s".formatted(UNKNOWN, Numbers.dollars(price.known()));
  }

  /** An estimate is said to be one. */
  private static String epochs(TrainingPrice training) {
    return (training.epochsFrom() == EpochsFrom.ESTIMATE ? "about " : "") + training.epochs();
  }

  private static String ends(WholePrice price) {
    String day = price.line().shutdownDate().map(LocalDate::toString).orElse(NOTHING);
    return price.time().endsEarly()
        ? "%s, after %s months".formatted(day, Numbers.tenths(price.time().counted()))
        : day;
  }

  private static String lastJob(CatalogueEntry line) {
    return line.lastNewJobDate()
        .map(LocalDate::toString)
        .or(() -> line.terms().openAtLeastUntil().map(day -> day + " or later"))
        .orElse(NOTHING);
  }

  private String local(Local local) {
    String name = local.model().title();
    if (local.price().isEmpty()) {
      return "On this computer, %s: the time is not known until it was trained here once."
          .formatted(name);
    }
    var price = local.price().get();
    String time = Durations.inWords(price.seconds().orElse(0));
    String power =
        price.electricity().isEmpty()
            ? "electricity not known"
            : "electricity for "
                + String.format(Locale.ENGLISH, "%,.4f", price.electricity().getAsDouble());
    return "On this computer, %s: about %s of training, %s.".formatted(name, time, power);
  }

  /** Where the prices stand, and when they were read there. */
  private Iterable<String> sources() {
    var sources = new LinkedHashSet<String>();
    for (Offer offer : report.offers()) {
      var line = offer.price().line();
      if (!line.source().isEmpty()) {
        sources.add("%s, read %s: %s".formatted(line.provider(), line.asOf(), line.source()));
      }
    }
    return sources;
  }
}
