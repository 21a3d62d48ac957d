package studio.timbre.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.timbre.model.JsonDraft;
import studio.timbre.model.JsonFault;

/**
 * What was typed into a project and is not written there: {@code [{"conversation":…,"field":…,"kind":…,"of":…,"was":…,"text":…,
 * "fault":{"line":…,"column":…,"key":…,"arguments":[…]}},…]}, the fault only where there is one.
 */
public final class JsonDraftsJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonDraftsJson() {}

  public static String write(List<JsonDraft> drafts) {
    var all = JsonNodeFactory.instance.arrayNode();
    drafts.forEach(draft -> write(draft, all.addObject()));
    return all.toString();
  }

  private static void write(JsonDraft draft, ObjectNode json) {
    json.put("conversation", draft.conversation())
        .put("field", draft.field().name())
        .put("kind", draft.field().kind().key())
        .put("of", draft.field().kind().argument())
        .put("was", draft.field().json())
        .put("text", draft.text());
    draft
        .fault()
        .ifPresent(
            fault -> {
              var said = json.putObject("fault");
              said.put("line", fault.line()).put("column", fault.column()).put("key", fault.key());
              fault.arguments().forEach(said.putArray("arguments")::add);
            });
  }

  /** In the order in which they were written; what cannot be read is left out. */
  public static List<JsonDraft> read(String text) {
    var drafts = new ArrayList<JsonDraft>();
    tree(text).forEach(json -> drafts.add(draft(json)));
    return drafts;
  }

  private static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException _) {
      // A project of which this was damaged begins anew.
      return JsonNodeFactory.instance.arrayNode();
    }
  }

  private static JsonDraft draft(JsonNode json) {
    var kind = new JsonDraft.Kind(json.path("kind").asText(), json.path("of").asText());
    var field = new JsonDraft.Field(json.path("field").asText(), kind, json.path("was").asText());
    return new JsonDraft(
        json.path("conversation").asLong(),
        field,
        json.path("text").asText(),
        fault(json.path("fault")));
  }

  private static Optional<JsonFault> fault(JsonNode json) {
    if (!json.isObject()) {
      return Optional.empty();
    }
    var arguments = new ArrayList<String>();
    json.path("arguments").forEach(argument -> arguments.add(argument.asText()));
    return Optional.of(
        new JsonFault(
            json.path("line").asInt(),
            json.path("column").asInt(),
            json.path("key").asText(),
            arguments));
  }
}
