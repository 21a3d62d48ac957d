package studio.timbre.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.timbre.model.UserFacingException;
import studio.timbre.model.voice.VoiceGuide;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceRule;
import studio.timbre.model.voice.VoiceWeight;

/**
 * A voice guide as {@code {"voice_guide":1,"rules":{"never_say":{"phrases":["utilize"],"weight":"strong"},…}}}: a key for each kind of
 * rule, and its weight where it is not the usual one.
 */
public final class VoiceGuideJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String VERSION_KEY = "voice_guide";
  private static final String WEIGHT = "weight";
  private static final int VERSION = 1;

  private VoiceGuideJson() {}

  /** In lines that people can read. */
  public static String write(VoiceGuide guide) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put(VERSION_KEY, VERSION);
    var rules = json.putObject("rules");
    for (var rule : guide.all()) {
      var object = VoiceRuleJson.write(rule);
      var weight = guide.weights().get(rule.kind());
      if (weight != null) {
        object.put(WEIGHT, weight.key());
      }
      rules.set(rule.kind().key(), object);
    }
    return json.toPrettyString();
  }

  /**
   * A guide as it was written.
   *
   * @throws UserFacingException where it is none, is of a newer version, or holds a rule that cannot be understood
   */
  public static VoiceGuide read(String text) throws UserFacingException {
    var json = tree(text);
    if (json.path(VERSION_KEY).asInt() > VERSION) {
      throw new UserFacingException(
          "error.voice.newer",
          "This voice guide was written by a newer version of Timbre. Nothing was taken over."
              + " Update Timbre, then try again.");
    }
    var guide = VoiceGuide.NONE;
    var entries = json.path("rules").fields();
    while (entries.hasNext()) {
      var entry = entries.next();
      var kind = VoiceKind.of(entry.getKey());
      var rule = kind.flatMap(known -> rule(known, entry.getValue()));
      if (rule.isEmpty()) {
        throw new UserFacingException(
            "error.voice.rule",
            "The rule “"
                + entry.getKey()
                + "” of this voice guide cannot be understood. Nothing was taken over. Correct it in"
                + " the file, or take it out.",
            entry.getKey());
      }
      guide = guide.with(rule.get());
      guide = guide.withWeight(kind.orElseThrow(), weight(entry.getValue(), kind.orElseThrow()));
    }
    return guide;
  }

  private static Optional<VoiceRule> rule(VoiceKind kind, JsonNode json) {
    try {
      return json.isObject() && knowsWeight(json)
          ? Optional.of(VoiceRuleJson.read(kind, json))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean knowsWeight(JsonNode json) {
    return !json.has(WEIGHT) || weights().contains(json.path(WEIGHT).asText());
  }

  private static List<String> weights() {
    return Arrays.stream(VoiceWeight.values()).map(VoiceWeight::key).toList();
  }

  private static VoiceWeight weight(JsonNode json, VoiceKind kind) {
    return Arrays.stream(VoiceWeight.values())
        .filter(weight -> weight.key().equals(json.path(WEIGHT).asText()))
        .findFirst()
        .orElse(kind.usual());
  }

  private static ObjectNode tree(String text) throws UserFacingException {
    try {
      if (MAPPER.readTree(text) instanceof ObjectNode object
          && object.path(VERSION_KEY).isInt()
          && object.path("rules").isObject()) {
        return object;
      }
    } catch (JsonProcessingException _) {
      // Told below: it is no guide, whatever it is.
    }
    throw new UserFacingException(
        "error.voice.noGuide",
        "This is no voice guide. Nothing was taken over. A guide is a JSON file that Timbre has"
            + " written, with “voice_guide” and “rules” in it.");
  }
}
