package studio.timbre.pricing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import studio.timbre.model.CatalogueEntry;

/**
 * Finds what a model costs at one provider by the name that the provider knows it by. Some providers have a price for each model,
 * others one for each class of sizes and way of training; a model's size is read from its name. Where nothing fits for certain,
 * nothing is found: a wrong price is worse than none.
 */
public final class PriceLines {
  /** As in {@code Llama-3.1-8B-Instruct} or {@code Qwen3-30B-A3B}; not the experts of {@code 8x7B}, which do not add up. */
  private static final Pattern SIZE =
      Pattern.compile("(?<![a-z0-9.])(\\d+(?:\\.\\d+)?)b(?![a-z0-9])", Pattern.CASE_INSENSITIVE);

  private static final Pattern UP_TO = Pattern.compile("up to (\\d+(?:\\.\\d+)?)B");
  private static final Pattern UNDER = Pattern.compile("under (\\d+(?:\\.\\d+)?)B");
  private static final Pattern OVER = Pattern.compile("over (\\d+(?:\\.\\d+)?)B");
  private static final Pattern FROM = Pattern.compile("of (\\d+(?:\\.\\d+)?)B parameters and more");
  private static final Pattern BETWEEN = Pattern.compile("(\\d+(?:\\.\\d+)?)B-(\\d+(?:\\.\\d+)?)B");

  private PriceLines() {}

  /**
   * The line of a model at a provider.
   *
   * @param provider by its name in the catalogue
   * @param model by the provider's name; a tuned one costs what its base does
   * @param method as the catalogue writes it: {@code supervised}, {@code dpo}, {@code reinforcement}
   */
  public static Optional<CatalogueEntry> find(
      List<CatalogueEntry> catalogue, String provider, String model, String method) {
    var there = catalogue.stream().filter(entry -> entry.provider().equals(provider)).toList();
    return ModelNames.find(model, there)
        .or(() -> byPlainName(there, model))
        .or(() -> bySize(there, model, method));
  }

  /** {@code gpt-4o-2024-08-06} and {@code gpt-4o (2024-08-06)} are the same, as are names with and without their maker. */
  private static Optional<CatalogueEntry> byPlainName(List<CatalogueEntry> there, String model) {
    String wanted = plain(model);
    var found = there.stream().filter(entry -> plain(entry.model()).equals(wanted)).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static String plain(String name) {
    return name.substring(name.lastIndexOf('/') + 1)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9.]+", "-")
        .replaceAll("^-|-$", "");
  }

  /** Whether a line is about all models of a size and one way of training, and names none of them. */
  public static boolean isOfSizes(CatalogueEntry line) {
    return line.model().startsWith("size class ");
  }

  private static Optional<CatalogueEntry> bySize(
      List<CatalogueEntry> there, String model, String method) {
    var size = billions(model);
    return size.isEmpty()
        ? Optional.empty()
        : there.stream()
            .filter(entry -> entry.methods().contains(method))
            .filter(entry -> !entry.model().contains(", full "))
            .filter(entry -> isIn(entry.model(), size.getAsDouble()))
            .findFirst();
  }

  /** The parameters of a model by its name, in billions. */
  static OptionalDouble billions(String model) {
    var found = SIZE.matcher(model);
    return found.find()
        ? OptionalDouble.of(Double.parseDouble(found.group(1)))
        : OptionalDouble.empty();
  }

  private static boolean isIn(String line, double size) {
    var between = BETWEEN.matcher(line);
    if (between.find()) {
      return size >= number(between.group(1)) && size <= number(between.group(2));
    }
    return bound(UP_TO, line).map(bound -> size <= bound).orElse(false)
        || bound(UNDER, line).map(bound -> size < bound).orElse(false)
        || bound(OVER, line).map(bound -> size > bound).orElse(false)
        || bound(FROM, line).map(bound -> size >= bound).orElse(false);
  }

  private static Optional<Double> bound(Pattern pattern, String line) {
    var found = pattern.matcher(line);
    return found.find() ? Optional.of(number(found.group(1))) : Optional.empty();
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}
