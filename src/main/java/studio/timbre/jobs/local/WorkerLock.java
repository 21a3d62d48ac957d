package studio.timbre.jobs.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A lock on a file that lives exactly as long as its process: the operating system lets it go when the process dies, however
 * it dies. Unlike a process number it cannot be taken for another process's.
 */
final class WorkerLock implements AutoCloseable {
  private final FileChannel channel;

  private WorkerLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the lock, unless another has it. */
  static Optional<WorkerLock> tryHold(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(new WorkerLock(channel));
      }
    } catch (OverlappingFileLockException _) {
      // Held by this very process: the same answer.
    }
    channel.close();
    return Optional.empty();
  }

  /** Takes the lock, waiting out somebody who only looks whether it is held. */
  static Optional<WorkerLock> hold(Path file) throws IOException, InterruptedException {
    for (int attempt = 0; attempt < 50; attempt++) {
      var lock = tryHold(file);
      if (lock.isPresent()) {
        return lock;
      }
      Thread.sleep(50);
    }
    return Optional.empty();
  }

  static boolean isHeld(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    var lock = tryHold(file);
    lock.ifPresent(WorkerLock::close);
    return lock.isEmpty();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // The process's end lets the lock go at the latest.
    }
  }
}
