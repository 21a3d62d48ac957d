package studio.timbre.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import studio.timbre.model.Provider;

/**
 * What is known of a provider before anything is asked of it; facts that age, so they stand in {@code providers.json} with source
 * and date.
 *
 * @param name as the provider calls itself
 * @param catalogue its name in the catalogue of models
 * @param address where its calls go, if that is the same for everybody
 * @param example an address as it should look
 * @param path how the path of every address ends; a star at its end for a name of the person's own
 * @param hosts the hosts that belong to it, a star for any beginning; none where every host may
 * @param websites its pages for people, which take no calls
 * @param variable the environment variable in which its own documentation keeps a key
 * @param promise empty where nothing is known
 * @param pauses whether it is known to let jobs rest and go on
 */
public record ProviderFacts(
    Provider provider,
    String name,
    Optional<String> catalogue,
    Optional<String> address,
    String example,
    Optional<String> path,
    List<String> hosts,
    List<String> websites,
    Optional<String> variable,
    boolean pauses,
    Optional<Promise> promise) {

  /**
   * What a provider says it does with the data: who may read it, where it lies, for how long.
   *
   * @param words by language tag, as {@code pt-BR}
   * @param asOf when it was read there
   */
  public record Promise(Map<String, String> words, String source, String asOf) {
    public String in(String language) {
      return words.getOrDefault(language, words.getOrDefault("en", ""));
    }
  }

  private static final String FILE = "/studio/timbre/providers.json";
  private static final Map<Provider, ProviderFacts> ALL = load();

  public static ProviderFacts of(Provider provider) {
    return ALL.get(provider);
  }

  private static Map<Provider, ProviderFacts> load() {
    var all = new EnumMap<Provider, ProviderFacts>(Provider.class);
    try (var file = ProviderFacts.class.getResourceAsStream(FILE)) {
      for (var line : new ObjectMapper().readTree(file)) {
        var facts = facts(line);
        all.put(facts.provider(), facts);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
    return all;
  }

  private static ProviderFacts facts(JsonNode line) {
    return new ProviderFacts(
        Provider.valueOf(line.get("provider").asText()),
        line.get("name").asText(),
        text(line, "catalogue"),
        text(line, "address"),
        line.get("example").asText(),
        text(line, "path"),
        texts(line, "hosts"),
        texts(line, "websites"),
        text(line, "variable"),
        line.path("pauses").asBoolean(),
        promise(line.path("promise")));
  }

  private static Optional<Promise> promise(JsonNode node) {
    if (!node.isObject()) {
      return Optional.empty();
    }
    var words = new LinkedHashMap<String, String>();
    node.path("words")
        .properties()
        .forEach(entry -> words.put(entry.getKey(), entry.getValue().asText()));
    return Optional.of(
        new Promise(words, node.path("source").asText(), node.path("as_of").asText()));
  }

  private static Optional<String> text(JsonNode line, String key) {
    return Optional.ofNullable(line.get(key)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  private static List<String> texts(JsonNode line, String key) {
    return StreamSupport.stream(line.get(key).spliterator(), false).map(JsonNode::asText).toList();
  }
}
