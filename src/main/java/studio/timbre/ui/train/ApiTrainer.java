package studio.timbre.ui.train;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.timbre.app.ApiTraining.Choice;
import studio.timbre.app.ApiTraining.Forecast;
import studio.timbre.app.CheckOutcome;
import studio.timbre.app.Finding;
import studio.timbre.app.ModelOffers;
import studio.timbre.app.ProjectBudget;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Connection;
import studio.timbre.model.JobId;
import studio.timbre.model.ModelOffer;
import studio.timbre.model.PriceRange;
import studio.timbre.model.Progress;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.budget.BudgetKeeper;

/** What the Train screen asks about training at a provider; each verb may take long. */
interface ApiTrainer extends BudgetKeeper {

  /**
   * What a provider answered.
   *
   * @param trouble why it did not tell its models, if it did not
   */
  record Asked(List<ModelOffer> offers, Optional<CheckOutcome> trouble) {}

  List<Connection> connections() throws UserFacingException;

  /** The models that are known without asking. */
  List<ModelOffer> known(Connection connection);

  /** Asks the provider for its models and, where it tells them, for the limits of the account; that costs nothing. */
  Asked ask(Connection connection, Progress progress) throws UserFacingException;

  Forecast forecast(Choice choice);

  /** What the conversations of the project would come to elsewhere; empty where a token has no price. */
  Optional<PriceRange> price(Provider provider, ApiRecipe recipe);

  List<Finding> preflight(Choice choice) throws UserFacingException;

  JobId start(Choice choice) throws UserFacingException;

  /** What the templates of a grader can reach. */
  List<String> graderFields();

  /** How many jobs the project has at providers. */
  int jobs();

  static ApiTrainer of(Timbre timbre, ProjectSession session) {
    var offers = new ModelOffers(timbre.catalogue());
    return new ApiTrainer() {
      @Override
      public List<Connection> connections() throws UserFacingException {
        return timbre.connections().list();
      }

      @Override
      public List<ModelOffer> known(Connection connection) {
        return offers.known(connection.provider());
      }

      @Override
      public Asked ask(Connection connection, Progress progress) throws UserFacingException {
        var outcome = timbre.connections().check(connection, progress);
        return outcome instanceof CheckOutcome.Works works
            ? new Asked(offers.asked(connection.provider(), works), Optional.empty())
            : new Asked(known(connection), Optional.of(outcome));
      }

      @Override
      public Forecast forecast(Choice choice) {
        return session.apiTraining().forecast(choice);
      }

      @Override
      public Optional<PriceRange> price(Provider provider, ApiRecipe recipe) {
        return session.apiTraining().price(provider, recipe);
      }

      @Override
      public List<Finding> preflight(Choice choice) throws UserFacingException {
        return session.apiTraining().preflight(choice);
      }

      @Override
      public JobId start(Choice choice) throws UserFacingException {
        return session.apiTraining().start(choice);
      }

      @Override
      public ProjectBudget.Standing budget() {
        return session.budget().standing();
      }

      @Override
      public void setBudget(OptionalDouble usd) {
        session.budget().set(usd);
      }

      @Override
      public List<String> graderFields() {
        return session.apiTraining().graderFields();
      }

      @Override
      public int jobs() {
        return session.apiJobs().list().size();
      }
    };
  }
}
