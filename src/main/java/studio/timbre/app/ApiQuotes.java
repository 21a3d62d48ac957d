package studio.timbre.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;
import studio.timbre.pricing.Catalogue;
import studio.timbre.pricing.Estimates;
import studio.timbre.pricing.TokenTotals;
import studio.timbre.tokens.ApiCounters;

/** Counts the data of a job at a provider and says what training on it costs there. */
final class ApiQuotes {
  private final Catalogue catalogue;
  private final FileTraining reading;

  ApiQuotes(Catalogue catalogue, FileTraining reading) {
    this.catalogue = catalogue;
    this.reading = reading;
  }

  /** Refuses a file with broken lines or without a conversation. */
  ApiQuote quote(Provider provider, String model, Path file, OptionalInt epochs)
      throws UserFacingException {
    var lines = reading.read(file);
    if (!lines.refused().isEmpty()) {
      var first = lines.refused().getFirst();
      throw broken(file, "line %d: %s".formatted(first.line(), first.english()));
    }
    if (lines.conversations().isEmpty()) {
      throw broken(file, "there is no conversation in it");
    }
    var entry = entry(provider, model);
    var encoding = entry.flatMap(CatalogueEntry::encoding).flatMap(ApiCounters::forEncoding);
    var counter = encoding.isPresent() ? encoding : ApiCounters.forModel(model);
    long conversations = lines.conversations().size();
    if (counter.isEmpty()) {
      return new ApiQuote(conversations, Optional.empty(), epochs, OptionalDouble.empty(), entry);
    }
    var tally =
        new TokenTotals.Tally(
            entry.map(CatalogueEntry::contextLengthTraining).orElse(OptionalInt.empty()));
    lines.conversations().forEach(each -> tally.add(counter.get().count(each)));
    var estimate =
        entry
            .map(line -> Estimates.of(line, tally.totals(), epochs))
            .orElseGet(() -> Estimates.unpriced(model, tally.totals(), epochs));
    return new ApiQuote(
        conversations,
        Optional.of(estimate.billedTokens()),
        OptionalInt.of(estimate.epochs()),
        estimate.costUsd(),
        entry);
  }

  /** The model's line at this very provider: the same model costs something else elsewhere. */
  private Optional<CatalogueEntry> entry(Provider provider, String model) {
    return catalogue.entries().stream()
        .map(CatalogueEntry::provider)
        .distinct()
        .filter(name -> isAt(name, provider))
        .flatMap(name -> catalogue.find(name + "/" + model).stream())
        .findFirst();
  }

  private static boolean isAt(String name, Provider provider) {
    String known = name.toLowerCase(Locale.ROOT);
    return switch (provider) {
      case OPENAI -> known.equals("openai");
      case AZURE -> known.startsWith("azure");
      case NEBIUS -> known.startsWith("nebius");
      case CRUSOE -> known.startsWith("crusoe");
      case TOGETHER -> known.startsWith("together");
      case FIREWORKS -> known.startsWith("fireworks");
      case COMPATIBLE -> false;
    };
  }

  private static UserFacingException broken(Path file, String what) {
    return new UserFacingException(
        "error.api.brokenData",
        "%s has lines that cannot be trained on: %s. Nothing was sent; correct them first."
            .formatted(file, what.replaceAll("\\.$", "")),
        file.toString(),
        what);
  }
}
