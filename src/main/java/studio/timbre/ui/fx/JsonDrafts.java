package studio.timbre.ui.fx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.timbre.model.JsonFault;

/**
 * JSON that a person has typed into conversations and that cannot be written to the project, as it is wrong. It is kept for as long as
 * the project is open, so that nobody loses it by looking at something else.
 */
public final class JsonDrafts {

  /**
   * What a person calls a field, wherever it stands.
   *
   * @param key of the message that says it
   * @param argument as the name of a tool; may be empty
   */
  public record Kind(String key, String argument) {}

  /**
   * A field of a conversation that holds JSON.
   *
   * @param name no two fields of a conversation have the same
   * @param json as the project has it
   */
  public record Field(String name, Kind kind, String json) {}

  /**
   * What was typed.
   *
   * @param field where, and what stood there then
   * @param fault what is wrong; empty where it only was not written yet
   */
  public record Draft(long conversation, Field field, String text, Optional<JsonFault> fault) {
    private boolean isAt(Draft other) {
      return conversation == other.conversation && field.name().equals(other.field.name());
    }
  }

  private final ObservableList<Draft> all = FXCollections.observableArrayList();
  private final ObservableList<Draft> readable = FXCollections.unmodifiableObservableList(all);

  /** The oldest first. */
  public ObservableList<Draft> all() {
    return readable;
  }

  /** Keeps it in place of what was kept for that field before. */
  public void keep(Draft draft) {
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

  public void forget(Draft draft) {
    all.removeIf(draft::isAt);
  }

  /**
   * Which draft belongs into which field, by the names of the fields. Messages move and fields change: a draft belongs where it was typed
   * if that still says what it said then; else where that stands now; else where the same kind of field stands. What belongs nowhere is
   * left out.
   */
  public Map<String, Draft> placed(long conversation, List<Field> fields) {
    var left =
        new ArrayList<>(
            all.stream().filter(draft -> draft.conversation() == conversation).toList());
    var placed = new HashMap<String, Draft>();
    List<BiPredicate<Field, Field>> rules =
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
      Draft draft, List<Field> fields, BiPredicate<Field, Field> rule, Map<String, Draft> placed) {
    var free =
        fields.stream()
            .filter(field -> !placed.containsKey(field.name()) && rule.test(draft.field(), field))
            .findFirst();
    free.ifPresent(field -> placed.put(field.name(), draft));
    return free.isPresent();
  }
}
