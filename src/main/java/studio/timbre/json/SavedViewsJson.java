package studio.timbre.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.SavedView;

/**
 * The views of a project: {@code {"version":1,"views":[{"name":…,"query":{…},"columns":…},…]}}. What a newer version has added is
 * carried through as long as the view is not saved anew.
 */
public final class SavedViewsJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int VERSION = 1;

  private SavedViewsJson() {}

  /** In the order in which they were saved; none where the text cannot be read at all. */
  public static List<SavedView> read(String text) {
    var views = new ArrayList<SavedView>();
    tree(text).path("views").forEach(view -> views.add(view(view)));
    return views;
  }

  private static SavedView view(JsonNode json) {
    var query = QueryJson.read(json.path("query"));
    return new SavedView(
        json.path("name").asText(),
        query.orElse(ConversationQuery.ALL),
        json.path("columns").asText(""),
        query.isPresent());
  }

  /** With a view in place of the one of its name, or behind all. */
  public static String with(String text, SavedView view) {
    var tree = tree(text);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("name", view.name());
    json.set("query", QueryJson.write(view.query()));
    if (!view.columns().isEmpty()) {
      json.put("columns", view.columns());
    }
    var views = tree.withArray("/views");
    var place = find(tree, view.name());
    if (place.isPresent()) {
      views.set(place.get(), json);
    } else {
      views.add(json);
    }
    return tree.toString();
  }

  /** With another name for a view; all else of it stays. */
  public static String renamed(String text, String name, String newName) {
    var tree = tree(text);
    find(tree, name)
        .ifPresent(place -> ((ObjectNode) tree.path("views").get(place)).put("name", newName));
    return tree.toString();
  }

  public static String without(String text, String name) {
    var tree = tree(text);
    find(tree, name).ifPresent(place -> tree.withArray("/views").remove(place.intValue()));
    return tree.toString();
  }

  private static Optional<Integer> find(ObjectNode tree, String name) {
    var views = tree.path("views");
    for (int i = 0; i < views.size(); i++) {
      if (views.get(i).path("name").asText().equals(name) && views.get(i).isObject()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static ObjectNode tree(String text) {
    try {
      if (MAPPER.readTree(text) instanceof ObjectNode object && object.path("views").isArray()) {
        return object;
      }
    } catch (JsonProcessingException _) {
      // A project of which this was damaged begins anew.
    }
    var fresh = JsonNodeFactory.instance.objectNode();
    fresh.put("version", VERSION);
    fresh.putArray("views");
    return fresh;
  }
}
