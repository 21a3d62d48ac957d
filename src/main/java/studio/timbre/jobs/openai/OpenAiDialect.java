package studio.timbre.jobs.openai;

import java.time.Duration;
import java.util.Optional;
import studio.timbre.jobs.remote.Pace;
import studio.timbre.jobs.remote.PartCalls;
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
 * @param sizes of files that OpenAI gets in parts; the others take every file as one
 */
public record OpenAiDialect(Duration patience, PartCalls.Sizes sizes) implements ProviderDialect {

  public OpenAiDialect(Duration patience) {
    this(patience, PartCalls.Sizes.OPENAI);
  }

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
    // Only OpenAI is known to have the route.
    var inParts =
        connection.provider() == Provider.OPENAI
            ? Optional.of(sizes)
            : Optional.<PartCalls.Sizes>empty();
    var transport = new Transport(patience);
    return new ProviderApi(
        Client.of(connection, key, transport), transport::breakOffUploads, key, pace, inParts);
  }
}
