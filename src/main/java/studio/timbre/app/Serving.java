package studio.timbre.app;

import java.util.OptionalDouble;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.TunedModel;
import studio.timbre.model.UserFacingException;

/** How tuned models at providers come to answer, and how they are ended. Verbs may touch the network and key stores. */
public interface Serving {

  /** How a model is ended that answers. */
  enum Ending {
    /** The tuned model itself is deleted, for good. */
    DELETES_MODEL,
    /** It is taken down; what was tuned stays at the provider. */
    TAKES_DOWN,
    /** The person ends it at the provider; here its name is forgotten. */
    BY_HAND,
    NONE
  }

  /** Where a tuned model stands. */
  sealed interface State {
    /**
     * @param name by which it is asked
     */
    record Answers(String name, Ending ending) implements State {}

    /**
     * The provider serves it when it is asked to.
     *
     * @param base the name under which its base answers there
     * @param isKnown whether the provider is known to serve adapters of this base by the token
     */
    record Deployable(String base, boolean isKnown) implements State {}

    /** Asked for and on its way; goes on after a restart. */
    record Deploying() implements State {}

    /**
     * @param reason in the provider's words
     */
    record Failed(String base, String reason) implements State {}

    /** A person has to deploy it at Azure, where it then costs money by the hour. */
    record AtAzure(AzureSteps steps) implements State {}

    /** A person has to deploy it in ways of the provider's own. */
    record Elsewhere() implements State {}

    /** Deleted at the provider. */
    record Ended() implements State {}
  }

  /**
   * What a deployment at Azure takes.
   *
   * @param resource the name of the resource, as in its address
   * @param request method and address
   * @param body of the request, as JSON
   * @param usdPerHour what it costs as long as it exists, even unused; empty where that is not known
   * @param source where the price stands
   * @param asOf when it was read there
   */
  record AzureSteps(
      String resource,
      String request,
      String body,
      OptionalDouble usdPerHour,
      String source,
      String asOf) {}

  /** Hands over the key of a connection for as long as this program runs. It is kept nowhere else. */
  void use(Connection connection, ApiKey key);

  State state(TunedModel model);

  /** Whether this program looks after a deployment of this model just now. */
  boolean isSeenTo(TunedModel model);

  /** Goes on with a deployment that an earlier start of the program began; nothing happens where there is none. */
  void attend(TunedModel model) throws UserFacingException;

  /**
   * Asks the provider once to serve a model. Returns when that is written down; the rest happens in the background.
   *
   * @param base the name under which its base answers there
   */
  void deploy(TunedModel model, String base) throws UserFacingException;

  /** Whether it is known that a model over this base is charged by the token there, and not by the hour. */
  boolean isBilledByToken(TunedModel model, String base);

  /** Takes over the name that a person gave to a deployment; an empty one forgets it. */
  void answersAs(TunedModel model, String name) throws UserFacingException;

  /** Ends a model that answers, as its {@link Ending} says. */
  void end(TunedModel model) throws UserFacingException;

  /** Calls back on any thread whenever a state may have changed. */
  Subscription onChange(Runnable listener);
}
