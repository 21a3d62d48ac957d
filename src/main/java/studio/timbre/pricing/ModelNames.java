package studio.timbre.pricing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import studio.timbre.model.CatalogueEntry;

/**
 * Finds the line of the catalogue that a name means. In this order:
 *
 * <ol>
 *   <li>the model's name as it stands there, or {@code provider/model};
 *   <li>a tuned model {@code ft:base:…} means its base;
 *   <li>the name without its date: {@code gpt-4o-mini} means {@code gpt-4o-mini-2024-07-18}, never {@code gpt-4o-mini-…} for
 *       {@code gpt-4o}. Where several providers have it, the first in the catalogue is meant;
 *   <li>the beginning of one name alone.
 * </ol>
 *
 * The last two pass over lines kept for the record only ({@code historic}). Where a name means two lines, none is found: a wrong
 * price is worse than none.
 */
final class ModelNames {
  private static final Pattern DATE = Pattern.compile("-\\d{4}-\\d{2}-\\d{2}| \\([^)]*\\)");

  private ModelNames() {}

  static Optional<CatalogueEntry> find(String name, List<CatalogueEntry> entries) {
    String wanted = base(name.strip().toLowerCase(Locale.ROOT));
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    var exact = all(entries, entry -> model(entry).equals(wanted) || full(entry).equals(wanted));
    if (!exact.isEmpty()) {
      return only(exact);
    }
    var current = all(entries, entry -> !entry.status().equals("historic"));
    var dated =
        all(current, entry -> isDated(model(entry), wanted) || isDated(full(entry), wanted));
    if (!dated.isEmpty()) {
      return Optional.of(dated.getFirst());
    }
    return only(
        all(current, entry -> model(entry).startsWith(wanted) || full(entry).startsWith(wanted)));
  }

  private static String base(String name) {
    if (!name.startsWith("ft:")) {
      return name;
    }
    int end = name.indexOf(':', 3);
    return end < 0 ? name.substring(3) : name.substring(3, end);
  }

  private static boolean isDated(String candidate, String wanted) {
    return candidate.startsWith(wanted)
        && DATE.matcher(candidate.substring(wanted.length())).matches();
  }

  private static String model(CatalogueEntry entry) {
    return entry.model().toLowerCase(Locale.ROOT);
  }

  private static String full(CatalogueEntry entry) {
    return entry.provider().toLowerCase(Locale.ROOT) + "/" + model(entry);
  }

  private static List<CatalogueEntry> all(
      List<CatalogueEntry> entries, Predicate<CatalogueEntry> condition) {
    return entries.stream().filter(condition).toList();
  }

  private static Optional<CatalogueEntry> only(List<CatalogueEntry> found) {
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
