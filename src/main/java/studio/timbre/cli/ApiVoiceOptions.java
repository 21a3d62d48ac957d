package studio.timbre.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import studio.timbre.app.Hearing.Voice;
import studio.timbre.app.KeySource;
import studio.timbre.app.Timbre;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;

/** The options that name a model at a provider, by a kept connection or by an address and a variable with the key. */
final class ApiVoiceOptions {
  @Option(
      names = "--connection",
      paramLabel = "NAME",
      description = "Asks a model at a provider, through a connection by its name or id.")
  private @Nullable String connection;

  @Option(names = "--model", paramLabel = "M", description = "The model, by the provider's name.")
  private @Nullable String model;

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description =
          "Without a connection: openai, azure, nebius, crusoe, together, fireworks, or compatible for any other address.")
  private @Nullable Provider provider;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Where the key and the question go, as https://api.openai.com/v1.")
  private @Nullable String baseUrl;

  @Option(
      names = "--key-env",
      paramLabel = "VAR",
      description = "The environment variable that has the key.")
  private @Nullable String keyVariable;

  boolean isGiven() {
    return connection != null
        || model != null
        || provider != null
        || baseUrl != null
        || keyVariable != null;
  }

  /** The voice, its key within reach. */
  Voice.Api voice(Timbre timbre, Session session, Function<String, ParameterException> wrongUsage)
      throws UserFacingException {
    if (model == null || model.isBlank()) {
      throw wrongUsage.apply("--model takes the name of a model at the provider.");
    }
    if (connection != null) {
      if (provider != null || baseUrl != null || keyVariable != null) {
        throw wrongUsage.apply("--connection goes without --provider, --base-url and --key-env.");
      }
      return new Voice.Api(kept(connection, timbre, session), model);
    }
    if (provider == null || baseUrl == null || keyVariable == null) {
      throw wrongUsage.apply("Give --connection, or --provider, --base-url and --key-env.");
    }
    var named = named(provider, baseUrl, keyVariable, wrongUsage);
    String variable = keyVariable;
    var key =
        session
            .variable(variable)
            .orElseThrow(
                () ->
                    wrongUsage.apply(
                        "The environment variable %s is empty; it should have the key."
                            .formatted(variable)));
    timbre.hearing().use(named, new ApiKey(key));
    return new Voice.Api(named, model);
  }

  private static Connection kept(String name, Timbre timbre, Session session)
      throws UserFacingException {
    var connections = timbre.connections();
    var found = connections.find(name);
    if (connections.keySource(found) instanceof KeySource.InFile) {
      new Secrets(session).unlockIfThere(connections.keys());
    }
    return found;
  }

  private static Connection named(
      Provider provider,
      String address,
      String variable,
      Function<String, ParameterException> wrongUsage) {
    try {
      return new Connection(
          provider.name().toLowerCase(Locale.ROOT) + ":" + variable + "@" + address,
          new URI(address).getHost() == null ? address : new URI(address).getHost(),
          provider,
          new URI(address));
    } catch (URISyntaxException e) {
      throw wrongUsage.apply("--base-url takes an address as https://api.openai.com/v1.");
    }
  }

  /** Whose key goes where, in words. */
  Optional<String> keyInWords() {
    return Optional.ofNullable(keyVariable).map(name -> "the key of " + name);
  }
}
