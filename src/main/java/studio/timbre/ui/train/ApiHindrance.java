package studio.timbre.ui.train;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.timbre.app.Finding;
import studio.timbre.app.ProjectBudget;

/** Why a job at a provider cannot start. */
enum ApiHindrance {
  NO_MODEL,
  WRONG_NUMBER,
  NO_GRADER,
  WRONG_SCHEMA,
  WRONG_BUDGET,
  OVER_BUDGET,
  BUDGET_WITHOUT_PRICE,
  OVER_PROJECT_BUDGET,
  BLOCKED;

  /** What is missing or wrong in what was chosen; empty where it is whole. */
  static Optional<ApiHindrance> of(ApiRecipeForm form, boolean isBudgetRight) {
    if (form.model().get().isBlank()) {
      return Optional.of(NO_MODEL);
    }
    if (!form.isRight()) {
      return Optional.of(WRONG_NUMBER);
    }
    if (form.recipe().get().isEmpty()) {
      return Optional.of(form.isSchemaRight() ? NO_GRADER : WRONG_SCHEMA);
    }
    return isBudgetRight ? Optional.empty() : Optional.of(WRONG_BUDGET);
  }

  /** What speaks against it once it is known what it comes to. */
  static Optional<ApiHindrance> of(
      ApiOutlook.Forecasted known, OptionalDouble budget, ProjectBudget.Standing project) {
    var price = known.forecast().quote().usd();
    if (budget.isPresent() && price.isEmpty()) {
      return Optional.of(BUDGET_WITHOUT_PRICE);
    }
    if (budget.isPresent() && price.get().high() > budget.getAsDouble()) {
      return Optional.of(OVER_BUDGET);
    }
    if (project.isExceededBy(price)) {
      return Optional.of(OVER_PROJECT_BUDGET);
    }
    boolean isBlocked =
        known.findings().stream().flatMap(List::stream).anyMatch(Finding::isBlocking);
    return isBlocked ? Optional.of(BLOCKED) : Optional.empty();
  }
}
