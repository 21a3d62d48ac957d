package studio.timbre.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.timbre.app.Connections;
import studio.timbre.app.NewKey;
import studio.timbre.app.ProviderFacts;
import studio.timbre.app.Timbre;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;

/** {@code timbre connections add}. */
@Command(
    name = "add",
    description = "Adds a connection to a provider.",
    footer = {
      "",
      "Without --key-env the key is asked for, and not shown. Where no terminal is, it is the",
      "first line of standard input, and the passphrase of Timbre's file, where it is needed,",
      "the second."
    })
final class ConnectionsAddCommand extends TimbreCommand {
  private final Session session;

  @Option(
      names = "--provider",
      required = true,
      paramLabel = "PROVIDER",
      description = "One of ${COMPLETION-CANDIDATES}, in small letters or large.")
  private Provider provider;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "How you call it; without it, as the provider is called.")
  private @Nullable String name;

  @Option(
      names = "--address",
      paramLabel = "URL",
      description = "Base of all calls, where it is not the same for everybody.")
  private @Nullable String address;

  @Option(
      names = "--key-env",
      paramLabel = "VARIABLE",
      description = "Read the key from this environment variable whenever it is needed.")
  private @Nullable String variable;

  ConnectionsAddCommand(Session session) {
    super(session);
    this.session = session;
  }

  @Override
  int run(Timbre timbre, Output output) throws UserFacingException {
    var facts = ProviderFacts.of(provider);
    String where =
        Optional.ofNullable(address)
            .or(facts::address)
            .orElseThrow(
                () ->
                    wrongUsage(
                        "The address is yours alone: give it by --address, as "
                            + facts.example()
                            + "."));
    Connections.address(provider, where);
    var connections = timbre.connections();
    var added =
        connections.add(
            provider,
            Optional.ofNullable(name).orElse(facts.name()),
            where,
            key(connections, where));
    var source = connections.keySource(added);
    output.object(ConnectionsCommand.fields(added, source));
    output.say(
        "%s is added: %s, its key %s."
            .formatted(added.name(), added.address(), ConnectionsCommand.words(source)));
    return 0;
  }

  private NewKey key(Connections connections, String where) throws UserFacingException {
    if (variable != null) {
      return new NewKey.FromEnvironment(variable);
    }
    var secrets = new Secrets(session);
    var typed = new NewKey.Typed(Connections.key(secrets.ask("Key for " + where)));
    secrets.unlockForNewKey(connections.keys());
    return typed;
  }
}
