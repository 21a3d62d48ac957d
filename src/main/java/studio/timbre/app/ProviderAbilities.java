package studio.timbre.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.timbre.model.Provider;

/**
 * What a provider takes of a recipe, and how its tuned models are used; facts that age, so they stand in {@code abilities.json} with
 * source and date.
 *
 * @param methods as the catalogue writes them
 * @param adapter whether the rank and alpha of the LoRA adapter can be chosen
 * @param suffix most characters of a suffix; 0 where it takes none
 * @param suffixCharacters the only ones that it takes, as in a regular expression's brackets; empty where all are taken
 * @param tier whether it has several kinds of machines or places to train on
 * @param weights whether the tuned weights can be taken home
 * @param mutes whether it is known to heed the weight of a message, by which an answer is shown and not learned
 */
public record ProviderAbilities(
    Provider provider,
    Set<String> methods,
    LearningRate learningRate,
    boolean adapter,
    boolean batchSize,
    boolean seed,
    int suffix,
    Optional<String> suffixCharacters,
    boolean metadata,
    boolean tier,
    Serving serving,
    boolean weights,
    boolean mutes) {

  /** What a provider means by a learning rate. */
  public enum LearningRate {
    /** A factor to its own choice. */
    FACTOR,
    /** The rate itself. */
    RATE,
    UNKNOWN
  }

  /** How a tuned model is brought to answer. */
  public enum Serving {
    AT_ONCE,
    /** The adapter is put beside its base, without a machine of its own. */
    ADAPTER,
    /** A deployment that costs by the hour, used or not. */
    HOURLY_DEPLOYMENT,
    MINUTE_DEPLOYMENT,
    /** A deployment of one's own, made at the provider. */
    OWN_DEPLOYMENT,
    UNKNOWN;

    /** Names the sentence that tells it. */
    public String key() {
      return switch (this) {
        case AT_ONCE -> "move.serving.atOnce";
        case ADAPTER -> "move.serving.adapter";
        case HOURLY_DEPLOYMENT -> "move.serving.hourly";
        case MINUTE_DEPLOYMENT -> "move.serving.byTheMinute";
        case OWN_DEPLOYMENT -> "move.serving.own";
        case UNKNOWN -> "move.serving.unknown";
      };
    }
  }

  private static final String FILE = "/studio/timbre/abilities.json";
  private static final Map<Provider, ProviderAbilities> ALL = load();

  public static ProviderAbilities of(Provider provider) {
    return ALL.get(provider);
  }

  private static Map<Provider, ProviderAbilities> load() {
    var all = new EnumMap<Provider, ProviderAbilities>(Provider.class);
    try (var file = ProviderAbilities.class.getResourceAsStream(FILE)) {
      for (var line : new ObjectMapper().readTree(file)) {
        var abilities = read(line);
        all.put(abilities.provider(), abilities);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
    return all;
  }

  private static ProviderAbilities read(JsonNode line) {
    var methods = new LinkedHashSet<String>();
    line.get("methods").forEach(method -> methods.add(method.asText()));
    return new ProviderAbilities(
        Provider.valueOf(line.get("provider").asText()),
        methods,
        LearningRate.valueOf(line.get("learning_rate").asText().toUpperCase(Locale.ROOT)),
        line.get("adapter").asBoolean(),
        line.get("batch_size").asBoolean(),
        line.get("seed").asBoolean(),
        line.get("suffix").asInt(),
        Optional.of(line.get("suffix_characters"))
            .filter(JsonNode::isTextual)
            .map(JsonNode::asText),
        line.get("metadata").asBoolean(),
        line.get("tier").asBoolean(),
        Serving.valueOf(line.get("serving").asText()),
        line.get("weights").asBoolean(),
        line.path("message_weights").asBoolean());
  }
}
