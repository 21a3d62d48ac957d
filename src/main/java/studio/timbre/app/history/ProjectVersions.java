package studio.timbre.app.history;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import studio.timbre.model.Comparison;
import studio.timbre.model.ConversationChange;
import studio.timbre.model.Curated;
import studio.timbre.model.JobId;
import studio.timbre.model.Status;
import studio.timbre.model.TrainingFilter;
import studio.timbre.model.Version;
import studio.timbre.store.Edits;
import studio.timbre.store.Journal;
import studio.timbre.store.Versions;

/**
 * The states that a project's conversations have been in. A state is named by the number of the last change that it holds. Safe for
 * use by several threads; every method reads the disk.
 */
public final class ProjectVersions {

  /**
   * What a training has seen.
   *
   * @param state names the state
   * @param filter what it took of it
   */
  public record Seen(long state, TrainingFilter filter) {}

  private static final TrainingFilter EVERYTHING =
      TrainingFilter.DEFAULT.withStatuses(EnumSet.allOf(Status.class));

  private final Versions versions;
  private final Journal journal;
  private final Edits edits;
  private final Supplier<String> who;
  private final Runnable changed;

  /**
   * @param who the person's name
   * @param changed called when conversations have changed
   */
  public ProjectVersions(
      Versions versions, Journal journal, Edits edits, Supplier<String> who, Runnable changed) {
    this.versions = versions;
    this.journal = journal;
    this.edits = edits;
    this.who = who;
    this.changed = changed;
  }

  /** Names the present state. */
  public long now() {
    return journal.position();
  }

  /** Gives the present state a name. */
  public Version name(String name) {
    return versions.name(name.strip(), who.get());
  }

  /** Newest first. */
  public List<Version> list() {
    return versions.list();
  }

  public void rename(long version, String name) {
    versions.rename(version, name.strip());
  }

  /** Takes the name away; no conversation changes. */
  public void forget(long version) {
    versions.forget(version);
  }

  /** What lies between two states. */
  public Comparison compare(long from, long to) {
    return versions.compare(from, to);
  }

  /** A conversation as it was; empty where it was not there. */
  public Optional<Curated> find(long conversation, long state) {
    return versions.find(conversation, state);
  }

  /** Conversations as they were, by their numbers; without those that were not there. */
  public Map<Long, Curated> findAll(long state, long... conversations) {
    return versions.findAll(state, conversations);
  }

  /** Two states of one conversation, word by word. */
  public ConversationDiff diff(long conversation, long from, long to) {
    return ConversationDiff.of(find(conversation, from), find(conversation, to));
  }

  /** Brings all conversations to a state again; one step of undo. Answers how many this changes. */
  public int goBack(long state) {
    int count = versions.goBack(state, who.get());
    if (count > 0) {
      changed.run();
    }
    return count;
  }

  /** What a training has seen, as far as that is known. */
  public Optional<Seen> seenBy(JobId run) {
    return versions.seenBy(run).map(seen -> new Seen(seen.entry(), seen.filter()));
  }

  /** Numbers of the conversations that a training has taken, also of those that are gone since. */
  public long[] taken(Seen seen) {
    return versions.passed(seen.state(), seen.filter());
  }

  /** Numbers of all conversations of a state, in rising order, also of those that are gone since. */
  public long[] all(long state) {
    return versions.passed(state, EVERYTHING);
  }

  /** What was done to one conversation, the newest first. */
  public List<ConversationChange> historyOf(long conversation, int limit) {
    return journal.historyOf(conversation, limit);
  }

  /**
   * Takes one change of a conversation back as a new act.
   *
   * @param putBack of each clash, by its number, whether it becomes again as it was before
   * @return false where the conversation has changed since that was thought out, and so nothing was done
   */
  public boolean takeBack(long conversation, TakeBack plan, IntPredicate putBack) {
    boolean done =
        edits.write(
            "takeBack",
            pen -> {
              if (!pen.find(conversation).equals(plan.now())) {
                return false;
              }
              plan.result(putBack)
                  .ifPresentOrElse(
                      result -> pen.put(conversation, result), () -> pen.delete(conversation));
              return true;
            });
    if (done) {
      changed.run();
    }
    return done;
  }
}
