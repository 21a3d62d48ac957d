package studio.timbre.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import studio.timbre.model.UserFacingException;

/**
 * Holds training data while it is looked at and handed to a job, and is gone afterwards. As long as it lives its program has a
 * claim on it, which the system takes back when the program dies; by that {@link #clear} knows what a dead program left behind.
 */
final class SendingFolder implements AutoCloseable {
  private static final String PREFIX = "sending-";

  /**
   * Those of this program. On some systems it would lose the claim on a folder by merely looking whether somebody has it.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final JobClaim claim;

  private SendingFolder(Path path, JobClaim claim) {
    this.path = path;
    this.claim = claim;
  }

  /**
   * @param parent takes the folder
   */
  static SendingFolder in(Path parent) throws IOException {
    Files.createDirectories(parent);
    while (true) {
      var path = Files.createTempDirectory(parent, PREFIX).toAbsolutePath();
      OWN.add(path);
      try {
        var claim = JobClaim.take(path);
        // A program that clears up may have come between the folder and its claim.
        if (claim.isPresent() && Files.exists(path.resolve(JobClaim.FILE))) {
          return new SendingFolder(path, claim.get());
        }
        claim.ifPresent(JobClaim::close);
      } catch (NoSuchFileException _) {
        // The same, a moment earlier.
      }
      OWN.remove(path);
    }
  }

  Path path() {
    return path;
  }

  /**
   * Deletes what programs left behind that are no more; leaves alone what a running one is about to send. What cannot be deleted
   * stays for the next time.
   */
  static void clear(Path parent) {
    for (var path : all(parent)) {
      if (OWN.contains(path)) {
        continue;
      }
      try {
        var claim = JobClaim.take(path);
        if (claim.isPresent()) {
          new SendingFolder(path, claim.get()).close();
        }
      } catch (IOException | UncheckedIOException | UserFacingException _) {
        // The next start tries again.
      }
    }
  }

  private static List<Path> all(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (var folders = Files.newDirectoryStream(parent.toAbsolutePath(), PREFIX + "*")) {
      var found = new ArrayList<Path>();
      folders.forEach(found::add);
      return found;
    } catch (IOException | DirectoryIteratorException _) {
      return List.of();
    }
  }

  @Override
  public void close() throws UserFacingException {
    try {
      RunFiles.delete(path);
    } catch (UserFacingException _) {
      // Some systems keep the folder of a file that is open, as the claim's is until now.
      claim.close();
      RunFiles.delete(path);
    } finally {
      claim.close();
      OWN.remove(path);
    }
  }
}
