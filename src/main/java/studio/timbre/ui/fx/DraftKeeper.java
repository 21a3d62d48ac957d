package studio.timbre.ui.fx;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.timbre.app.KeptDrafts;

/** Writes the drafts of a project into its file as they are typed: one writing at a time, always of the newest. */
final class DraftKeeper {
  private final JsonDrafts drafts;
  private final KeptDrafts file;
  private final Work.Queue queue;
  private final ReadOnlyObjectWrapper<Optional<Exception>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Subscription listening;
  private boolean isWriting;
  private boolean isNewer;

  /** @param revision rises with every change to the conversations */
  DraftKeeper(JsonDrafts drafts, KeptDrafts file, Work work, ReadOnlyLongProperty revision) {
    this.drafts = drafts;
    this.file = file;
    this.queue = work.queue();
    listening = drafts.all().subscribe(this::changed).and(revision.subscribe(this::lookForBack));
  }

  /** A conversation that undo has brought back brings its drafts along. */
  private void lookForBack() {
    queue
        .run(file::back)
        .onSuccess(found -> found.forEach(drafts::keep))
        .onFailure(failed -> problem.set(Optional.of(failed)));
  }

  private void changed() {
    if (isWriting) {
      isNewer = true;
      return;
    }
    isWriting = true;
    isNewer = false;
    var now = List.copyOf(drafts.all());
    queue
        .run(
            () -> {
              file.keep(now);
              return now;
            })
        .onEnd(this::written)
        .onFailure(failed -> problem.set(Optional.of(failed)));
  }

  private void written() {
    isWriting = false;
    if (isNewer) {
      changed();
    }
  }

  /** What kept the drafts from being written, the last time that it happened. */
  ReadOnlyObjectProperty<Optional<Exception>> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Writes what is not written yet, and waits for it. */
  void finish() {
    listening.unsubscribe();
    isWriting = false;
    if (isNewer) {
      changed();
    }
    queue.finish("drafts were still being written when the project was closed");
  }
}
