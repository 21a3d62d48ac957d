package studio.timbre.app.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.timbre.model.Content;
import studio.timbre.model.Message;

/**
 * A message in two states of its conversation.
 *
 * @param before empty where it was added
 * @param after empty where it was taken out
 */
public record MessageChange(Optional<Message> before, Optional<Message> after) {

  public boolean isSame() {
    return before.equals(after);
  }

  /** What it says, compared word by word. */
  public List<Piece> words() {
    return WordDiff.of(before.map(Message::text).orElse(""), after.map(Message::text).orElse(""));
  }

  /** What else is not the same, of a message that is in both. */
  public List<FieldChange> fields() {
    var fields = new ArrayList<FieldChange>();
    if (before.isEmpty() || after.isEmpty()) {
      return fields;
    }
    var one = before.get();
    var other = after.get();
    add(fields, "role", one.role().name(), other.role().name());
    add(fields, "name", one.name().orElse(""), other.name().orElse(""));
    add(fields, "weight", weight(one.weight()), weight(other.weight()));
    add(fields, "content", beyondText(one.content()), beyondText(other.content()));
    var keys = new LinkedHashSet<>(one.extras().keySet());
    keys.addAll(other.extras().keySet());
    keys.forEach(
        key ->
            add(
                fields,
                key,
                one.extras().getOrDefault(key, ""),
                other.extras().getOrDefault(key, "")));
    return fields;
  }

  private static void add(List<FieldChange> fields, String name, String before, String after) {
    if (!before.equals(after)) {
      fields.add(new FieldChange(name, before, after));
    }
  }

  private static String weight(OptionalInt weight) {
    return weight.isPresent() ? String.valueOf(weight.getAsInt()) : "";
  }

  private static String beyondText(Content content) {
    return content instanceof Content.Other other ? other.json() : "";
  }
}
