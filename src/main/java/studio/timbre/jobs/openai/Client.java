package studio.timbre.jobs.openai;

import com.openai.azure.AzureUrlPathMode;
import com.openai.azure.credential.AzureApiKeyCredential;
import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.core.LogLevel;
import java.time.Duration;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;

/** Makes the SDK's client for a connection. */
final class Client {
  private Client() {}

  /**
   * A client that repeats nothing by itself, reads no environment variables and logs nothing.
   *
   * @param patience for one exchange
   */
  static OpenAIClient of(Connection connection, ApiKey key, Duration patience)
      throws UserFacingException {
    return of(connection, key, new Transport(patience));
  }

  /** The same for calls that create nothing, of which none is waited for longer than {@code patience}. */
  static OpenAIClient ofReadings(Connection connection, ApiKey key, Duration patience)
      throws UserFacingException {
    return of(connection, key, new Transport(patience, Duration.ZERO));
  }

  /** The same as {@link #of(Connection, ApiKey, Duration)} on a transport that the caller can break off. */
  static OpenAIClient of(Connection connection, ApiKey key, Transport transport)
      throws UserFacingException {
    Dialect.checkAddress(connection);
    var options =
        ClientOptions.builder()
            .httpClient(transport)
            .baseUrl(Dialect.base(connection))
            .maxRetries(0)
            .logLevel(LogLevel.OFF);
    if (connection.provider() == Provider.AZURE) {
      // Recognised by its host alone otherwise, which a gateway in front of it has not.
      options
          .azureUrlPathMode(AzureUrlPathMode.UNIFIED)
          .credential(AzureApiKeyCredential.create(key.reveal()));
    } else {
      options.apiKey(key.reveal());
    }
    return new OpenAIClientImpl(options.build());
  }
}
