package studio.timbre.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.KeySource;
import studio.timbre.app.Timbre;
import studio.timbre.model.UserFacingException;

/** {@code timbre connections remove}. */
@Command(name = "remove", description = "Removes a connection and its key.")
final class ConnectionsRemoveCommand extends TimbreCommand {
  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Name or id of the connection.")
  private String name;

  @Option(
      names = "--leave-key",
      description = "Leave the key where it is, as when it cannot be reached any more.")
  private boolean leaveKey;

  ConnectionsRemoveCommand(Session session) {
    super(session);
    this.session = session;
  }

  @Override
  int run(Timbre timbre, Output output) throws UserFacingException {
    var connections = timbre.connections();
    var connection = connections.find(name);
    var source = connections.keySource(connection);
    if (leaveKey) {
      connections.removeWithoutKey(connection);
    } else {
      if (source instanceof KeySource.InFile) {
        new Secrets(session).unlockIfThere(connections.keys());
      }
      connections.remove(connection);
    }
    boolean gone =
        !leaveKey && (source instanceof KeySource.InFile || source instanceof KeySource.InSystem);
    output.object(
        new JsonFields()
            .with("removed", connection.id())
            .with("name", connection.name())
            .with("key_removed", gone));
    output.say(connection.name() + (gone ? " and its key are removed." : " is removed."));
    return 0;
  }
}
