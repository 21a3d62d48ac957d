package studio.timbre.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps a job to one program that sees to it; others read what that one writes. The system gives the claim back when the program
 * ends, however it ends.
 */
final class JobClaim implements AutoCloseable {
  /** In the folder that is claimed. */
  static final String FILE = "lock";

  private final FileChannel channel;

  private JobClaim(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @param folder of the job
   * @return empty where another program sees to the job
   */
  static Optional<JobClaim> take(Path folder) throws IOException {
    Files.createDirectories(folder);
    var channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(new JobClaim(channel));
      }
    } catch (OverlappingFileLockException _) {
      // Another part of this program has it.
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // The program's end lets it go at the latest.
    }
  }
}
