package studio.timbre.app.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;

/**
 * Two states of a conversation compared.
 *
 * @param messages all of both, in order
 * @param fields what else is not the same
 */
public record ConversationDiff(List<MessageChange> messages, List<FieldChange> fields) {

  /** Empty stands for not being there. */
  public static ConversationDiff of(Optional<Curated> before, Optional<Curated> after) {
    var fields = new ArrayList<FieldChange>();
    if (before.isPresent() && after.isPresent()) {
      marks(before.get(), after.get(), fields);
      extras(before.get().conversation().extras(), after.get().conversation().extras(), fields);
    }
    return new ConversationDiff(messages(said(before), said(after)), fields);
  }

  public boolean isSame() {
    return fields.isEmpty() && messages.stream().allMatch(MessageChange::isSame);
  }

  private static List<Message> said(Optional<Curated> state) {
    return state.map(Curated::conversation).map(Conversation::messages).orElse(List.of());
  }

  private static List<MessageChange> messages(List<Message> before, List<Message> after) {
    int[] partner = MessageMatch.of(before, after);
    var changes = new ArrayList<MessageChange>();
    int there = 0;
    for (int here = 0; here < before.size(); here++) {
      if (partner[here] < 0) {
        changes.add(new MessageChange(Optional.of(before.get(here)), Optional.empty()));
        continue;
      }
      while (there < partner[here]) {
        changes.add(new MessageChange(Optional.empty(), Optional.of(after.get(there++))));
      }
      changes.add(
          new MessageChange(Optional.of(before.get(here)), Optional.of(after.get(there++))));
    }
    while (there < after.size()) {
      changes.add(new MessageChange(Optional.empty(), Optional.of(after.get(there++))));
    }
    return changes;
  }

  private static void marks(Curated before, Curated after, List<FieldChange> fields) {
    add(fields, "status", before.status().name(), after.status().name());
    add(fields, "split", before.split().name(), after.split().name());
    add(fields, "rating", rating(before), rating(after));
    add(
        fields,
        "tags",
        String.join(", ", before.review().tags()),
        String.join(", ", after.review().tags()));
    add(fields, "note", before.review().note(), after.review().note());
    add(fields, "assignee", before.review().assignee(), after.review().assignee());
  }

  private static String rating(Curated curated) {
    int stars = curated.review().rating();
    return stars == 0 ? "" : String.valueOf(stars);
  }

  private static void extras(
      Map<String, String> before, Map<String, String> after, List<FieldChange> fields) {
    var keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(after.keySet());
    keys.forEach(
        key -> add(fields, key, before.getOrDefault(key, ""), after.getOrDefault(key, "")));
  }

  private static void add(List<FieldChange> fields, String name, String before, String after) {
    if (!before.equals(after)) {
      fields.add(new FieldChange(name, before, after));
    }
  }
}
