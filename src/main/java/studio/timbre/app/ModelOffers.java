package studio.timbre.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import studio.timbre.app.CheckOutcome.End;
import studio.timbre.app.CheckOutcome.Works;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.ModelOffer;
import studio.timbre.model.ModelOffer.Seen;
import studio.timbre.model.Provider;
import studio.timbre.pricing.PriceLines;

/** Which models a provider trains: what the catalogue knows, and what the provider itself says when it is asked for its models. */
public final class ModelOffers {
  private static final String METHOD = "supervised";

  /** A date or a release behind a name, which is part of the provider's own name for the model. */
  private static final Pattern RELEASE = Pattern.compile("(.+) \\((\\d{4}(?:-\\d{2}-\\d{2})?)\\)");

  /** A line that stands for a class of models and names some of them. */
  private static final Pattern EXAMPLES = Pattern.compile(".+ \\(e\\.g\\. (.+)\\)");

  private static final Pattern CLASS = Pattern.compile("(.+) \\(class: .+\\)");

  /** OpenAI's and Azure's names for models that were trained there. */
  private static final Pattern TUNED = Pattern.compile("ft:.+|.+\\.ft-[0-9a-f]{32}.*");

  private final List<CatalogueEntry> catalogue;

  public ModelOffers(List<CatalogueEntry> catalogue) {
    this.catalogue = List.copyOf(catalogue);
  }

  /** What is known without asking, in the order of the catalogue. */
  public List<ModelOffer> known(Provider provider) {
    var offers = new ArrayList<ModelOffer>();
    for (var line : lines(provider)) {
      for (var model : models(line)) {
        offers.add(
            new ModelOffer(model, Optional.of(line), Seen.NOT_ASKED, false, line.shutdownDate()));
      }
    }
    return offers;
  }

  /**
   * What is known, set right by what the provider answered: its own names and last days, models that it says can be trained and
   * that the catalogue does not know, and those that were trained there before.
   */
  public List<ModelOffer> asked(Provider provider, Works answer) {
    Map<String, LocalDate> ends =
        answer.ends().stream().collect(Collectors.toMap(End::model, End::day, (a, b) -> a));
    var offers = new ArrayList<ModelOffer>();
    var taken = new HashSet<String>();
    for (var known : known(provider)) {
      var listed = listed(known, provider, answer.names());
      var name = listed.orElse(known.model());
      taken.add(name);
      offers.add(
          new ModelOffer(
              name,
              known.line(),
              listed.isPresent() ? Seen.LISTED : Seen.NOT_LISTED,
              false,
              Optional.ofNullable(ends.get(name)).or(known::answersUntil),
              answer.limits().of(name)));
    }
    for (var name : answer.names()) {
      boolean isTuned = TUNED.matcher(name).matches();
      if ((isTuned || answer.trainable().contains(name)) && taken.add(name)) {
        var line = line(provider, name);
        offers.add(
            new ModelOffer(
                name,
                line,
                Seen.LISTED,
                isTuned,
                Optional.ofNullable(ends.get(name))
                    .or(() -> line.flatMap(CatalogueEntry::shutdownDate)),
                answer.limits().of(name)));
      }
    }
    return offers;
  }

  /** What the catalogue says of a model at a provider. */
  public Optional<CatalogueEntry> line(Provider provider, String model) {
    return ProviderFacts.of(provider)
        .catalogue()
        .flatMap(name -> PriceLines.find(catalogue, name, model, METHOD));
  }

  private Optional<String> listed(ModelOffer known, Provider provider, List<String> names) {
    if (names.contains(known.model())) {
      return Optional.of(known.model());
    }
    return names.stream()
        .filter(name -> !TUNED.matcher(name).matches())
        .filter(name -> line(provider, name).equals(known.line()) && isOneModel(known))
        .findFirst();
  }

  /** A line for a class of sizes fits many names, so its own stays. */
  private static boolean isOneModel(ModelOffer offer) {
    return offer.line().map(line -> models(line).size() == 1).orElse(false)
        && offer.line().filter(line -> CLASS.matcher(line.model()).matches()).isEmpty();
  }

  private List<CatalogueEntry> lines(Provider provider) {
    var name = ProviderFacts.of(provider).catalogue();
    return catalogue.stream()
        .filter(line -> name.equals(Optional.of(line.provider())))
        .filter(line -> !line.status().equals("historic"))
        .toList();
  }

  /** The models that a line of the catalogue stands for, by the provider's names; a class of sizes by its own. */
  static List<String> names(CatalogueEntry line) {
    var named = models(line);
    return named.isEmpty() ? List.of(line.model()) : named;
  }

  /** The models that a line of the catalogue names; none for a class of sizes. */
  private static List<String> models(CatalogueEntry line) {
    var examples = EXAMPLES.matcher(line.model());
    if (examples.matches()) {
      return List.of(examples.group(1).split(", "));
    }
    var byClass = CLASS.matcher(line.model());
    if (byClass.matches()) {
      return List.of(byClass.group(1));
    }
    if (PriceLines.isOfSizes(line)) {
      return List.of();
    }
    var release = RELEASE.matcher(line.model());
    return List.of(release.matches() ? release.group(1) + "-" + release.group(2) : line.model());
  }
}
