package studio.timbre.ui.data;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Work;

/** The layout of the table, kept by its project. */
final class RememberedLayout implements AutoCloseable {
  private static final Duration REST = Duration.ofMillis(400);

  private final OpenProject project;
  private final Work.Lane reading;
  private final Work.Lane resting;
  private final Consumer<? super Exception> failure;
  private final ObjectProperty<TableLayout> layout =
      new SimpleObjectProperty<>(TableLayout.DEFAULT);
  private Optional<TableLayout> unsaved = Optional.empty();

  RememberedLayout(OpenProject project, Work work, Consumer<? super Exception> failure) {
    this.project = project;
    this.reading = work.lane();
    this.resting = work.lane();
    this.failure = failure;
    reading
        .run(() -> project.session().setting(TableLayout.SETTING))
        .onSuccess(
            kept -> {
              kept.map(TableLayout::parse).ifPresent(layout::set);
              // Only now: what the screen does to the layout before is nobody's wish.
              layout.addListener((property, before, now) -> saveSoon(now));
            })
        .onFailure(failure);
  }

  ObjectProperty<TableLayout> layout() {
    return layout;
  }

  /** A column is dragged through many widths: the last one is worth keeping. */
  private void saveSoon(TableLayout now) {
    unsaved = Optional.of(now);
    resting.run(() -> true).after(REST).onSuccess(rested -> save()).onFailure(failure);
  }

  private void save() {
    unsaved.ifPresent(
        now ->
            project
                .edits()
                .make(
                    session -> {
                      session.remember(TableLayout.SETTING, now.text());
                      return now;
                    })
                .onFailure(failure));
    unsaved = Optional.empty();
  }

  /** Keeps what is not kept yet. */
  @Override
  public void close() {
    reading.forget();
    resting.forget();
    save();
  }
}
