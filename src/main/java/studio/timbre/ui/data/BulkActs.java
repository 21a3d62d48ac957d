package studio.timbre.ui.data;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.model.ChangeInfo;
import studio.timbre.ui.fx.Texts;

/** What is done to the selected conversations, or to all that match; and the question that some of it needs first. */
final class BulkActs {

  /** Which conversations. */
  enum Target {
    SELECTED,
    SHOWN
  }

  /** An act for which a word is still to be said. */
  record Question(BulkAct act, Target target, long[] ids) {}

  private final DataViewModel model;
  private final LongActs acts;
  private final Texts texts;
  private final DataViewModel.Listener listener;
  private final LettingPass passing;
  private final ReadOnlyObjectWrapper<Optional<Question>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  BulkActs(
      DataViewModel model,
      LongActs acts,
      Texts texts,
      DataViewModel.Listener listener,
      LettingPass passing) {
    this.passing = passing;
    this.model = model;
    this.acts = acts;
    this.texts = texts;
    this.listener = listener;
  }

  ReadOnlyObjectProperty<Optional<Question>> question() {
    return question.getReadOnlyProperty();
  }

  /** Does it, or asks for what it needs first. */
  void begin(BulkAct act, Target target) {
    long[] ids = ids(target);
    if (ids.length == 0) {
      return;
    }
    if (act.asked().isPresent() && act.asked().get() != BulkAct.Asked.STARS) {
      passing.drop();
      question.set(Optional.of(new Question(act, target, ids)));
    } else {
      make(act, "", ids);
    }
  }

  void rate(int stars, Target target) {
    long[] ids = ids(target);
    if (ids.length > 0) {
      make(BulkAct.RATE, Integer.toString(stars), ids);
    }
  }

  /** Asks which finding may stay in them, and why. */
  void letPass(Target target) {
    long[] ids = ids(target);
    if (ids.length > 0) {
      question.set(Optional.empty());
      passing.ask(ids);
    }
  }

  private long[] ids(Target target) {
    return target == Target.SELECTED
        ? model.selection()
        : model.ids().numbers(0, model.ids().size());
  }

  /** Does what was asked about, with this word. */
  void answer(String word) {
    var asked = question.get();
    question.set(Optional.empty());
    asked.ifPresent(one -> make(one.act(), word, one.ids()));
  }

  /** Nothing is done. */
  void drop() {
    question.set(Optional.empty());
  }

  private void make(BulkAct act, String word, long... ids) {
    acts.run(
        texts.get(act.key(), ids.length),
        (session, progress) -> {
          act.doing().make(session.bulk(), word, progress, ids);
          return session.nextUndo();
        },
        change -> change.filter(done -> act == BulkAct.DELETE).ifPresent(this::deleted));
  }

  private void deleted(ChangeInfo deletion) {
    listener.deleted(deletion.conversations(), deletion.entry());
  }
}
