package studio.timbre.app;

import java.util.function.Consumer;
import java.util.function.Supplier;
import studio.timbre.model.Conversation;
import studio.timbre.model.JobId;
import studio.timbre.model.Split;
import studio.timbre.model.TrainingFilter;
import studio.timbre.store.Conversations;
import studio.timbre.store.Journal;
import studio.timbre.store.Versions;

/** The conversations of a project file as a run takes them. */
final class ProjectSource implements TrainingSource {
  /** Tokens are not asked for, so any counter's name does. */
  private static final String NO_COUNTER = "";

  private final Conversations conversations;
  private final Journal journal;
  private final Versions versions;
  private final Supplier<TrainingFilter> chosen;

  /**
   * @param chosen what is trained on
   */
  ProjectSource(
      Conversations conversations,
      Journal journal,
      Versions versions,
      Supplier<TrainingFilter> chosen) {
    this.conversations = conversations;
    this.journal = journal;
    this.versions = versions;
    this.chosen = chosen;
  }

  @Override
  public TrainingFilter filter() {
    return chosen.get();
  }

  @Override
  public void each(Split split, TrainingFilter filter, Consumer<Conversation> consumer) {
    conversations.each(filter.query(split), NO_COUNTER, row -> consumer.accept(row.conversation()));
  }

  @Override
  public long[] ids(Split split, TrainingFilter filter) {
    return conversations.ids(filter.query(split), NO_COUNTER);
  }

  @Override
  public void seen(JobId run, long state, TrainingFilter filter) {
    versions.saw(run, new Versions.Seen(state, filter));
  }

  @Override
  public long journalPosition() {
    return journal.position();
  }
}
