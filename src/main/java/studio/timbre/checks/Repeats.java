package studio.timbre.checks;

import java.util.stream.IntStream;

/** The same said twice: copies to the letter on one side or on both, and the same question answered in several ways. */
final class Repeats {
  private final Columns columns;
  private final Copies copies;
  private final Findings findings;
  private final Questions questions;

  Repeats(Columns columns, Copies copies, Findings findings) {
    this.columns = columns;
    this.copies = copies;
    this.findings = findings;
    this.questions = new Questions(columns);
  }

  /** Compares all that are there; the copies are known. */
  void build() {
    int known = -1;
    for (var walk = copies.first(); walk.hasNext(); ) {
      int slot = walk.next();
      if (known < 0 || !copies.areSame(known, slot)) {
        tellCopies(slot);
      }
      known = slot;
    }
    questions.build(
        IntStream.range(0, columns.count)
            .filter(slot -> columns.isThere(slot) && columns.questions[slot] != 0)
            .toArray());
    int asked = -1;
    for (var walk = questions.first(); walk.hasNext(); ) {
      int slot = walk.next();
      if (asked < 0 || columns.questions[asked] != columns.questions[slot]) {
        tellQuestion(slot);
      }
      asked = slot;
    }
  }

  /** One has come, and stands among the copies already. */
  void add(int slot) {
    tellCopies(slot);
    if (columns.questions[slot] != 0) {
      questions.add(slot);
      tellQuestion(slot);
    }
  }

  /** One goes, and stands among the copies no more. */
  void remove(int slot) {
    tellCopies(slot);
    if (columns.questions[slot] != 0) {
      questions.remove(slot);
      tellQuestion(slot);
    }
  }

  /** What is true of the copies of a slot, which may itself be gone. */
  private void tellCopies(int slot) {
    int learned = copies.few(slot, false);
    int measured = copies.few(slot, true);
    copies.each(
        slot,
        other -> {
          findings.set(other, LookedSet.COPY, (columns.isHeldOut(other) ? measured : learned) > 1);
          findings.set(other, LookedSet.OVERLAP, learned > 0 && measured > 0);
        });
  }

  private void tellQuestion(int slot) {
    var verdict = questions.verdict(slot);
    questions.each(
        slot,
        other -> {
          findings.set(
              other,
              TextProblem.CONTRADICTING_ANSWERS.ordinal(),
              verdict == Questions.Verdict.CONTRADICTING);
          findings.set(
              other, TextProblem.SAME_QUESTION.ordinal(), verdict == Questions.Verdict.SEVERAL);
        });
  }
}
