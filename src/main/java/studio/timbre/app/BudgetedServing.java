package studio.timbre.app;

import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.TunedModel;
import studio.timbre.model.UserFacingException;

/**
 * Serving for a project: where it has a budget, nothing is deployed that might be charged by the hour. What is charged by the token
 * alone costs nothing until somebody asks.
 */
final class BudgetedServing implements Serving {
  private final Serving serving;
  private final ProjectBudget budget;

  BudgetedServing(Serving serving, ProjectBudget budget) {
    this.serving = serving;
    this.budget = budget;
  }

  @Override
  public void deploy(TunedModel model, String base) throws UserFacingException {
    if (!serving.isBilledByToken(model, base)) {
      budget.admitServing(model.name());
    }
    serving.deploy(model, base);
  }

  @Override
  public boolean isBilledByToken(TunedModel model, String base) {
    return serving.isBilledByToken(model, base);
  }

  @Override
  public void use(Connection connection, ApiKey key) {
    serving.use(connection, key);
  }

  @Override
  public State state(TunedModel model) {
    return serving.state(model);
  }

  @Override
  public boolean isSeenTo(TunedModel model) {
    return serving.isSeenTo(model);
  }

  @Override
  public void attend(TunedModel model) throws UserFacingException {
    serving.attend(model);
  }

  @Override
  public void answersAs(TunedModel model, String name) throws UserFacingException {
    serving.answersAs(model, name);
  }

  @Override
  public void end(TunedModel model) throws UserFacingException {
    serving.end(model);
  }

  @Override
  public Subscription onChange(Runnable listener) {
    return serving.onChange(listener);
  }
}
