package studio.timbre.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a project to one program at a time: two windows over the same file would each show what the other has changed already.
 * The system gives the lock back when the program ends, however it ends. It is no lock on the project file itself, as SQLite
 * would lose its own locks there.
 */
final class ProjectLock implements AutoCloseable {
  /** Locks of this program. A second channel on the same file must not even be opened: closing it would end the first lock. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private static final Object MISSING = "missing";
  private static final Object UNKNOWN = "unknown";

  private final Path file;
  private final FileChannel channel;
  private final boolean leftBehind;

  private ProjectLock(Path file, FileChannel channel, boolean leftBehind) {
    this.file = file;
    this.channel = channel;
    this.leftBehind = leftBehind;
  }

  /**
   * Takes the lock, or answers nothing when somebody has it.
   *
   * @param project without symbolic links, so that one project has one lock
   */
  static Optional<ProjectLock> take(Path project) throws IOException {
    var file = project.resolveSibling(project.getFileName() + "-lock");
    if (!HELD.add(file)) {
      return Optional.empty();
    }
    Optional<ProjectLock> lock = Optional.empty();
    try {
      lock = lock(file);
    } finally {
      if (lock.isEmpty()) {
        HELD.remove(file);
      }
    }
    return lock;
  }

  private static Optional<ProjectLock> lock(Path file) throws IOException {
    while (true) {
      boolean leftBehind = Files.exists(file);
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      boolean locked = false;
      try {
        var opened = identity(file);
        if (channel.tryLock() == null) {
          return Optional.empty();
        }
        // The holder before may have deleted the file between our opening and our locking it: such
        // a lock holds nobody off.
        locked = opened != MISSING && Objects.equals(opened, identity(file));
        if (locked) {
          return Optional.of(new ProjectLock(file, channel, leftBehind));
        }
      } finally {
        if (!locked) {
          channel.close();
        }
      }
    }
  }

  /** What tells a file from another of the same name. */
  private static Object identity(Path file) throws IOException {
    try {
      var key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return key == null ? UNKNOWN : key;
    } catch (NoSuchFileException _) {
      return MISSING;
    }
  }

  /** True when the program that had the project before did not come to close it. */
  boolean wasLeftBehind() {
    return leftBehind;
  }

  /** As {@link #close}, for a project that is closed already: an empty lock file that stays behind does no harm. */
  void letGo() {
    try {
      close();
    } catch (IOException e) {
      System.getLogger(ProjectLock.class.getName())
          .log(System.Logger.Level.WARNING, "the lock of a project was not deleted", e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      // Deleted while it is still locked. Where files have no identity the empty file stays, which
      // does no harm.
      if (identity(file) != UNKNOWN) {
        Files.deleteIfExists(file);
      }
    } finally {
      channel.close();
      HELD.remove(file);
    }
  }
}
