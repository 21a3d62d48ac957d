package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import studio.timbre.app.ApiJobs.Wanted;
import studio.timbre.dataset.SentLine;
import studio.timbre.jobs.remote.SentFiles;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.JobId;
import studio.timbre.model.UserFacingException;

/** Makes an order of what a person wants: priced, within its budget, with copies of the files that will be sent. Sends nothing. */
final class ApiOrders {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final ApiQuotes quotes;
  private final LastLook<ApiQuote> lastQuote = new LastLook<>(this::count);
  private final LastLook<List<Finding>> lastPreflight = new LastLook<>(this::look);

  /**
   * @param folder takes a folder for each job
   */
  ApiOrders(Path folder, ApiQuotes quotes) {
    this.folder = folder;
    this.quotes = quotes;
  }

  ApiQuote quote(Wanted wanted) throws UserFacingException {
    return lastQuote.at(wanted);
  }

  private ApiQuote count(Wanted wanted) throws UserFacingException {
    if (wanted.validation().isPresent()) {
      quote(wanted, wanted.validation().get());
    }
    return quote(wanted, wanted.training());
  }

  private ApiQuote quote(Wanted wanted, Path file) throws UserFacingException {
    return quotes.quote(wanted.connection().provider(), wanted.recipe(), file);
  }

  /** What speaks against an order, worst first. */
  List<Finding> preflight(Wanted wanted) throws UserFacingException {
    return lastPreflight.at(wanted);
  }

  private List<Finding> look(Wanted wanted) throws UserFacingException {
    var findings = new ArrayList<Finding>();
    try {
      var draft = order(wanted, wanted.recipe(), OptionalDouble.empty());
      ApiDialects.of(wanted.connection().provider()).check(draft);
    } catch (UserFacingException e) {
      findings.add(Finding.of(e));
    }
    findings.addAll(new Preflight(quotes, LocalDate.now(ZoneOffset.UTC)).of(wanted));
    findings.sort(Comparator.comparing(Finding::severity));
    return List.copyOf(findings);
  }

  /** @param most what it may cost besides its own budget, by which it was judged already; empty for anything */
  ApiOrder prepare(Wanted wanted, OptionalDouble most) throws UserFacingException {
    var quote = quote(wanted);
    var refusal = overBudget(wanted, quote);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    var blocking = preflight(wanted).stream().filter(Finding::isBlocking).findFirst();
    if (blocking.isPresent()) {
      throw blocking.get().refusal();
    }
    var order = order(wanted, recipe(wanted, most, quote), price(quote));
    copy(order, wanted);
    return order;
  }

  private static ApiOrder order(Wanted wanted, ApiRecipe recipe, OptionalDouble usd) {
    var now = Instant.now();
    return new ApiOrder(
        freshName(now),
        wanted.name(),
        wanted.connection(),
        wanted.keyVariable(),
        recipe,
        usd,
        wanted.journalEntry(),
        now);
  }

  private static ApiRecipe recipe(Wanted wanted, OptionalDouble most, ApiQuote quote) {
    var recipe = wanted.recipe();
    // A budget holds only where the provider does not choose the number by itself.
    return wanted.budgetUsd().isPresent() || most.isPresent()
        ? recipe.withNumbers(recipe.numbers().withEpochs(OptionalInt.of(quote.epochs())))
        : recipe;
  }

  private static OptionalDouble price(ApiQuote quote) {
    return quote.usd().map(usd -> OptionalDouble.of(usd.high())).orElse(OptionalDouble.empty());
  }

  /** Why the budget cannot be kept, if it cannot. */
  Optional<UserFacingException> overBudget(Wanted wanted) throws UserFacingException {
    return overBudget(wanted, quote(wanted));
  }

  private static Optional<UserFacingException> overBudget(Wanted wanted, ApiQuote quote) {
    if (wanted.budgetUsd().isEmpty()) {
      return Optional.empty();
    }
    if (quote.usd().isEmpty()) {
      return Optional.of(
          new UserFacingException(
              "error.api.noPrice",
              "The price of %s at this provider is not known, so the budget cannot be kept. Nothing was sent. Leave the budget out, or enter the price in your own price list."
                  .formatted(wanted.recipe().model()),
              wanted.recipe().model()));
    }
    double budget = wanted.budgetUsd().getAsDouble();
    var usd = quote.usd().get();
    if (usd.high() <= budget) {
      return Optional.empty();
    }
    String cost = dollars(usd.high());
    return Optional.of(
        usd.isExact()
            ? new UserFacingException(
                "error.api.overBudget",
                "The job would cost about %s, which is more than the budget of %s. Nothing was sent. Raise the budget, or take fewer conversations or passes."
                    .formatted(cost, dollars(budget)),
                cost,
                dollars(budget))
            : new UserFacingException(
                "error.api.mayBeOverBudget",
                "The job may cost as much as %s, since its tokens can only be counted roughly here, and the budget is %s. Nothing was sent. Raise the budget, or take fewer conversations or passes."
                    .formatted(cost, dollars(budget)),
                cost,
                dollars(budget)));
  }

  private static String dollars(double amount) {
    return String.format(Locale.ROOT, amount < 0.1 ? "$%.4f" : "$%.2f", amount);
  }

  static JobId freshName(Instant now) {
    return new JobId(
        "job-%s-%08x".formatted(TIME.format(now), ThreadLocalRandom.current().nextInt()));
  }

  private void copy(ApiOrder order, Wanted wanted) throws UserFacingException {
    var provider = order.connection().provider();
    var dialect = ApiDialects.of(provider);
    var method = order.recipe().method();
    var form = SentLine.of(method);
    // What no job could use is not sent; the preflight says so.
    var validation = wanted.validation().filter(_ -> dialect.measuresOnOtherData(method));
    try {
      new SentFiles(folder.resolve(order.id().value()), order.id())
          .write(
              dialect.wantsByteOrderMark(provider),
              new SentData(wanted.training(), form),
              validation.map(file -> new SentData(file, form)));
    } catch (IOException e) {
      throw unreadable(wanted.training(), e);
    }
  }

  static UserFacingException unreadable(Path file, IOException cause) {
    return new UserFacingException(
        "error.api.fileUnreadable",
        "%s could not be read or copied, so nothing was sent. Check the file and the space on the disk."
            .formatted(file),
        cause,
        file.toString());
  }
}
