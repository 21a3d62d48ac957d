package studio.timbre.jobs.openai;

import java.time.Duration;
import studio.timbre.jobs.remote.Pace;
import studio.timbre.jobs.remote.ProviderCalls;
import studio.timbre.jobs.remote.ProviderDialect;
import studio.timbre.model.ApiKey;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.Connection;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;

/**
 * OpenAI's interface, which several providers speak.
 *
 * @param patience for one exchange with a provider
 */
public record OpenAiDialect(Duration patience) implements ProviderDialect {

  @Override
  public void check(ApiOrder order) throws UserFacingException {
    Dialect.check(order);
  }

  @Override
  public boolean wantsByteOrderMark(Provider provider) {
    return Dialect.wantsByteOrderMark(provider);
  }

  @Override
  public ProviderCalls open(Connection connection, ApiKey key, Pace pace)
      throws UserFacingException {
    return new ProviderApi(Client.of(connection, key, patience), key, pace);
  }
}
