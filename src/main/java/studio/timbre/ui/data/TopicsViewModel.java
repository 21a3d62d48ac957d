package studio.timbre.ui.data;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import studio.timbre.app.ProjectTopics;
import studio.timbre.app.ProjectTopics.Joining;
import studio.timbre.app.TopicStanding;
import studio.timbre.model.topics.Topic;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Work;

/** What can be done about topics beside choosing them: to name one, to put two together, and to find all anew. */
final class TopicsViewModel implements AutoCloseable {
  /** Many changes in a row are read once. */
  private static final Duration REST = Duration.ofMillis(100);

  private final ProjectTopics topics;
  private final Work work;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<TopicStanding> standing;
  private final ObjectProperty<Optional<FilterChoice>> naming =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyBooleanWrapper taken = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Question>> joining =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Work.Lane reading;
  private final Subscription listening;
  private final studio.timbre.app.Subscription progress;
  private Set<Long> joined = Set.of();

  /** With which of the others is a topic put together? */
  record Question(FilterChoice topic, List<Topic> others) {}

  TopicsViewModel(OpenProject project, Work work, Consumer<? super Exception> failure) {
    this.topics = project.session().topics();
    this.work = work;
    this.failure = failure;
    this.standing = new ReadOnlyObjectWrapper<>(topics.standing());
    naming.subscribe(now -> taken.set(false));
    reading = work.lane();
    listening = project.revision().subscribe((before, now) -> readJoined());
    readJoined();
    progress = topics.onProgress(work.gather(() -> standing.set(topics.standing())));
  }

  /** How far they are. */
  ReadOnlyObjectProperty<TopicStanding> standing() {
    return standing.getReadOnlyProperty();
  }

  /** The topic that is just given a name, if any. */
  ObjectProperty<Optional<FilterChoice>> naming() {
    return naming;
  }

  /** Whether the name that was given last belongs to another. */
  ReadOnlyBooleanProperty taken() {
    return taken.getReadOnlyProperty();
  }

  private void readJoined() {
    reading
        .run(() -> topics.joined().keySet())
        .after(REST)
        .onSuccess(now -> joined = now)
        .onFailure(failure);
  }

  static boolean isTopic(FilterChoice choice) {
    return !choice.value().equals(Topic.OTHER);
  }

  /** Whether others are counted under it. */
  boolean isJoined(FilterChoice choice) {
    return joined.contains(choice.value());
  }

  /** The question with which one a topic is put together, while it is asked. */
  ReadOnlyObjectProperty<Optional<Question>> joining() {
    return joining.getReadOnlyProperty();
  }

  /** Asks with which one, where it is a topic and there are others. */
  void askJoin(FilterChoice choice) {
    if (!isTopic(choice)) {
      return;
    }
    naming.set(Optional.empty());
    work.run(topics::list)
        .onSuccess(
            all -> {
              var others =
                  all.stream().filter(topic -> !choice.value().equals(topic.id())).toList();
              if (!others.isEmpty() && others.size() < all.size()) {
                joining.set(Optional.of(new Question(choice, others)));
              }
            })
        .onFailure(failure);
  }

  void dropJoining() {
    joining.set(Optional.empty());
  }

  /** Puts the topic that was asked about together with another; told is how to take it back. */
  void join(Topic other, Consumer<Joining> told) {
    var asked = joining.get();
    joining.set(Optional.empty());
    asked
        .map(question -> question.topic().value())
        .filter(Long.class::isInstance)
        .ifPresent(topic -> regroup(() -> topics.join((Long) topic, other.id()), told));
  }

  /** Counts by itself again what is counted under a topic. */
  void part(FilterChoice choice, Consumer<Joining> told) {
    if (choice.value() instanceof Long topic) {
      regroup(() -> topics.part(topic), told);
    }
  }

  private void regroup(Supplier<Optional<Joining>> act, Consumer<Joining> told) {
    work.run(act::get).onSuccess(done -> done.ifPresent(told)).onFailure(failure);
  }

  void takeBack(Joining done) {
    work.run(
            () -> {
              topics.takeBack(done);
              return true;
            })
        .onFailure(failure);
  }

  /** Asks for a name, where it is a topic. */
  void askName(FilterChoice choice) {
    if (isTopic(choice)) {
      joining.set(Optional.empty());
      naming.set(Optional.of(choice));
    }
  }

  void rename(String name) {
    var choice = naming.get();
    if (choice.isEmpty() || !(choice.get().value() instanceof Long topic)) {
      return;
    }
    work.run(() -> topics.rename(topic, name))
        .onSuccess(
            done -> {
              taken.set(!done);
              if (done) {
                naming.set(Optional.empty());
              }
            })
        .onFailure(failure);
  }

  void findAnew() {
    topics.findAnew();
  }

  void pause() {
    topics.pause();
  }

  void goOn() {
    topics.goOn();
  }

  @Override
  public void close() {
    progress.close();
    listening.unsubscribe();
    reading.forget();
  }
}
