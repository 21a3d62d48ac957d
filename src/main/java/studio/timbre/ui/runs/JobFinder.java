package studio.timbre.ui.runs;

import java.util.List;
import java.util.Optional;
import studio.timbre.app.ApiJobs;
import studio.timbre.app.Connections;
import studio.timbre.model.Connection;
import studio.timbre.model.ForeignJob;
import studio.timbre.model.JobId;
import studio.timbre.model.UserFacingException;

/** Finds jobs that were begun elsewhere; each verb may take long. */
interface JobFinder {
  List<Connection> connections() throws UserFacingException;

  List<ForeignJob> elsewhere(Connection connection) throws UserFacingException;

  JobId adopt(Connection connection, ForeignJob job) throws UserFacingException;

  static JobFinder of(Connections connections, ApiJobs jobs) {
    return new JobFinder() {
      @Override
      public List<Connection> connections() throws UserFacingException {
        return connections.list();
      }

      @Override
      public List<ForeignJob> elsewhere(Connection connection) throws UserFacingException {
        try {
          return jobs.elsewhere(connection);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return List.of();
        }
      }

      @Override
      public JobId adopt(Connection connection, ForeignJob job) throws UserFacingException {
        return jobs.adopt(connection, Optional.empty(), job);
      }
    };
  }
}
