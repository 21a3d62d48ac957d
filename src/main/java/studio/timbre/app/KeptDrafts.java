package studio.timbre.app;

import java.util.List;
import studio.timbre.json.JsonDraftsJson;
import studio.timbre.model.JsonDraft;
import studio.timbre.store.Conversations;
import studio.timbre.store.Settings;

/** Wrong JSON that people typed, as the project file remembers it from one day to the next. No part of undo. */
public final class KeptDrafts {
  private static final String KEY = "timbre.drafts";

  private final Settings settings;
  private final List<JsonDraft> atOpening;

  /** Those of conversations that are gone go too. */
  KeptDrafts(Settings settings, Conversations conversations, String counter) {
    this.settings = settings;
    var stored = JsonDraftsJson.read(settings.get(KEY).orElse("[]"));
    this.atOpening =
        stored.stream()
            .filter(draft -> !conversations.rows(counter, draft.conversation()).isEmpty())
            .toList();
    if (atOpening.size() < stored.size()) {
      keep(atOpening);
    }
  }

  /** What was there when the project was opened, the oldest first. */
  public List<JsonDraft> atOpening() {
    return atOpening;
  }

  /** In place of all that were kept before; in the file when it returns. */
  public void keep(List<JsonDraft> drafts) {
    if (drafts.isEmpty()) {
      settings.remove(KEY);
    } else {
      settings.put(KEY, JsonDraftsJson.write(drafts));
    }
  }
}
