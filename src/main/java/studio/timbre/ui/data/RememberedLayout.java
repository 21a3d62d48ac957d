package studio.timbre.ui.data;

import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Work;

/** The layout of the table, kept by its project. */
final class RememberedLayout {
  private static final Duration REST = Duration.ofMillis(400);

  private final ObjectProperty<TableLayout> layout =
      new SimpleObjectProperty<>(TableLayout.DEFAULT);

  RememberedLayout(OpenProject project, Work work, Consumer<? super Exception> failure) {
    var writing = work.lane();
    work.run(() -> project.session().setting(TableLayout.SETTING))
        .onSuccess(
            kept -> {
              kept.map(TableLayout::parse).ifPresent(layout::set);
              // Only now: what the screen does to the layout before is nobody's wish.
              layout.addListener(
                  (property, before, now) ->
                      writing
                          .run(() -> now.text())
                          .after(REST)
                          .onSuccess(
                              text ->
                                  project
                                      .edits()
                                      .make(
                                          session -> {
                                            session.remember(TableLayout.SETTING, text);
                                            return text;
                                          })
                                      .onFailure(failure))
                          .onFailure(failure));
            })
        .onFailure(failure);
  }

  ObjectProperty<TableLayout> layout() {
    return layout;
  }
}
