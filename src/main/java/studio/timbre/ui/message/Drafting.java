package studio.timbre.ui.message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.timbre.model.Conversation;
import studio.timbre.model.JsonDraft;
import studio.timbre.model.JsonDraft.Field;
import studio.timbre.model.JsonFault;
import studio.timbre.ui.fx.JsonDrafts;

/** Wrong JSON in the fields of the conversation that is shown, by the names of {@link JsonFields}. */
public final class Drafting {
  private final JsonDrafts drafts;
  private long conversation = -1;
  private List<Field> fields = List.of();
  private Map<String, JsonDraft> placed = new HashMap<>();

  public Drafting(JsonDrafts drafts) {
    this.drafts = drafts;
  }

  /** What is shown from now on; the fields have told what is typed in them before that. */
  public void open(long id, Conversation shown) {
    conversation = id;
    fields = JsonFields.in(shown);
    placed = drafts.placed(id, fields);
  }

  /** Nothing is shown. */
  public void close() {
    conversation = -1;
    fields = List.of();
    placed = new HashMap<>();
  }

  /** Whether this conversation is shown. */
  public boolean isIn(long id) {
    return conversation == id;
  }

  /** Whether it is seen where it was typed. */
  public boolean shows(JsonDraft draft) {
    return placed.containsValue(draft);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(placed.get(name)).map(JsonDraft::text);
  }

  void keep(String name, String text, Optional<JsonFault> fault) {
    for (var field : fields) {
      if (field.name().equals(name)) {
        var draft = new JsonDraft(conversation, field, text, fault);
        Optional.ofNullable(placed.put(name, draft))
            .filter(before -> !before.isAt(draft))
            .ifPresent(drafts::forget);
        drafts.keep(draft);
      }
    }
  }

  void forget(String name) {
    Optional.ofNullable(placed.remove(name)).ifPresent(drafts::forget);
  }
}
