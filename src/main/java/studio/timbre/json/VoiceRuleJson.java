package studio.timbre.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.timbre.model.voice.Variety;
import studio.timbre.model.voice.VoiceKind;
import studio.timbre.model.voice.VoiceRule;

/** One rule of a voice guide as a JSON object. */
final class VoiceRuleJson {
  private static final String PHRASES = "phrases";
  private static final String EVERY = "every_answer";
  private static final String MOST = "most";
  private static final int LARGEST = 1_000_000;

  private VoiceRuleJson() {}

  static ObjectNode write(VoiceRule rule) {
    var json = JsonNodeFactory.instance.objectNode();
    switch (rule) {
      case VoiceRule.NeverSay(var phrases) -> list(json, PHRASES, phrases);
      case VoiceRule.WeSay(var terms) ->
          terms.forEach(
              term ->
                  list(
                      json.withArray("/terms").addObject().put("say", term.say()),
                      "instead_of",
                      term.insteadOf()));
      case VoiceRule.SpelledSo(var spellings) -> list(json, "spellings", spellings);
      case VoiceRule.Dictionary() -> {}
      case VoiceRule.Greeting(var manner, var phrases, boolean every) ->
          list(json.put("manner", key(manner)).put(EVERY, every), PHRASES, phrases);
      case VoiceRule.SignOff(var manner, var phrases, boolean every) ->
          list(json.put("manner", key(manner)).put(EVERY, every), PHRASES, phrases);
      case VoiceRule.Speaker(var person) -> json.put("person", key(person));
      case VoiceRule.Formality(var register) -> json.put("register", key(register));
      case VoiceRule.Emoji(int most, var only) -> list(json.put(MOST, most), "only", only);
      case VoiceRule.Exclamations(int most) -> json.put(MOST, most);
      case VoiceRule.SentenceLength(int most) -> json.put("most_words", most);
      case VoiceRule.Reading(var limits) -> {
        var object = json.putObject("limits");
        new TreeMap<>(limits).forEach(object::put);
      }
      case VoiceRule.Punctuation(var never) ->
          list(json, "never", new TreeSet<>(never).stream().map(VoiceRuleJson::key).toList());
      case VoiceRule.Disclaimer(var claims) ->
          claims.forEach(
              claim ->
                  list(
                      json.withArray("/claims").addObject().put("disclaimer", claim.disclaimer()),
                      "words",
                      claim.words()));
      case VoiceRule.Spelling(var varieties) ->
          list(
              json,
              "varieties",
              new TreeSet<>(varieties).stream().map(VoiceRuleJson::key).toList());
    }
    return json;
  }

  private static void list(ObjectNode json, String key, Collection<String> values) {
    var array = json.putArray(key);
    values.forEach(array::add);
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /**
   * A rule as it was written; what is left out of it is empty.
   *
   * @throws IllegalArgumentException where it cannot be understood
   */
  static VoiceRule read(VoiceKind kind, JsonNode json) {
    return switch (kind) {
      case NEVER_SAY -> new VoiceRule.NeverSay(strings(json, PHRASES));
      case WE_SAY ->
          new VoiceRule.WeSay(
              objects(
                  json,
                  "terms",
                  term -> new VoiceRule.Term(text(term, "say"), strings(term, "instead_of"))));
      case SPELLED_SO -> new VoiceRule.SpelledSo(strings(json, "spellings"));
      case DICTIONARY -> new VoiceRule.Dictionary();
      case GREETING ->
          new VoiceRule.Greeting(
              one(VoiceRule.Manner.class, json, "manner"),
              strings(json, PHRASES),
              json.path(EVERY).asBoolean(false));
      case SIGN_OFF ->
          new VoiceRule.SignOff(
              one(VoiceRule.Manner.class, json, "manner"),
              strings(json, PHRASES),
              json.path(EVERY).asBoolean(false));
      case SPEAKER -> new VoiceRule.Speaker(one(VoiceRule.Person.class, json, "person"));
      case FORMALITY -> new VoiceRule.Formality(one(VoiceRule.Register.class, json, "register"));
      case EMOJI -> new VoiceRule.Emoji(number(json.path(MOST)), strings(json, "only"));
      case EXCLAMATIONS -> new VoiceRule.Exclamations(number(json.path(MOST)));
      case SENTENCE_LENGTH -> new VoiceRule.SentenceLength(number(json.path("most_words")));
      case READING -> {
        var limits = new TreeMap<String, Integer>();
        json.path("limits")
            .fields()
            .forEachRemaining(entry -> limits.put(entry.getKey(), signed(entry.getValue())));
        yield new VoiceRule.Reading(limits);
      }
      case PUNCTUATION ->
          new VoiceRule.Punctuation(
              strings(json, "never").stream()
                  .map(name -> VoiceRule.Sign.valueOf(name.toUpperCase(Locale.ROOT)))
                  .collect(Collectors.toUnmodifiableSet()));
      case DISCLAIMER ->
          new VoiceRule.Disclaimer(
              objects(
                  json,
                  "claims",
                  claim ->
                      new VoiceRule.Claim(strings(claim, "words"), text(claim, "disclaimer"))));
      case SPELLING ->
          new VoiceRule.Spelling(
              strings(json, "varieties").stream()
                  .map(name -> Variety.valueOf(name.toUpperCase(Locale.ROOT)))
                  .collect(Collectors.toUnmodifiableSet()));
    };
  }

  private static <E extends Enum<E>> E one(Class<E> type, JsonNode json, String key) {
    return Enum.valueOf(type, text(json, key).toUpperCase(Locale.ROOT));
  }

  private static List<String> strings(JsonNode json, String key) {
    return objects(json, key, VoiceRuleJson::text);
  }

  private static <T> List<T> objects(JsonNode json, String key, Function<JsonNode, T> item) {
    var list = json.path(key);
    if (!list.isArray() && !list.isMissingNode()) {
      throw new IllegalArgumentException(key);
    }
    var items = new ArrayList<T>();
    list.forEach(node -> items.add(item.apply(node)));
    return items;
  }

  private static String text(JsonNode json, String key) {
    return text(json.path(key));
  }

  private static String text(JsonNode json) {
    if (!json.isTextual()) {
      throw new IllegalArgumentException("no text");
    }
    return json.asText();
  }

  private static int number(JsonNode json) {
    int number = signed(json);
    if (number < 0) {
      throw new IllegalArgumentException("below 0");
    }
    return number;
  }

  private static int signed(JsonNode json) {
    if (!json.isInt() || Math.abs(json.asInt()) > LARGEST) {
      throw new IllegalArgumentException("no number");
    }
    return json.asInt();
  }
}
