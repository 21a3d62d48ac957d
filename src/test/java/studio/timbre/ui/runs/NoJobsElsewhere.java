package studio.timbre.ui.runs;

import java.util.ArrayList;
import java.util.List;
import studio.timbre.model.Connection;
import studio.timbre.model.ForeignJob;
import studio.timbre.model.JobId;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.fx.Work;

/** Providers that list what a test puts here. */
final class NoJobsElsewhere implements JobFinder {
  final List<Connection> connections = new ArrayList<>();
  final List<ForeignJob> jobs = new ArrayList<>();
  final List<ForeignJob> adopted = new ArrayList<>();
  boolean refuses;

  static AdoptViewModel model() {
    return new AdoptViewModel(
        new NoJobsElsewhere(), new Work(Runnable::run, Runnable::run), job -> {});
  }

  @Override
  public List<Connection> connections() {
    return connections;
  }

  @Override
  public List<ForeignJob> elsewhere(Connection connection) throws UserFacingException {
    if (refuses) {
      throw new UserFacingException(
          "error.api.listRefused", "could not be listed", connection.name(), "no");
    }
    return jobs;
  }

  @Override
  public JobId adopt(Connection connection, ForeignJob job) {
    adopted.add(job);
    return new JobId("job-adopted");
  }
}
