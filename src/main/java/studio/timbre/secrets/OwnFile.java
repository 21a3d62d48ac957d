package studio.timbre.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A small file that only this person may read, changed by one at a time, whole or not at all. Where the system has no such
 * permissions (Windows), those of the folder count, which there is the person's own.
 */
final class OwnFile {
  /** Locks of files are held by a process as a whole: within ours this one keeps order. */
  private static final ReentrantLock WITHIN = new ReentrantLock();

  private final Path file;

  OwnFile(Path file) {
    this.file = file;
  }

  /** What is done with the file while nobody else changes it. */
  @FunctionalInterface
  interface Change<E extends Exception> {
    void make() throws IOException, E;
  }

  Optional<byte[]> read() throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Makes a change while no other window and no other process makes one. */
  <E extends Exception> void alone(Change<E> change) throws IOException, E {
    WITHIN.lock();
    try {
      Files.createDirectories(folder());
      try (var channel =
              FileChannel.open(
                  sibling(".lock"),
                  Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                  onlyMine());
          var lock = channel.lock()) {
        change.make();
      }
    } finally {
      WITHIN.unlock();
    }
  }

  /** To be called within {@link #alone}. A process that ends in the middle leaves the file as it was. */
  void write(byte[] bytes) throws IOException {
    var part = sibling(".part");
    Files.deleteIfExists(part);
    try (var channel =
        FileChannel.open(
            part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyMine())) {
      var left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path folder() {
    return file.toAbsolutePath().getParent();
  }

  private Path sibling(String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private static FileAttribute<?>[] onlyMine() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(
              EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
        }
        : new FileAttribute<?>[0];
  }
}
