package studio.timbre.app;

import java.util.OptionalDouble;
import studio.timbre.model.ApiJob;
import studio.timbre.model.UserFacingException;

/** Asked before anything begins at a provider that costs money. */
interface BudgetGate {
  /** Jobs that belong to no project: only a budget of their own holds them. */
  BudgetGate OPEN =
      new BudgetGate() {
        @Override
        public OptionalDouble admit(ApiQuote quote, String model) {
          return OptionalDouble.empty();
        }

        @Override
        public void admitAgain(ApiJob job) {}

        @Override
        public void forget(ApiJob job) {}
      };

  /**
   * Whether a new job may begin.
   *
   * @return what it may cost at most; empty where there is no budget
   * @throws UserFacingException where it could exceed the budget
   */
  OptionalDouble admit(ApiQuote quote, String model) throws UserFacingException;

  /**
   * Whether a job that was ordered before may begin or go on.
   *
   * @throws UserFacingException where all that was ordered exceeds the budget
   */
  void admitAgain(ApiJob job) throws UserFacingException;

  /** A job is forgotten; what it has cost is not. */
  void forget(ApiJob job);
}
