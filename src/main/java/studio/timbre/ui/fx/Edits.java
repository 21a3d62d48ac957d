package studio.timbre.ui.fx;

import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.Progress;

/** Changes to the open project, made off the JavaFX thread in the order in which they were asked for. */
public final class Edits {
  private final ProjectSession session;
  private final Work.Queue queue;
  private final ReadOnlyIntegerWrapper pending = new ReadOnlyIntegerWrapper();

  Edits(ProjectSession session, Work work) {
    this.session = session;
    this.queue = work.queue();
  }

  /** Describes a change; end the sentence with {@code onFailure} to make it. */
  public <T> Sentence<T> make(Function<ProjectSession, T> change) {
    return track((open, progress) -> change.apply(open));
  }

  /** As {@link #make}, for a change that tells how far it is and can be cancelled: it then throws, and nothing of it is done. */
  public <T> Sentence<T> track(BiFunction<ProjectSession, Progress, T> change) {
    pending.set(pending.get() + 1);
    return queue
        .<T>runTracked(progress -> change.apply(session, progress))
        .onEnd(() -> pending.set(pending.get() - 1));
  }

  /** Takes this entry of the journal back if nothing was done after it; answers whether it was. */
  public Sentence<Boolean> takeBack(long entry) {
    return make(
        open ->
            open.nextUndo().filter(change -> change.entry() == entry).isPresent()
                && open.undo().isPresent());
  }

  /** What "Undo" in a notice does: only while nothing was done after the entry, so that no later act is undone instead. */
  public Runnable takingBack(long entry, Notices notices, Texts texts) {
    return () ->
        takeBack(entry)
            .onSuccess(
                taken -> {
                  if (!taken) {
                    notices.say(texts.get("edit.laterFirst"));
                  }
                })
            .onFailure(notices::failed);
  }

  /** How many are still to be made; what is read meanwhile may be older than what the screen shows. */
  public ReadOnlyIntegerProperty pending() {
    return pending.getReadOnlyProperty();
  }

  /** Waits, at most ten seconds, until every edit asked for so far is made. */
  void finish() {
    queue.finish("edits were still under way when the project was closed");
  }
}
