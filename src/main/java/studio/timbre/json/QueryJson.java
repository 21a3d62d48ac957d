package studio.timbre.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import studio.timbre.model.ConversationFilter;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationQuery.Sort;
import studio.timbre.model.Holding;
import studio.timbre.model.Range;
import studio.timbre.model.Since;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.Trained;
import studio.timbre.model.voice.VoiceKind;

/** A query as a JSON object with a key for each thing that it asks for; what it does not ask for is left out. */
final class QueryJson {
  private static final Set<String> KEYS =
      Set.of(
          "search",
          "statuses",
          "splits",
          "tags",
          "rating",
          "assignees",
          "turns",
          "tokens",
          "holds",
          "languages",
          "topics",
          "problems",
          "voice",
          "voice_rules",
          "changed_in_days",
          "changed_since_entry",
          "trained",
          "sort",
          "descending");

  private QueryJson() {}

  static ObjectNode write(ConversationQuery query) {
    var json = JsonNodeFactory.instance.objectNode();
    var filter = query.filter();
    if (!filter.search().isEmpty()) {
      json.put("search", filter.search());
    }
    list(json, "statuses", names(filter.statuses()));
    list(json, "splits", names(filter.splits()));
    list(json, "tags", filter.tags());
    range(json, "rating", filter.rating());
    list(json, "assignees", filter.assignees());
    range(json, "turns", filter.turns());
    range(json, "tokens", filter.tokens());
    list(json, "holds", names(filter.holds()));
    list(json, "languages", filter.languages());
    list(json, "topics", filter.topics().stream().map(String::valueOf).toList());
    list(json, "problems", filter.problems());
    range(json, "voice", filter.voice());
    list(json, "voice_rules", filter.voiceRules().stream().map(VoiceKind::key).toList());
    filter
        .since()
        .ifPresent(
            since -> {
              switch (since) {
                case Since.LastDays(int days) -> json.put("changed_in_days", days);
                case Since.Change(long entry) -> json.put("changed_since_entry", entry);
              }
            });
    filter
        .trained()
        .ifPresent(
            trained ->
                json.putObject("trained")
                    .put("entry", trained.entry())
                    .set("filter", JsonTree.object(TrainingFilterJson.write(trained.filter()))));
    if (query.sort() != Sort.POSITION || query.descending()) {
      json.put("sort", query.sort().name());
      json.put("descending", query.descending());
    }
    return json;
  }

  private static List<String> names(Collection<? extends Enum<?>> values) {
    return values.stream().<String>map(Enum::name).toList();
  }

  private static void list(ObjectNode json, String key, Collection<String> values) {
    if (!values.isEmpty()) {
      new TreeSet<>(values).forEach(json.putArray(key)::add);
    }
  }

  private static void range(ObjectNode json, String key, Range range) {
    if (!range.isAny()) {
      var object = json.putObject(key);
      range.from().ifPresent(from -> object.put("from", from));
      range.to().ifPresent(to -> object.put("to", to));
    }
  }

  /** Empty where it asks for something that this version does not know. */
  static Optional<ConversationQuery> read(JsonNode json) {
    for (Iterator<String> keys = json.fieldNames(); keys.hasNext(); ) {
      if (!KEYS.contains(keys.next())) {
        return Optional.empty();
      }
    }
    try {
      var filter =
          ConversationFilter.ALL
              .withSearch(json.path("search").asText(""))
              .withStatuses(set(json, "statuses", Status::valueOf))
              .withSplits(set(json, "splits", Split::valueOf))
              .withTags(set(json, "tags", tag -> tag))
              .withRating(range(json.path("rating")))
              .withAssignees(set(json, "assignees", name -> name))
              .withTurns(range(json.path("turns")))
              .withTokens(range(json.path("tokens")))
              .withHolds(set(json, "holds", Holding::valueOf))
              .withLanguages(set(json, "languages", code -> code))
              .withTopics(set(json, "topics", Long::valueOf))
              .withProblems(set(json, "problems", kind -> kind))
              .withVoice(range(json.path("voice")))
              .withVoiceRules(set(json, "voice_rules", QueryJson::voiceRule))
              .withSince(since(json))
              .withTrained(trained(json.path("trained")));
      return Optional.of(
          new ConversationQuery(
              filter,
              Sort.valueOf(json.path("sort").asText(Sort.POSITION.name())),
              json.path("descending").asBoolean(false)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static <T> Set<T> set(JsonNode json, String key, Function<String, T> value) {
    var set = new HashSet<T>();
    json.path(key).forEach(item -> set.add(value.apply(item.asText())));
    return set;
  }

  private static VoiceKind voiceRule(String key) {
    return VoiceKind.of(key).orElseThrow(() -> new IllegalArgumentException(key));
  }

  private static Range range(JsonNode json) {
    return new Range(end(json.path("from")), end(json.path("to")));
  }

  private static OptionalInt end(JsonNode json) {
    return json.isInt() ? OptionalInt.of(json.asInt()) : OptionalInt.empty();
  }

  private static Optional<Since> since(JsonNode json) {
    return Stream.<Optional<Since>>of(
            json.has("changed_in_days")
                ? Optional.of(new Since.LastDays(json.path("changed_in_days").asInt()))
                : Optional.empty(),
            json.has("changed_since_entry")
                ? Optional.of(new Since.Change(json.path("changed_since_entry").asLong()))
                : Optional.empty())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Trained> trained(JsonNode json) {
    if (json.isMissingNode()) {
      return Optional.empty();
    }
    var filter =
        TrainingFilterJson.read(json.path("filter").toString())
            .orElseThrow(() -> new IllegalArgumentException("no filter of a run"));
    return Optional.of(new Trained(json.path("entry").asLong(), filter));
  }
}
