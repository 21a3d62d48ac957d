package studio.timbre.jobs.together;

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
 * Together AI's interface.
 *
 * @param patience for one exchange with the provider
 * @param forBodies what is added where something is created
 */
public record TogetherDialect(Duration patience, Duration forBodies) implements ProviderDialect {
  /** Its client says up to 40 characters; which ones is not said, so the harmless ones. */
  private static final Pattern SUFFIX = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  public TogetherDialect(Duration patience) {
    this(patience, RestClient.FOR_BODIES);
  }

  @Override
  public void check(ApiOrder order) throws UserFacingException {
    SafeAddress.check(order.connection().address());
    OrderLimits.checkEpochs(order);
    OrderLimits.checkAdapterIsLeft(order);
    if (order.suffix().filter(suffix -> !SUFFIX.matcher(suffix).matches()).isPresent()) {
      throw OrderLimits.suffix();
    }
    if (order.recipe().method() instanceof ApiMethod.Reinforcement) {
      throw OrderLimits.method("Together AI");
    }
  }

  @Override
  public ProviderCalls open(Connection connection, ApiKey key, Pace pace)
      throws UserFacingException {
    SafeAddress.check(connection.address());
    return new TogetherCalls(new RestClient(connection.address(), key, patience, forBodies, pace));
  }
}
