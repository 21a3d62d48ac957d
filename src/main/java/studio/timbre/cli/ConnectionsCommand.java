package studio.timbre.cli;

import java.util.ArrayList;
import java.util.Locale;
import picocli.CommandLine.Command;
import studio.timbre.app.KeySource;
import studio.timbre.app.ProviderFacts;
import studio.timbre.app.Timbre;
import studio.timbre.cli.Columns.Side;
import studio.timbre.model.Connection;
import studio.timbre.model.UserFacingException;

/** {@code timbre connections}: the accounts at providers. */
@Command(
    name = "connections",
    description = "Lists the connections to providers, adds, tests and removes them.",
    footer = {
      "",
      "Keys lie in this computer's own key store. Where that does not answer, or TIMBRE_KEYS is",
      "\"file\", they lie in a file of Timbre's folder that a passphrase locks."
    })
class ConnectionsCommand extends TimbreCommand {

  ConnectionsCommand(Session session) {
    super(session);
  }

  /** {@code timbre connections list}: the same by a name of its own. */
  @Command(name = "list", description = "Lists the connections to providers.")
  static final class Listing extends ConnectionsCommand {
    Listing(Session session) {
      super(session);
    }
  }

  @Override
  int run(Timbre timbre, Output output) throws UserFacingException {
    var connections = timbre.connections();
    var fields = new ArrayList<JsonFields>();
    var columns =
        new Columns(Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT)
            .row("Name", "Provider", "Address", "Key");
    for (var connection : connections.list()) {
      var source = connections.keySource(connection);
      fields.add(fields(connection, source));
      columns.row(
          connection.name(),
          ProviderFacts.of(connection.provider()).name(),
          connection.address().toString(),
          words(source));
    }
    output.object(new JsonFields().with("connections", fields));
    if (fields.isEmpty()) {
      output.say("There is no connection yet. Add the account that pays for training:");
      output.say("  timbre connections add --provider openai --key-env OPENAI_API_KEY");
    } else {
      columns.lines().forEach(output::say);
    }
    return 0;
  }

  /** A connection as programs read it. */
  static JsonFields fields(Connection connection, KeySource source) {
    return new JsonFields()
        .with("id", connection.id())
        .with("name", connection.name())
        .with("provider", provider(connection))
        .with("address", connection.address())
        .with("key", word(source))
        .with("variable", source instanceof KeySource.InEnvironment from ? from.variable() : null);
  }

  private static String provider(Connection connection) {
    return connection.provider().name().toLowerCase(Locale.ROOT);
  }

  private static String word(KeySource source) {
    return switch (source) {
      case KeySource.None _ -> "none";
      case KeySource.InSystem _ -> "system";
      case KeySource.InFile _ -> "file";
      case KeySource.InEnvironment _ -> "environment";
    };
  }

  /** Where a key is, as people read it. */
  static String words(KeySource source) {
    return switch (source) {
      case KeySource.None _ -> "none yet";
      case KeySource.InSystem _ -> "in this computer's key store";
      case KeySource.InFile _ -> "in Timbre's locked file";
      case KeySource.InEnvironment from -> "from " + from.variable();
    };
  }
}
