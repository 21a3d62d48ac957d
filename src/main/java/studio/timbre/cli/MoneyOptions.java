package studio.timbre.cli;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.timbre.model.ExchangeRate;

/** A currency that amounts are told in beside US dollars, at a rate that is given: nobody is asked for one. */
final class MoneyOptions {
  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "Tells amounts in this currency too, as BRL; needs --rate.")
  private @Nullable String code;

  @Option(names = "--rate", paramLabel = "N", description = "What a US dollar costs in it.")
  private @Nullable Double perDollar;

  /** Why the options make no sense, if they do not. */
  Optional<String> fault() {
    if ((code == null) != (perDollar == null)) {
      return Optional.of("--currency and --rate go together.");
    }
    if (perDollar != null && (!(perDollar > 0) || perDollar.isInfinite())) {
      return Optional.of("--rate takes a number above 0.");
    }
    if (code != null && currency(code).isEmpty()) {
      return Optional.of("--currency takes a code of three letters, as BRL; not " + code + ".");
    }
    return Optional.empty();
  }

  Optional<ExchangeRate> rate() {
    return Optional.ofNullable(code)
        .flatMap(MoneyOptions::currency)
        .flatMap(
            currency ->
                Optional.ofNullable(perDollar)
                    .map(rate -> new ExchangeRate(currency, rate, LocalDate.now())));
  }

  private static Optional<Currency> currency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .filter(each -> each.getCurrencyCode().equalsIgnoreCase(code.strip()))
        .findFirst();
  }
}
