package studio.timbre.ui.mapping;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.app.TableLook;
import studio.timbre.app.TablePreview;
import studio.timbre.model.TableMapping;
import studio.timbre.ui.fx.Sentence.Running;
import studio.timbre.ui.fx.Work;

/** What would come of a mapping: the first conversations soon, and how many there are in all once the file is gone through. */
public final class Previewing implements AutoCloseable {
  /** Conversations shown. */
  public static final int SHOWN = 20;

  /** While somebody goes through a list of choices nothing is read for each. */
  private static final Duration PAUSE = Duration.ofMillis(120);

  /** Where it stands. */
  public sealed interface State {
    /** The first rows are being read. */
    record Reading() implements State {}

    /**
     * The first conversations.
     *
     * @param share of the file that is gone through for the figures; 1 where that is done
     */
    record Shown(TablePreview preview, double share) implements State {}

    record Failed(Exception why) implements State {}
  }

  private final Work.Lane first;
  private final Work.Lane all;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Reading());
  private Optional<Running> counting = Optional.empty();

  Previewing(Work work) {
    first = work.lane();
    all = work.lane();
  }

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** The newest that is known, if anything. */
  Optional<TablePreview> preview() {
    return state.get() instanceof State.Shown(var preview, _)
        ? Optional.of(preview)
        : Optional.empty();
  }

  /** The samples stay until there are others, so that nothing flickers. */
  void show(TableLook look, TableMapping mapping) {
    stop();
    if (preview().isEmpty()) {
      state.set(new State.Reading());
    }
    first
        .run(() -> look.preview(mapping, SHOWN))
        .after(PAUSE)
        .onSuccess(
            preview -> {
              state.set(new State.Shown(preview, preview.whole() ? 1 : 0));
              if (!preview.whole()) {
                count(look, mapping, preview);
              }
            })
        .onFailure(problem -> state.set(new State.Failed(problem)));
  }

  private void count(TableLook look, TableMapping mapping, TablePreview begun) {
    counting =
        Optional.of(
            all.runTracked(progress -> look.survey(mapping, SHOWN, progress))
                .onProgress(
                    (done, total) ->
                        state.set(
                            new State.Shown(
                                begun, total > 0 ? Math.min(0.99, (double) done / total) : 0)))
                .onSuccess(whole -> state.set(new State.Shown(whole, 1)))
                .onFailure(problem -> state.set(new State.Failed(problem))));
  }

  private void stop() {
    first.forget();
    all.forget();
    counting.ifPresent(Running::cancel);
    counting = Optional.empty();
  }

  @Override
  public void close() {
    stop();
    state.set(new State.Reading());
  }
}
