package studio.timbre.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

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
