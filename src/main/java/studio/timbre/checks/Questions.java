package studio.timbre.checks;

import java.util.function.IntConsumer;

/** Conversations by what is said before their last answer. */
final class Questions extends SortedSlots {

  /** What the answers to one question come to. */
  enum Verdict {
    ONE,
    SEVERAL,
    CONTRADICTING
  }

  private final Columns columns;

  Questions(Columns columns) {
    this.columns = columns;
  }

  @Override
  int key(int slot) {
    return (int) (columns.questions[slot] >>> 32);
  }

  @Override
  int compareEqualKeys(int one, int other) {
    int question = Long.compare(columns.questions[one], columns.questions[other]);
    return question == 0 ? Integer.compare(one, other) : question;
  }

  private Walk before(int slot) {
    long question = columns.questions[slot];
    int key = key(slot);
    return behind(
        other -> key(other) == key ? columns.questions[other] < question : key(other) < key);
  }

  /** All that ask what a slot asks, which itself may be gone. */
  void each(int slot, IntConsumer taker) {
    var walk = before(slot);
    while (walk.hasNext() && columns.questions[walk.peek()] == columns.questions[slot]) {
      taker.accept(walk.next());
    }
  }

  /** Of the answers to what a slot asks: other numbers contradict, and a yes beside a no. What says it in other words is not seen. */
  Verdict verdict(int slot) {
    boolean several = false;
    boolean yes = false;
    boolean no = false;
    int number = 0;
    long answer = 0;
    boolean first = true;
    boolean contradicting = false;
    var walk = before(slot);
    while (walk.hasNext()
        && !(several && contradicting)
        && columns.questions[walk.peek()] == columns.questions[slot]) {
      int other = walk.next();
      several |= !first && columns.answers[other] != answer;
      answer = columns.answers[other];
      first = false;
      int numbers = columns.numbers[other];
      contradicting |= number != 0 && numbers != 0 && numbers != number;
      number = numbers == 0 ? number : numbers;
      yes |= columns.yesOrNo[other] > 0;
      no |= columns.yesOrNo[other] < 0;
      contradicting |= yes && no;
    }
    return !several ? Verdict.ONE : contradicting ? Verdict.CONTRADICTING : Verdict.SEVERAL;
  }
}
