package studio.timbre.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Connection;
import studio.timbre.model.ModelOffer;
import studio.timbre.model.PriceRange;
import studio.timbre.model.Provider;
import studio.timbre.pricing.Estimates;

/** Where else the same data could go: every other provider that takes the method today. */
public final class Places {
  /**
   * One place.
   *
   * @param connection the account there; empty where there is none yet
   * @param offer the model; empty where the provider trains classes of models and one has to be chosen there
   * @param usd about what training costs there, at so many tokens as here; empty where the price is not known
   */
  public record Place(
      Provider provider,
      Optional<Connection> connection,
      Optional<ModelOffer> offer,
      Optional<PriceRange> usd) {

    /** With a price that was counted for the model there. */
    public Place withUsd(Optional<PriceRange> counted) {
      return new Place(provider, connection, offer, counted);
    }
  }

  private final List<CatalogueEntry> catalogue;
  private final ModelOffers offers;

  public Places(List<CatalogueEntry> catalogue) {
    this.catalogue = List.copyOf(catalogue);
    this.offers = new ModelOffers(catalogue);
  }

  /**
   * The places, those with an account first, in the order of the catalogue.
   *
   * @param billedTokens over all epochs; 0 where they are not known
   */
  public List<Place> elsewhere(
      Provider from,
      ApiRecipe recipe,
      long billedTokens,
      List<Connection> connections,
      LocalDate today) {
    var places = new ArrayList<Place>();
    for (var connection : connections) {
      if (connection.provider() != from) {
        places.addAll(
            at(connection.provider(), Optional.of(connection), recipe, billedTokens, today));
      }
    }
    for (var provider : Provider.values()) {
      boolean isNew = connections.stream().noneMatch(known -> known.provider() == provider);
      if (provider != from && isNew) {
        places.addAll(at(provider, Optional.empty(), recipe, billedTokens, today));
      }
    }
    return places;
  }

  private List<Place> at(
      Provider provider,
      Optional<Connection> connection,
      ApiRecipe recipe,
      long tokens,
      LocalDate today) {
    String method = recipe.method().word();
    if (!ProviderAbilities.of(provider).methods().contains(method)) {
      return List.of();
    }
    var named =
        offers.known(provider).stream()
            .filter(offer -> offer.isOpen(today))
            .filter(offer -> offer.line().filter(line -> takes(line, method)).isPresent())
            .map(
                offer ->
                    new Place(
                        provider,
                        connection,
                        Optional.of(offer),
                        offer.line().map(line -> price(line, tokens)).orElseThrow()))
            .toList();
    return named.isEmpty() && (connection.isPresent() || hasClass(provider, method))
        ? List.of(new Place(provider, connection, Optional.empty(), Optional.empty()))
        : named;
  }

  /** Whether the catalogue has a price for classes of models there. */
  private boolean hasClass(Provider provider, String method) {
    var name = ProviderFacts.of(provider).catalogue();
    return catalogue.stream()
        .anyMatch(line -> name.equals(Optional.of(line.provider())) && takes(line, method));
  }

  private static boolean takes(CatalogueEntry line, String method) {
    return line.methods().contains(method);
  }

  private static Optional<PriceRange> price(CatalogueEntry line, long tokens) {
    var cost = tokens == 0 ? OptionalDouble.empty() : Estimates.cost(line, tokens);
    return cost.isEmpty() ? Optional.empty() : Optional.of(PriceRange.exactly(cost.getAsDouble()));
  }
}
