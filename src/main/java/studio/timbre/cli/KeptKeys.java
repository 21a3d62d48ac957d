package studio.timbre.cli;

import java.util.Optional;
import studio.timbre.app.Connections;
import studio.timbre.app.KeySource;
import studio.timbre.app.Timbre;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.UserFacingException;

/** The keys of kept connections, with the passphrase asked for where they lie in Timbre's file. */
final class KeptKeys {
  private final Connections connections;
  private final Session session;

  KeptKeys(Timbre timbre, Session session) {
    this.connections = timbre.connections();
    this.session = session;
  }

  ApiKey of(Connection kept) throws UserFacingException {
    if (connections.keySource(kept) instanceof KeySource.InFile) {
      new Secrets(session).unlockIfThere(connections.keys());
    }
    return connections.keyOf(kept);
  }

  /** For a job that was ordered over it; empty where the connection is gone, or leads to another computer by now. */
  Optional<ApiKey> forJob(Connection ordered) throws UserFacingException {
    var kept =
        connections.list().stream()
            .filter(known -> known.id().equals(ordered.id()))
            .filter(known -> known.provider() == ordered.provider())
            .filter(known -> !Connections.leadsElsewhere(known, ordered.address()))
            .findFirst();
    return kept.isPresent() ? Optional.of(of(kept.get())) : Optional.empty();
  }
}
