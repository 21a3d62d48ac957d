package studio.timbre.ui.review;

import java.util.Set;
import studio.timbre.app.JsonTexts;
import studio.timbre.app.history.FieldChange;
import studio.timbre.model.ChangeInfo;
import studio.timbre.ui.fx.Texts;

/** Changes in the person's words. */
final class ChangeWords {
  private static final Set<String> WRITTEN = Set.of("note", "assignee", "tags", "name", "content");

  private ChangeWords() {}

  /** What was done, of which the conversation in view is a part. */
  static String of(Texts texts, ChangeInfo change) {
    String key = "change." + change.kind();
    String kind = texts.has(key) ? texts.get(key, change.conversations()) : change.kind();
    return kind.substring(0, 1).toUpperCase(texts.locale()) + kind.substring(1);
  }

  /** Who did it, and when. */
  static String signature(Texts texts, ChangeInfo change) {
    String time = texts.dateTime(change.time());
    return change.who().isEmpty() ? time : change.who() + " · " + time;
  }

  /** A key that Timbre has no word for stays as it is in the training file. */
  static String field(Texts texts, String name) {
    String key = "diff.field." + name;
    return texts.has(key) ? texts.get(key) : name;
  }

  /** What stands in a field, in words. */
  static String value(Texts texts, String name, String value) {
    String key =
        switch (name) {
          case "status" -> "status.of." + value;
          case "split" -> "split." + value;
          case "role" -> "role." + value;
          default -> "";
        };
    if (!key.isEmpty() && texts.has(key)) {
      return texts.get(key);
    }
    if (name.equals("content")) {
      return PictureWords.of(texts, value);
    }
    if (name.equals("rating")) {
      return value.isEmpty() || value.equals("0") ? "" : "★".repeat(Integer.parseInt(value));
    }
    if (name.equals("refusal")) {
      return JsonTexts.text(value).orElse(value);
    }
    return isNested(name, value) ? JsonTexts.pretty(value) : value;
  }

  /** Whether it is a list or an object of the training file, and not what somebody wrote. */
  static boolean isNested(String name, String value) {
    return !WRITTEN.contains(name)
        && (value.startsWith("{") || value.startsWith("["))
        && JsonTexts.faultInValue(value).isEmpty();
  }

  static FieldChange worded(Texts texts, FieldChange change) {
    var worded =
        new FieldChange(
            change.name(),
            value(texts, change.name(), change.before()),
            value(texts, change.name(), change.after()));
    // What the words do not tell apart is shown as it stands in the file.
    return worded.before().equals(worded.after()) ? change : worded;
  }
}
