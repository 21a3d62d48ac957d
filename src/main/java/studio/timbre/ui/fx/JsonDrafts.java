package studio.timbre.ui.fx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.timbre.model.JsonDraft;

/**
 * JSON that a person has typed into conversations and that cannot be written to the project, as it is wrong. It is kept, in the
 * file too, until it is right or discarded, so that nobody loses it by looking at something else.
 */
public final class JsonDrafts {

  private final ObservableList<JsonDraft> all = FXCollections.observableArrayList();
  private final ObservableList<JsonDraft> readable = FXCollections.unmodifiableObservableList(all);

  /** @param atOpening what was kept when the project was open before, the oldest first */
  public JsonDrafts(List<JsonDraft> atOpening) {
    all.addAll(atOpening);
  }

  /** The oldest first. */
  public ObservableList<JsonDraft> all() {
    return readable;
  }

  /** Keeps it in place of what was kept for that field before. */
  public void keep(JsonDraft draft) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isAt(draft)) {
        if (!all.get(i).equals(draft)) {
          all.set(i, draft);
        }
        return;
      }
    }
    all.add(draft);
  }

  public void forget(JsonDraft draft) {
    all.removeIf(draft::isAt);
  }

  /**
   * Which draft belongs into which field, by the names of the fields. Messages move and fields change: a draft belongs where it was typed
   * if that still says what it said then; else where that stands now; else where the same kind of field stands. What belongs nowhere is
   * left out.
   */
  public Map<String, JsonDraft> placed(long conversation, List<JsonDraft.Field> fields) {
    var left =
        new ArrayList<>(
            all.stream().filter(draft -> draft.conversation() == conversation).toList());
    var placed = new HashMap<String, JsonDraft>();
    List<BiPredicate<JsonDraft.Field, JsonDraft.Field>> rules =
        List.of(
            (was, is) -> is.name().equals(was.name()) && is.json().equals(was.json()),
            (was, is) -> is.kind().equals(was.kind()) && is.json().equals(was.json()),
            (was, is) -> is.kind().equals(was.kind()) && is.name().equals(was.name()));
    for (var rule : rules) {
      left.removeIf(draft -> place(draft, fields, rule, placed));
    }
    return placed;
  }

  private static boolean place(
      JsonDraft draft,
      List<JsonDraft.Field> fields,
      BiPredicate<JsonDraft.Field, JsonDraft.Field> rule,
      Map<String, JsonDraft> placed) {
    var free =
        fields.stream()
            .filter(field -> !placed.containsKey(field.name()) && rule.test(draft.field(), field))
            .findFirst();
    free.ifPresent(field -> placed.put(field.name(), draft));
    return free.isPresent();
  }
}
