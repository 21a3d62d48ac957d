package studio.timbre.app;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.store.Conversations;
import studio.timbre.store.Journal;

/** The conversations of a project file as a run takes them. */
final class ProjectSource implements TrainingSource {
  /** Tokens are not asked for, so any counter's name does. */
  private static final String NO_COUNTER = "";

  private final Conversations conversations;
  private final Journal journal;

  ProjectSource(Conversations conversations, Journal journal) {
    this.conversations = conversations;
    this.journal = journal;
  }

  @Override
  public void each(Split split, Set<Status> statuses, Consumer<Conversation> consumer) {
    conversations.each(
        ConversationQuery.of(split),
        NO_COUNTER,
        row -> {
          if (statuses.contains(row.status())) {
            consumer.accept(row.conversation());
          }
        });
  }

  @Override
  public long[] ids(Split split, Set<Status> statuses) {
    var ids = LongStream.builder();
    conversations.each(
        ConversationQuery.of(split),
        NO_COUNTER,
        row -> {
          if (statuses.contains(row.status())) {
            ids.add(row.id());
          }
        });
    return ids.build().toArray();
  }

  @Override
  public long journalPosition() {
    return journal.position();
  }
}
