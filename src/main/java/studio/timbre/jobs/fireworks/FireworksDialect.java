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
 * Fireworks AI's interface. It trains by pairs and by graders too, each by an interface of its own which Timbre does not speak.
 *
 * @param patience for one exchange with the provider
 * @param forBodies what is added where something is created
 */
public record FireworksDialect(Duration patience, Duration forBodies) implements ProviderDialect {
  private static final Pattern SUFFIX = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  public FireworksDialect(Duration patience) {
    this(patience, RestClient.FOR_BODIES);
  }

  @Override
  public void check(ApiOrder order) throws UserFacingException {
    names(order.connection());
    OrderLimits.checkEpochs(order);
    OrderLimits.checkAdapterIsLeft(order);
    if (order.suffix().filter(suffix -> !SUFFIX.matcher(suffix).matches()).isPresent()) {
      throw OrderLimits.suffix();
    }
    if (!(order.recipe().method() instanceof ApiMethod.Supervised)) {
      throw OrderLimits.method("Fireworks AI");
    }
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
        new RestClient(connection.address(), key, patience, forBodies, pace),
        names,
        connection.address());
  }
}
