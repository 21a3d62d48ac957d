package studio.timbre.app;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.UserFacingException;

/** The keys of the connections over which jobs were ordered, in memory for as long as somebody sees to the jobs. */
final class JobKeys {

  /** Where a key is looked for that nobody has handed over. */
  interface Source {
    ApiKey keyForJob(Connection ordered) throws UserFacingException;

    /** Whether the key is there and locked away. */
    boolean isLocked(Connection ordered);

    /** There is none but those that are handed over. */
    Source NONE =
        new Source() {
          @Override
          public ApiKey keyForJob(Connection ordered) throws UserFacingException {
            throw new UserFacingException(
                "error.api.noKey",
                "The key of %s is not at hand, so nothing was sent. Give the key again."
                    .formatted(ordered.name()),
                ordered.name());
          }

          @Override
          public boolean isLocked(Connection ordered) {
            return false;
          }
        };
  }

  /** A key is for one address: a connection of the same id may have led elsewhere when an older job was ordered. */
  private record Place(String connection, String address) {
    static Place of(Connection connection) {
      return new Place(connection.id(), connection.address().toString());
    }
  }

  private final Source source;
  private final Map<Place, ApiKey> keys = new ConcurrentHashMap<>();

  JobKeys(Source source) {
    this.source = source;
  }

  void hand(Connection connection, ApiKey key) {
    keys.put(Place.of(connection), key);
  }

  Optional<ApiKey> known(Connection connection) {
    return Optional.ofNullable(keys.get(Place.of(connection)));
  }

  /** Looks for the key where it is not known yet; this may take as long as the system asks the person. */
  void require(Connection connection) throws UserFacingException {
    if (known(connection).isEmpty()) {
      hand(connection, source.keyForJob(connection));
    }
  }

  boolean isLocked(Connection connection) {
    return source.isLocked(connection);
  }
}
