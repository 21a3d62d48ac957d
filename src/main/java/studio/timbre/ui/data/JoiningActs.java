package studio.timbre.ui.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.LongToIntFunction;
import java.util.function.Supplier;
import studio.timbre.ui.fx.Action;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Texts;

/** Puts the selected conversations together. */
final class JoiningActs {
  /** More than a person means to join; a slip of Ctrl+A should not make one conversation of a project. */
  private static final int MOST = 50;

  private final Action merge;

  /**
   * @param selection the numbers of the selected conversations
   * @param place where a conversation stands in the table
   */
  JoiningActs(
      OpenProject project,
      Texts texts,
      Supplier<long[]> selection,
      LongToIntFunction place,
      Consumer<? super Exception> failed) {
    var several = project.selected().greaterThan(1).and(project.selected().lessThanOrEqualTo(MOST));
    merge =
        Action.of(
                "data.merge",
                texts.get("data.merge"),
                () -> {
                  long[] chosen =
                      Arrays.stream(selection.get())
                          .boxed()
                          .sorted(Comparator.comparingInt(place::applyAsInt))
                          .mapToLong(Long::longValue)
                          .toArray();
                  project
                      .edits()
                      .make(session -> session.joining().merge(chosen))
                      .onSuccess(refusal -> refusal.ifPresent(failed))
                      .onFailure(failed);
                })
            .enabledWhen(several);
  }

  Action merge() {
    return merge;
  }
}
