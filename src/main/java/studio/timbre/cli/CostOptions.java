package studio.timbre.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.timbre.app.CostWish;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.CustomerOf;
import studio.timbre.model.ExchangeRate;
import studio.timbre.model.TrainingTerms.OpenTo;

/** How a model is to be trained and used, as the command line says it. */
final class CostOptions {
  private static final String NOWHERE = "none";

  @Option(
      names = "--calls",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Answers asked for in a month (default: ${DEFAULT-VALUE}).")
  private long calls;

  @Option(
      names = "--prompt",
      paramLabel = "TOKENS",
      description = "All that one call sends; without it the average of the data's own questions.")
  private @Nullable Double prompt;

  @Option(
      names = "--cached",
      paramLabel = "TOKENS",
      defaultValue = "0",
      description =
          "How many of those the provider has read before and bills as cached, where it has such a price.")
  private double cached;

  @Option(
      names = "--answer",
      paramLabel = "TOKENS",
      description = "One answer; without it the average of the data's own answers.")
  private @Nullable Double answer;

  @Option(
      names = "--hours",
      paramLabel = "N",
      defaultValue = "730",
      description =
          "Hours a month that a machine stands ready, where hours are billed (default: ${DEFAULT-VALUE}, always).")
  private double hours;

  @Option(
      names = "--months",
      paramLabel = "N",
      defaultValue = "1",
      description = "Months of use in the whole price (default: ${DEFAULT-VALUE}).")
  private int months;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the data; without it the rule of each provider.")
  private @Nullable Integer epochs;

  @Option(
      names = "--short-prompt",
      paramLabel = "TEXT_OR_FILE",
      description =
          "Also says what this system prompt saves in place of the data's own; an empty text for none at all.")
  private @Nullable String shortPrompt;

  @Option(
      names = "--long-prompt",
      paramLabel = "TEXT_OR_FILE",
      description = "The system prompt of today's calls, where it is not the one in the data.")
  private @Nullable String longPrompt;

  @Option(
      names = "--watts",
      paramLabel = "W",
      description = "What this computer draws while it trains.")
  private @Nullable Double watts;

  @Option(
      names = "--kwh",
      paramLabel = "PRICE",
      description = "The price of a kilowatt hour, in any money.")
  private @Nullable Double kilowattHour;

  @Mixin private final MoneyOptions money = new MoneyOptions();

  @Option(
      names = "--existing-customer",
      paramLabel = "PROVIDER",
      description =
          "Where you are an existing customer, or none; leaves out what other providers train for existing customers alone. Without it"
              + " all are listed.")
  private List<String> customerOf = List.of();

  /** The rate of the currency that is shown beside dollars. */
  Optional<ExchangeRate> exchangeRate() {
    return money.rate();
  }

  /** Why the options make no sense, if they do not. */
  Optional<String> fault() {
    if (epochs != null && epochs < 1) {
      return Optional.of("--epochs takes a whole number from 1 on.");
    }
    if (months < 1) {
      return Optional.of("--months takes a whole number from 1 on.");
    }
    if (calls < 0 || cached < 0 || hours < 0 || below0(prompt) || below0(answer)) {
      return Optional.of(
          "--calls, --prompt, --cached, --answer and --hours take numbers of 0 or more.");
    }
    if (below0(watts) || below0(kilowattHour)) {
      return Optional.of("--watts and --kwh take numbers of 0 or more.");
    }
    if (longPrompt != null && shortPrompt == null) {
      return Optional.of("--long-prompt is compared with a --short-prompt; name both.");
    }
    return money.fault();
  }

  /**
   * Why a provider that was named is none of those that ask for it, if it is.
   *
   * @param catalogue tells which do
   */
  Optional<String> faultOfCustomer(List<CatalogueEntry> catalogue) {
    var asking = asking(catalogue);
    return customerOf.stream()
        .filter(name -> !name.equalsIgnoreCase(NOWHERE))
        .filter(name -> asking.stream().noneMatch(provider -> isNamed(provider, name)))
        .findFirst()
        .map(
            name ->
                "--existing-customer takes one of: %s, %s; not %s."
                    .formatted(String.join(", ", asking), NOWHERE, name));
  }

  private CustomerOf customer(List<CatalogueEntry> catalogue) {
    var customer = CustomerOf.UNKNOWN;
    if (customerOf.isEmpty()) {
      return customer;
    }
    for (var provider : asking(catalogue)) {
      boolean isOne = customerOf.stream().anyMatch(name -> isNamed(provider, name));
      customer = customer.with(provider, Optional.of(isOne));
    }
    return customer;
  }

  /** The providers that want to know. */
  private static List<String> asking(List<CatalogueEntry> catalogue) {
    return catalogue.stream()
        .filter(line -> line.terms().openTo() != OpenTo.EVERYBODY)
        .map(CatalogueEntry::provider)
        .distinct()
        .toList();
  }

  /** The beginning of a name will do, as of "Azure OpenAI / Microsoft Foundry". */
  private static boolean isNamed(String provider, String name) {
    return !name.isBlank()
        && provider.toLowerCase(Locale.ROOT).startsWith(name.strip().toLowerCase(Locale.ROOT));
  }

  private static boolean below0(@Nullable Double number) {
    return number != null && !(number >= 0);
  }

  CostWish wish(List<CatalogueEntry> catalogue) throws IOException {
    var diet =
        shortPrompt == null
            ? Optional.<CostWish.Diet>empty()
            : Optional.of(
                new CostWish.Diet(
                    longPrompt == null ? Optional.empty() : Optional.of(text(longPrompt)),
                    text(shortPrompt)));
    return new CostWish(
        epochs == null ? OptionalInt.empty() : OptionalInt.of(epochs),
        calls,
        optional(prompt),
        cached,
        optional(answer),
        hours,
        months,
        diet,
        optional(watts),
        optional(kilowattHour),
        customer(catalogue));
  }

  private static OptionalDouble optional(@Nullable Double number) {
    return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  /** What a file of that name says, else the words themselves. */
  private static String text(String textOrFile) throws IOException {
    try {
      var file = Path.of(textOrFile);
      return !textOrFile.isBlank() && Files.isRegularFile(file)
          ? Files.readString(file).strip()
          : textOrFile;
    } catch (InvalidPathException e) {
      return textOrFile;
    }
  }
}
