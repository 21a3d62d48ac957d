package studio.timbre.ui.data;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import studio.timbre.app.ProjectTopics;
import studio.timbre.app.TopicStanding;
import studio.timbre.model.topics.Topic;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Work;

/** What can be done about topics beside choosing them: to name one, and to find all anew. */
final class TopicsViewModel implements AutoCloseable {
  private final ProjectTopics topics;
  private final Work work;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<TopicStanding> standing;
  private final ObjectProperty<Optional<FilterChoice>> naming =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyBooleanWrapper taken = new ReadOnlyBooleanWrapper();
  private final studio.timbre.app.Subscription progress;

  TopicsViewModel(OpenProject project, Work work, Consumer<? super Exception> failure) {
    this.topics = project.session().topics();
    this.work = work;
    this.failure = failure;
    this.standing = new ReadOnlyObjectWrapper<>(topics.standing());
    naming.subscribe(now -> taken.set(false));
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

  /** Asks for a name, where it is a topic. */
  void askName(FilterChoice choice) {
    if (!choice.value().equals(Topic.OTHER)) {
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
  }
}
