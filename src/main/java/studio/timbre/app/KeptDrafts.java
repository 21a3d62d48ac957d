package studio.timbre.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import studio.timbre.json.JsonDraftsJson;
import studio.timbre.model.JsonDraft;
import studio.timbre.store.Conversations;
import studio.timbre.store.Settings;

/**
 * Wrong JSON that people typed, as the project file remembers it from one day to the next. No part of undo, but what belongs to a
 * conversation that is deleted waits in the file until undo brings that back. Safe for use by several threads.
 */
public final class KeptDrafts {
  private static final String KEY = "timbre.drafts";

  private final Settings settings;
  private final Conversations conversations;
  private final String counter;
  private final List<JsonDraft> atOpening;
  private final List<JsonDraft> waiting = new ArrayList<>();

  KeptDrafts(Settings settings, Conversations conversations, String counter) {
    this.settings = settings;
    this.conversations = conversations;
    this.counter = counter;
    var stored = JsonDraftsJson.read(settings.get(KEY).orElse("[]"));
    this.atOpening = stored.stream().filter(this::isThere).toList();
    stored.stream().filter(draft -> !atOpening.contains(draft)).forEach(waiting::add);
  }

  private boolean isThere(JsonDraft draft) {
    return !conversations.rows(counter, draft.conversation()).isEmpty();
  }

  /** Those of conversations that were there when the project was opened, the oldest first. */
  public List<JsonDraft> atOpening() {
    return atOpening;
  }

  /** Those whose conversations were gone when the project was opened and are there again; each is told once. */
  public synchronized List<JsonDraft> back() {
    var found = waiting.stream().filter(this::isThere).toList();
    waiting.removeAll(found);
    return found;
  }

  /** In place of all that were kept before, but for those that wait; in the file when it returns. */
  public synchronized void keep(List<JsonDraft> drafts) {
    var all = Stream.concat(waiting.stream(), drafts.stream()).toList();
    if (all.isEmpty()) {
      settings.remove(KEY);
    } else {
      settings.put(KEY, JsonDraftsJson.write(all));
    }
  }
}
