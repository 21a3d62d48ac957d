package studio.timbre.ui.review;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import studio.timbre.app.history.ConversationDiff;
import studio.timbre.model.Curated;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Work;

/** What a training has seen, or a version, looked at as it was. */
final class PastViewModel implements AutoCloseable {

  /**
   * A conversation that is looked at.
   *
   * @param then as it was
   * @param since what became of it, word by word
   */
  record Looked(long conversation, Optional<Curated> then, ConversationDiff since) {}

  private final OpenProject project;
  private final Work work;
  private final LongConsumer present;
  private final Consumer<? super Exception> failure;
  private final Work.Lane looking;
  private final ReadOnlyObjectWrapper<Optional<PastData>> open =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Looked>> looked =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final BooleanProperty onlyDifferent = new SimpleBooleanProperty();

  /** @param present leads to a conversation as it is now */
  PastViewModel(
      OpenProject project, Work work, LongConsumer present, Consumer<? super Exception> failure) {
    this.project = project;
    this.work = work;
    this.present = present;
    this.failure = failure;
    this.looking = work.lane();
  }

  ReadOnlyObjectProperty<Optional<PastData>> open() {
    return open.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<Looked>> looked() {
    return looked.getReadOnlyProperty();
  }

  /** Whether only what is not as it was is listed. */
  BooleanProperty onlyDifferent() {
    return onlyDifferent;
  }

  void open(PastData data) {
    looked.set(Optional.empty());
    onlyDifferent.set(false);
    open.set(Optional.of(data));
  }

  /** The rows of the state that is open. */
  PastRows rows(PastData data, Runnable arrived) {
    return new PastRows(
        ids -> project.session().versions().findAll(data.state(), ids), work, arrived, failure);
  }

  void look(long conversation) {
    open.get()
        .ifPresent(
            data ->
                looking
                    .run(
                        () -> {
                          var versions = project.session().versions();
                          var then = versions.find(conversation, data.state());
                          var now = versions.find(conversation, data.now());
                          return new Looked(conversation, then, ConversationDiff.of(then, now));
                        })
                    .onSuccess(found -> looked.set(Optional.of(found)))
                    .onFailure(failure));
  }

  /** Leads to the conversation that is looked at as it is now. */
  void goToPresent() {
    var wanted = looked.get();
    leave();
    wanted.ifPresent(found -> present.accept(found.conversation()));
  }

  /** Back to the present. */
  void leave() {
    looking.forget();
    looked.set(Optional.empty());
    open.set(Optional.empty());
  }

  @Override
  public void close() {
    leave();
  }
}
