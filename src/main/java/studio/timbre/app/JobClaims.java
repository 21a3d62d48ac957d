package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import studio.timbre.model.JobId;
import studio.timbre.model.UserFacingException;

/** The jobs that this part of the program sees to, and no other. */
final class JobClaims implements AutoCloseable {
  private final Path folder;
  private final Map<JobId, JobClaim> claims = new HashMap<>();

  /**
   * @param folder has a folder for each job
   */
  JobClaims(Path folder) {
    this.folder = folder;
  }

  /** False where another program, or another part of this one, sees to the job. */
  synchronized boolean take(JobId job) throws UserFacingException {
    if (claims.containsKey(job)) {
      return true;
    }
    var place = folder.resolve(job.value());
    try {
      var claim = JobClaim.take(place);
      claim.ifPresent(taken -> claims.put(job, taken));
      return claim.isPresent();
    } catch (IOException e) {
      throw ApiOrders.unreadable(place, e);
    }
  }

  synchronized void giveUp(JobId job) {
    var claim = claims.remove(job);
    if (claim != null) {
      claim.close();
    }
  }

  @Override
  public synchronized void close() {
    claims.values().forEach(JobClaim::close);
    claims.clear();
  }
}
