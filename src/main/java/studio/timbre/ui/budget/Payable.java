package studio.timbre.ui.budget;

/** What is about to be paid, as the budget speaks of it. */
public enum Payable {
  /** Training. */
  JOB("budget.question.exceeded", "budget.question.unpriced"),
  /** One press for answers. */
  ANSWER("budget.question.exceeded.answer", "budget.question.unpriced.answer");

  private final String exceeded;
  private final String unpriced;

  Payable(String exceeded, String unpriced) {
    this.exceeded = exceeded;
    this.unpriced = unpriced;
  }

  /** The text that asks for a higher budget: with what is needed, and the budget. */
  String exceeded() {
    return exceeded;
  }

  /** The text that asks for the words that take the budget away. */
  String unpriced() {
    return unpriced;
  }
}
