package studio.timbre.app;

import java.util.function.Supplier;
import studio.timbre.json.TrainingFilterJson;
import studio.timbre.model.ProjectTotals;
import studio.timbre.model.Split;
import studio.timbre.model.TrainingFilter;
import studio.timbre.store.Conversations;
import studio.timbre.store.Settings;

/**
 * What a project trains on: kept among its settings, and asked by all that trains, measures, checks, counts and prices.
 */
public final class TrainingChoice {
  private static final String KEY = "timbre.training";

  private final Settings settings;
  private final Conversations conversations;
  private final Supplier<String> counter;
  private final Runnable changed;

  /**
   * @param counter by which tokens are counted
   * @param changed called when another choice was made
   */
  TrainingChoice(
      Settings settings, Conversations conversations, Supplier<String> counter, Runnable changed) {
    this.settings = settings;
    this.conversations = conversations;
    this.counter = counter;
    this.changed = changed;
  }

  public TrainingFilter get() {
    return settings.get(KEY).flatMap(TrainingFilterJson::read).orElse(TrainingFilter.DEFAULT);
  }

  public void set(TrainingFilter filter) {
    settings.put(KEY, TrainingFilterJson.write(filter));
    changed.run();
  }

  /** What is trained on, or measured with. */
  public ProjectTotals totals(Split split) {
    return conversations.totals(get().query(split), counter.get());
  }
}
