package studio.timbre.cli;

import java.util.ArrayList;
import java.util.List;
import studio.timbre.app.ProjectBudget.Standing;

/** What a project may spend and what it has, for people and for programs. */
final class BudgetWords {
  private BudgetWords() {}

  static List<String> lines(Standing standing) {
    var lines = new ArrayList<String>();
    lines.add(
        standing.usd().isPresent()
            ? "Budget of the project: " + Numbers.dollars(standing.usd().getAsDouble())
            : "The project has no budget.");
    lines.add(
        "Spent at most: %s, %s for training and %s for answers"
            .formatted(
                Numbers.dollars(standing.spent()),
                Numbers.dollars(standing.jobs().usd()),
                Numbers.dollars(standing.answers().usd())));
    if (standing.jobs().unpriced() + standing.answers().unpriced() > 0) {
      lines.add(
          "Of unknown price besides that: %d jobs, %d answers"
              .formatted(standing.jobs().unpriced(), standing.answers().unpriced()));
    }
    return lines;
  }

  static JsonFields fields(Standing standing) {
    return new JsonFields()
        .with("budget_usd", standing.usd())
        .with("spent_usd", standing.spent())
        .with("jobs_usd", standing.jobs().usd())
        .with("answers_usd", standing.answers().usd())
        .with("unpriced_jobs", standing.jobs().unpriced())
        .with("unpriced_answers", standing.answers().unpriced())
        .with("left_usd", standing.left());
  }
}
