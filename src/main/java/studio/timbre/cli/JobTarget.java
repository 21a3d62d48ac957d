package studio.timbre.cli;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.timbre.app.Connections;
import studio.timbre.app.ProviderFacts;
import studio.timbre.app.Timbre;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;

/** Where a job goes: over a kept connection, or to an address with a key from an environment variable. */
final class JobTarget {
  @Option(
      names = "--connection",
      paramLabel = "NAME",
      description = "A kept connection with its key; see timbre connections.")
  private @Nullable String connection;

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description =
          "openai, azure, nebius, crusoe, together, fireworks, or compatible for any other address.")
  private @Nullable Provider provider;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "Where the key and the data go, as https://api.openai.com/v1.")
  private @Nullable String baseUrl;

  @Option(
      names = "--key-env",
      paramLabel = "VAR",
      description = "The environment variable that has the key.")
  private @Nullable String variable;

  /**
   * A place with the key for it.
   *
   * @param keyVariable where the key came from, if from a variable
   */
  record Place(Connection connection, ApiKey key, Optional<String> keyVariable) {
    String keyInWords() {
      return keyVariable
          .map(name -> "the key of " + name)
          .orElse("the kept key of " + connection.name());
    }
  }

  /** What is wrong with how it was called, if anything is. */
  Optional<String> problem() {
    if (connection != null) {
      return provider == null && baseUrl == null && variable == null
          ? Optional.empty()
          : Optional.of(
              "--connection says where the job goes; leave --provider, --base-url and --key-env out.");
    }
    return provider != null && baseUrl != null && variable != null
        ? Optional.empty()
        : Optional.of(
            "Name a kept connection with --connection, or all of --provider, --base-url and --key-env.");
  }

  /** The place, with its key. */
  Place place(Timbre timbre, TimbreCommand command) throws UserFacingException {
    var session = command.session();
    if (connection != null) {
      var kept = timbre.connections().find(connection);
      return new Place(kept, new KeptKeys(timbre, session).of(kept), Optional.empty());
    }
    var name = String.valueOf(variable);
    var address = Connections.address(known(), String.valueOf(baseUrl));
    var key =
        session
            .variable(name)
            .orElseThrow(
                () ->
                    command.wrongUsage(
                        "The environment variable %s is empty; it should have the key."
                            .formatted(name)));
    return new Place(
        new Connection(
            known().name().toLowerCase(Locale.ROOT) + ":" + name + "@" + address,
            ProviderFacts.of(known()).name(),
            known(),
            address),
        Connections.key(key),
        Optional.of(name));
  }

  /** The place for a look that sends nothing; without an address that of the provider. */
  Connection withoutKey(Timbre timbre, TimbreCommand command) throws UserFacingException {
    if (connection != null) {
      return timbre.connections().find(connection);
    }
    if (provider == null) {
      throw command.wrongUsage("Name a kept connection with --connection, or a --provider.");
    }
    var facts = ProviderFacts.of(known());
    var address =
        Optional.ofNullable(baseUrl)
            .or(facts::address)
            .orElseThrow(() -> command.wrongUsage("This provider needs --base-url."));
    return new Connection("check", facts.name(), known(), Connections.address(known(), address));
  }

  private Provider known() {
    return Objects.requireNonNull(provider);
  }
}
