package studio.timbre.ui.budget;

import java.util.OptionalDouble;
import studio.timbre.app.ProjectBudget;

/** Where the budget of the project is kept; each verb may touch the disk. */
public interface BudgetKeeper {
  /** What the project may spend at providers, and what it has. */
  ProjectBudget.Standing budget();

  /** @param usd empty takes the budget away */
  void setBudget(OptionalDouble usd);
}
