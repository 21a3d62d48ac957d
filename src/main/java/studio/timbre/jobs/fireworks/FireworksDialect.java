package studio.timbre.jobs.fireworks;

import java.time.Duration;
import java.util.regex.Pattern;
import studio.timbre.jobs.remote.OrderLimits;
import studio.timbre.jobs.remote.Pace;
import studio.timbre.jobs.remote.ProviderCalls;
import studio.timbre.jobs.remote.ProviderDialect;
import studio.timbre.jobs.remote.RestClient;
import studio.timbre.jobs.remote.SafeAddress;
import studio.timbre.model.ApiKey;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.Connection;
import studio.timbre.model.UserFacingException;

/**
 * Fireworks AI's interface. It trains by graders too, but by none of Timbre's: the grader is a program that was put there before.
 *
 * @param patience for one exchange with the provider
 * @param forBodies what is added where something is created
 * @param mostAtOnce bytes of a file that goes in one request
 */
public record FireworksDialect(Duration patience, Duration forBodies, long mostAtOnce)
    implements ProviderDialect {
  private static final Pattern SUFFIX = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final double LEAST_REFUSED_BETA = 0.5;

  public FireworksDialect(Duration patience) {
    this(patience, RestClient.FOR_BODIES);
  }

  public FireworksDialect(Duration patience, Duration forBodies) {
    this(patience, forBodies, FireworksUpload.MOST_AT_ONCE);
  }

  @Override
  public void check(ApiOrder order) throws UserFacingException {
    names(order.connection());
    OrderLimits.checkEpochs(order);
    OrderLimits.checkAdapterIsLeft(order);
    if (order.suffix().filter(suffix -> !SUFFIX.matcher(suffix).matches()).isPresent()) {
      throw OrderLimits.suffix();
    }
    switch (order.recipe().method()) {
      case ApiMethod.Supervised _ -> {}
      case ApiMethod.Preference preference -> checkBeta(preference);
      // An evaluator there is a program in an environment of its own, uploaded and built before any
      // job; what reads a grader's templates would have to be written and proven there.
      case ApiMethod.Reinforcement _ ->
          throw new UserFacingException(
              "error.api.fireworksGrader",
              "Fireworks AI scores answers with evaluators, which are programs that are written and uploaded there; Timbre cannot make one of this grader. Nothing was sent; choose another kind of training, or another provider.");
    }
  }

  private static void checkBeta(ApiMethod.Preference preference) throws UserFacingException {
    double beta = preference.beta().orElse(LEAST_REFUSED_BETA / 2);
    if (!(beta > 0 && beta < LEAST_REFUSED_BETA)) {
      throw new UserFacingException(
          "error.api.fireworksBeta",
          "Fireworks AI takes a beta between 0 and 0.5. Nothing was sent; choose another number, or leave it to the provider.");
    }
  }

  /** There is no place for other data in an order with pairs. */
  @Override
  public boolean measuresOnOtherData(ApiMethod method) {
    return !(method instanceof ApiMethod.Preference);
  }

  private static FireworksNames names(Connection connection) throws UserFacingException {
    SafeAddress.check(connection.address());
    String shown = SafeAddress.shown(connection.address());
    return FireworksNames.of(connection.address())
        .orElseThrow(
            () ->
                new UserFacingException(
                    "error.api.fireworksAddress",
                    "An address of Fireworks AI ends in /v1/accounts/ and the name of the account, and %s does not. Nothing was sent; correct the address."
                        .formatted(shown),
                    shown));
  }

  @Override
  public ProviderCalls open(Connection connection, ApiKey key, Pace pace)
      throws UserFacingException {
    var names = names(connection);
    return new FireworksCalls(
        new RestClient(connection.address(), key, patience, forBodies, pace), names, mostAtOnce);
  }
}
