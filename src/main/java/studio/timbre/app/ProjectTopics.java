package studio.timbre.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
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

  /** By size when they were found; their words are left out. */
  public List<Topic> list() {
    return topics.names();
  }

  /** The topic of a name, whose case does not matter. */
  public Optional<Topic> find(String name) {
    return list().stream()
        .filter(
            topic ->
                topic.name().toLowerCase(Locale.ROOT).equals(name.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** Calls a topic by another name, which it keeps where it is found anew. Answers false, and does nothing, where another has that name. */
  public boolean rename(long topic, String name) {
    String given = name.strip();
    if (given.isEmpty() || find(given).filter(other -> other.id() != topic).isPresent()) {
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
