package studio.timbre.ui.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.app.Mending;
import studio.timbre.app.Mending.Passed;
import studio.timbre.model.NumberSet;
import studio.timbre.model.Problem;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.OpenProject.Spotlight;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** Lets a finding pass in some conversations of the table, with one reason: first it asks which finding and why. */
final class LettingPass {
  /** A finding that some of the conversations have. */
  record Choice(String kind, String title, long[] ids) {}

  /** @param first the one that the table is narrowed to, if it is to one */
  record Question(List<Choice> findings, Choice first) {}

  private final OpenProject project;
  private final Work.Lane looking;
  private final LongActs acts;
  private final Narrowing narrowing;
  private final Texts texts;
  private final Notices notices;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<Optional<Question>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  LettingPass(
      OpenProject project,
      Work work,
      LongActs acts,
      Narrowing narrowing,
      Texts texts,
      Notices notices) {
    this.project = project;
    this.looking = work.lane();
    this.acts = acts;
    this.narrowing = narrowing;
    this.texts = texts;
    this.notices = notices;
    this.failure = notices::failed;
  }

  ReadOnlyObjectProperty<Optional<Question>> question() {
    return question.getReadOnlyProperty();
  }

  /** Looks which findings these conversations have, and asks which of them may stay. */
  void ask(long... ids) {
    var wanted = NumberSet.of(ids);
    looking
        .run(
            () ->
                project.session().problems().stream()
                    .map(problem -> choice(problem, wanted))
                    .filter(choice -> choice.ids().length > 0)
                    .toList())
        .onSuccess(
            found -> {
              if (found.isEmpty()) {
                notices.say(texts.get("data.letPass.none"));
              } else {
                question.set(Optional.of(new Question(found, first(found))));
              }
            })
        .onFailure(failure);
  }

  private Choice choice(Problem problem, NumberSet wanted) {
    return new Choice(
        problem.kind(),
        texts.get("problem." + problem.kind() + ".title", problem.detail()),
        problem.conversations().stream()
            .mapToLong(Long::longValue)
            .filter(wanted::contains)
            .toArray());
  }

  private Choice first(List<Choice> found) {
    var asked = narrowing.filter().get().problems();
    var shown = narrowing.spotlight().get().map(Spotlight::reason);
    return found.stream()
        .filter(
            choice ->
                asked.contains(choice.kind()) || shown.filter(choice.title()::equals).isPresent())
        .findFirst()
        .orElse(found.getFirst());
  }

  void drop() {
    question.set(Optional.empty());
  }

  void answer(Choice choice, String reason) {
    question.set(Optional.empty());
    acts.run(
        texts.get("data.letPass.doing", choice.ids().length),
        (session, progress) ->
            session.mending().letPass(choice.kind(), reason, progress, choice.ids()),
        passed -> passed.ifPresent(this::told));
  }

  private void told(Passed passed) {
    notices.say(
        texts.get("check.passed.done", passed.conversations(), passed.reason()),
        texts.get("common.undo"),
        () -> findAgain(passed));
  }

  private void findAgain(Passed passed) {
    acts.run(
        texts.get("check.passed.again", passed.conversations()),
        (session, progress) -> {
          Mending mending = session.mending();
          mending.findAgain(passed);
          return passed;
        });
  }
}
