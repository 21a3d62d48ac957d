package studio.timbre.app;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import studio.timbre.json.SavedViewsJson;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.SavedView;
import studio.timbre.store.Settings;

/** The views that people have saved in a project. They are no part of undo. Safe for use by several threads. */
public final class SavedViews {
  private static final String KEY = "timbre.views";

  /** How the table was left, written as a view without a name. */
  private static final String LEFT = "timbre.views.left";

  private final Settings settings;

  SavedViews(Settings settings) {
    this.settings = settings;
  }

  /** In the order in which they were saved. */
  public List<SavedView> list() {
    return SavedViewsJson.read(text());
  }

  public Optional<SavedView> find(String name) {
    return list().stream().filter(view -> view.name().equals(name)).findFirst();
  }

  /** In place of the one of the same name, or behind all others. */
  public void save(SavedView view) {
    change(text -> SavedViewsJson.with(text, view));
  }

  /** Answers false, and does nothing, where another view has that name. */
  public synchronized boolean rename(String name, String newName) {
    if (!name.equals(newName) && find(newName).isPresent()) {
      return false;
    }
    change(text -> SavedViewsJson.renamed(text, name, newName));
    return true;
  }

  public void delete(String name) {
    change(text -> SavedViewsJson.without(text, name));
  }

  /** How the table was left; empty where it never was, or a newer version asks for something that this one cannot do. */
  public Optional<ConversationQuery> left() {
    return settings
        .get(LEFT)
        .flatMap(text -> SavedViewsJson.read(text).stream().findFirst())
        .filter(SavedView::understood)
        .map(SavedView::query);
  }

  /** The table is left like this. */
  public void leave(ConversationQuery query) {
    settings.put(LEFT, SavedViewsJson.with("", SavedView.of("", query)));
  }

  private synchronized void change(UnaryOperator<String> change) {
    settings.put(KEY, change.apply(text()));
  }

  private String text() {
    return settings.get(KEY).orElse("");
  }
}
