package studio.timbre.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import studio.timbre.model.Progress;
import studio.timbre.model.topics.Topic;
import studio.timbre.store.Conversations;
import studio.timbre.store.Topics;

/**
 * What the conversations of a project are about. Topics are found in the background once there are enough conversations, and anew when
 * there are twice as many, or when somebody asks. Safe for use by several threads; not for the JavaFX thread, but for what it says of
 * itself.
 */
public final class ProjectTopics implements AutoCloseable {
  private final Topics topics;
  private final TopicFinding finding;
  private final Runnable moved;

  /** @param moved called when topics, or the conversations that have them, are others */
  ProjectTopics(Topics topics, Conversations conversations, Runnable moved) {
    this.topics = topics;
    this.moved = moved;
    this.finding = new TopicFinding(topics, conversations, moved);
  }

  /** By size when they were found; their words are left out, and so are those that are counted under another. */
  public List<Topic> list() {
    return topics.names().stream().filter(topic -> !topic.isWithin()).toList();
  }

  /** All of them, also those that are counted under another; filters that name one go on naming it. */
  List<Topic> all() {
    return topics.names();
  }

  /** Those that are counted under another, by the number of that. */
  public Map<Long, List<Topic>> joined() {
    return topics.names().stream()
        .filter(Topic::isWithin)
        .collect(Collectors.groupingBy(Topic::within));
  }

  /**
   * Topics that were put together, or taken apart.
   *
   * @param before what they were counted under before, by their numbers; 0 for themselves
   */
  public record Joining(Map<Long, Long> before) {
    public Joining {
      before = Map.copyOf(before);
    }
  }

  /**
   * Puts a topic, and all that is counted under it, together with another: from then on their conversations are counted and found under that
   * one, also where topics are found anew. What each of them is about stays known, so it can be taken back.
   *
   * @return what {@link #takeBack} needs; empty, with nothing done, where one of them is gone or both are the same
   */
  public Optional<Joining> join(long topic, long other) {
    var all = topics.names();
    var standing = all.stream().filter(each -> !each.isWithin()).map(Topic::id).toList();
    if (topic == other || !standing.contains(topic) || !standing.contains(other)) {
      return Optional.empty();
    }
    return Optional.of(regroup(all.stream().filter(each -> each.whole() == topic).toList(), other));
  }

  /** Counts all that is counted under a topic by itself again; empty where nothing is. */
  public Optional<Joining> part(long topic) {
    var parts = topics.names().stream().filter(each -> each.within() == topic).toList();
    return parts.isEmpty() ? Optional.empty() : Optional.of(regroup(parts, 0));
  }

  private Joining regroup(List<Topic> which, long within) {
    var before = which.stream().collect(Collectors.toMap(Topic::id, Topic::within));
    topics.join(which.stream().collect(Collectors.toMap(Topic::id, each -> within)));
    moved.run();
    return new Joining(before);
  }

  /** Groups them as they were before. */
  public void takeBack(Joining joining) {
    topics.join(joining.before());
    moved.run();
  }

  /** The topic of a name, whose case does not matter; those that are counted under another have theirs too. */
  private Optional<Topic> named(String name) {
    return named(topics.names(), name);
  }

  /** The topic of a name, whose case does not matter. */
  public Optional<Topic> find(String name) {
    return named(list(), name);
  }

  private static Optional<Topic> named(List<Topic> among, String name) {
    return among.stream()
        .filter(
            topic ->
                topic.name().toLowerCase(Locale.ROOT).equals(name.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** Calls a topic by another name, which it keeps where it is found anew. Answers false, and does nothing, where another has that name. */
  public boolean rename(long topic, String name) {
    String given = name.strip();
    if (given.isEmpty() || named(given).filter(other -> other.id() != topic).isPresent()) {
      return false;
    }
    topics.rename(topic, given);
    moved.run();
    return true;
  }

  /** Looks for topics in the conversations as they are now, in the background. */
  public void findAnew() {
    finding.ask();
  }

  /** How far they are. */
  public TopicStanding standing() {
    return finding.standing();
  }

  /** Calls back when {@link #standing} has moved, on any thread, until closed. */
  public Subscription onProgress(Runnable listener) {
    return finding.onProgress(listener);
  }

  /** Leaves conversations as they are told so far. */
  public void pause() {
    finding.pause();
  }

  /** Goes on where it was paused. */
  public void goOn() {
    finding.goOn();
  }

  /**
   * Waits until all is found and told, doing it on this thread.
   *
   * @param anew whether topics are found anew whatever there is
   * @throws CancellationException where it is cancelled; what was told stays
   */
  public void finish(boolean anew, Progress progress) {
    if (anew) {
      finding.ask();
    }
    finding.finish(progress);
  }

  /** Begins what is to be done, after a while without another call. */
  void start() {
    finding.start();
  }

  /** Begins nothing more; what is under way ends soon. */
  void stop() {
    finding.stop();
  }

  /** Returns once the background is quiet. */
  @Override
  public void close() {
    finding.close();
  }
}
