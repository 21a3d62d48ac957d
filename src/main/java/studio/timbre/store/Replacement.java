package studio.timbre.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.UUID;
import studio.timbre.model.UserFacingException;

/** A database file that is made beside its place and put there when it is whole. */
final class Replacement implements AutoCloseable {
  private final Path path;
  private final Path place;

  private Replacement(Path path, Path place) {
    this.path = path;
    this.place = place;
  }

  static Replacement of(Path place) {
    String name = "." + place.getFileName() + "." + UUID.randomUUID() + ".part";
    return new Replacement(place.resolveSibling(name), place);
  }

  /** Makes what is put in a place. */
  @FunctionalInterface
  interface Making<T> {
    T make(Replacement fresh) throws IOException, SQLException, UserFacingException;
  }

  /**
   * Makes what a person wants at that place, where another project may stand that is replaced; folders are made.
   *
   * @throws UserFacingException where a project there is open, or the disk refuses
   */
  static <T> T at(Path target, Making<T> making) throws UserFacingException {
    try {
      var place = target.toAbsolutePath();
      Files.createDirectories(place.getParent());
      if (Files.exists(place)) {
        place = place.toRealPath();
      }
      try (var _ =
              ProjectLock.take(place)
                  .orElseThrow(
                      () ->
                          Failures.failure(
                              "error.project.targetInUse",
                              "%s is open in Timbre, so it cannot be replaced. Choose another name.",
                              target));
          var fresh = of(place)) {
        return making.make(fresh);
      }
    } catch (IOException e) {
      throw Failures.reason(target, e);
    } catch (SQLException e) {
      throw Failures.reason(target, e);
    }
  }

  /** Where to make it. */
  Path path() {
    return path;
  }

  /** Puts the file in its place once it is on the disk. */
  void put() throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    // A log that a killed program left there belongs to the old file; SQLite would play it into the
    // new one.
    Files.deleteIfExists(place.resolveSibling(place.getFileName() + "-wal"));
    Files.deleteIfExists(place.resolveSibling(place.getFileName() + "-shm"));
    Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
    Files.deleteIfExists(path.resolveSibling(path.getFileName() + "-journal"));
  }
}
