package studio.timbre.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.timbre.app.Serving.AzureSteps;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.Provider;
import studio.timbre.model.TunedModel;
import studio.timbre.pricing.PriceLines;

/** What is known of how providers serve tuned models; facts that age, so they stand in {@code serving.json} and the catalogue. */
final class ServingFacts {
  private static final String FILE = "/studio/timbre/serving.json";
  private static final JsonNode FACTS = load();

  private final List<CatalogueEntry> catalogue;

  ServingFacts(List<CatalogueEntry> catalogue) {
    this.catalogue = catalogue;
  }

  private static JsonNode load() {
    try (var file = ServingFacts.class.getResourceAsStream(FILE)) {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  /** The name under which a base answers at Nebius with adapters, billed by the token; empty where that is not known. */
  Optional<String> servedBase(String trained) {
    for (var line : FACTS.path("adapters")) {
      for (var name : line.path("names")) {
        if (name.asText().equals(trained)) {
          return Optional.of(line.path("served").asText());
        }
      }
    }
    return Optional.empty();
  }

  AzureSteps azure(TunedModel model) {
    var azure = FACTS.path("azure");
    String host = model.connection().address().getHost();
    String resource = host.contains(".") ? host.substring(0, host.indexOf('.')) : host;
    var price = hosting(model.base());
    return new AzureSteps(
        resource,
        "PUT " + azure.path("address").asText().replace("{resource}", resource),
        body(azure.path("body"), model.model()),
        price.map(CatalogueEntry::hostingUsdPerHour).orElse(OptionalDouble.empty()),
        price.map(CatalogueEntry::source).orElse(""),
        price.map(CatalogueEntry::asOf).orElse(""));
  }

  private static String body(JsonNode shape, String model) {
    var body = shape.deepCopy();
    if (body.at("/properties/model") instanceof com.fasterxml.jackson.databind.node.ObjectNode it) {
      it.put("name", model);
    }
    return body.toPrettyString();
  }

  private Optional<CatalogueEntry> hosting(String base) {
    String azure = ProviderFacts.of(Provider.AZURE).catalogue().orElse("");
    return PriceLines.find(catalogue, azure, base, "supervised")
        .filter(line -> line.hostingUsdPerHour().isPresent());
  }
}
