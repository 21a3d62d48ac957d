package studio.timbre.ui.mapping;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.app.TableLook;
import studio.timbre.app.TablePreview;
import studio.timbre.app.TableSample;
import studio.timbre.model.TableMapping;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.fx.Sentence.Running;
import studio.timbre.ui.fx.Work;

/**
 * What would come of a mapping: its first conversations at once, from rows that are kept. How many there are in all is known with them
 * where the file is no longer than that; else it is counted when that is asked for.
 */
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
     * @param rows that they come from, where these are not all
     * @param share of the file that is gone through for the figures; empty while nobody asks for them
     */
    record Shown(TablePreview preview, int rows, OptionalDouble share) implements State {}

    record Failed(Exception why) implements State {}
  }

  private final Work.Lane first;
  private final Work.Lane all;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Reading());
  private final Object samples = new Object();
  private Optional<TableSample> kept = Optional.empty();
  private Optional<Running> counting = Optional.empty();
  private Runnable whole = () -> {};

  Previewing(Work work) {
    first = work.lane();
    all = work.lane();
  }

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** The newest that is known, if anything. */
  Optional<TablePreview> preview() {
    return state.get() instanceof State.Shown(var preview, _, _)
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
        .run(
            () -> {
              var rows = sample(look, mapping);
              return new Seen(rows.preview(mapping, SHOWN), rows.rows());
            })
        .after(PAUSE)
        .onSuccess(
            seen -> {
              state.set(new State.Shown(seen.preview(), seen.rows(), OptionalDouble.empty()));
              whole = () -> count(look, mapping, seen);
            })
        .onFailure(problem -> state.set(new State.Failed(problem)));
  }

  private record Seen(TablePreview preview, int rows) {}

  /** The file is opened again only where it is read in another way. */
  private TableSample sample(TableLook look, TableMapping mapping) throws UserFacingException {
    synchronized (samples) {
      if (kept.isEmpty() || !kept.get().holds(look, mapping)) {
        kept = Optional.of(TableSample.of(look, mapping));
      }
      return kept.get();
    }
  }

  /** Counts what would come in of the whole file. */
  public void goThrough() {
    if (state.get() instanceof State.Shown(var preview, _, var share)
        && !preview.whole()
        && share.isEmpty()) {
      whole.run();
    }
  }

  private void count(TableLook look, TableMapping mapping, Seen begun) {
    state.set(new State.Shown(begun.preview(), begun.rows(), OptionalDouble.of(0)));
    counting =
        Optional.of(
            all.runTracked(progress -> look.survey(mapping, SHOWN, progress))
                .onProgress(
                    (done, total) ->
                        state.set(
                            new State.Shown(
                                begun.preview(),
                                begun.rows(),
                                OptionalDouble.of(
                                    total > 0 ? Math.min(0.99, (double) done / total) : 0))))
                .onSuccess(
                    preview ->
                        state.set(new State.Shown(preview, begun.rows(), OptionalDouble.of(1))))
                .onFailure(problem -> state.set(new State.Failed(problem))));
  }

  private void stop() {
    first.forget();
    all.forget();
    counting.ifPresent(Running::cancel);
    counting = Optional.empty();
    whole = () -> {};
  }

  @Override
  public void close() {
    stop();
    synchronized (samples) {
      kept = Optional.empty();
    }
    state.set(new State.Reading());
  }
}
