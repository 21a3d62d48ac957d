package studio.timbre.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.ApiJobs;
import studio.timbre.app.Connections;
import studio.timbre.app.Timbre;
import studio.timbre.model.ApiJob;
import studio.timbre.model.ApiKey;
import studio.timbre.model.JobId;
import studio.timbre.model.UserFacingException;

/** A job that exists, by name, and where its key comes from: an environment variable or a kept connection, never an argument, which other programs could read. */
final class NamedJob {
  /** What the name of a job looks like. */
  static final String NAME = "[A-Za-z0-9][A-Za-z0-9-]{0,79}";

  @Parameters(paramLabel = "ID", description = "The job, as jobs list names it.")
  private String id;

  @Option(
      names = "--key-env",
      paramLabel = "VAR",
      description =
          "The environment variable that has the key; without it the one that the job was started with.")
  private @Nullable String variable;

  /** Empty where there is none of that name; its key is handed over where it was found. */
  Optional<JobId> in(ApiJobs jobs, Timbre timbre, Session session) throws UserFacingException {
    var job = find(jobs);
    // What is over needs no key, so that no passphrase is asked for.
    if (job.filter(known -> !known.isOver()).isPresent()) {
      handKey(jobs, job.get(), Optional.ofNullable(variable), timbre, session);
    }
    return job.map(ApiJob::id);
  }

  /** Without its key; empty where there is none of that name. */
  Optional<ApiJob> find(ApiJobs jobs) {
    return id.matches(NAME) ? jobs.find(new JobId(id)) : Optional.empty();
  }

  /** Its key; empty where that is not at hand. */
  Optional<ApiKey> key(ApiJob job, Timbre timbre, Session session) throws UserFacingException {
    return key(job, Optional.ofNullable(variable), timbre, session);
  }

  /** Hands over the key of a job: that of the variable, of the one that it was started with, or of its connection. */
  static void handKey(
      ApiJobs jobs, ApiJob job, Optional<String> variable, Timbre timbre, Session session)
      throws UserFacingException {
    key(job, variable, timbre, session).ifPresent(key -> jobs.use(job.order().connection(), key));
  }

  private static Optional<ApiKey> key(
      ApiJob job, Optional<String> variable, Timbre timbre, Session session)
      throws UserFacingException {
    var text = variable.or(() -> job.order().keyVariable()).flatMap(session::variable);
    if (text.isPresent()) {
      return Optional.of(Connections.key(text.get()));
    }
    return variable.isEmpty()
        ? new KeptKeys(timbre, session).forJob(job.order().connection())
        : Optional.empty();
  }

  @Override
  public String toString() {
    return id;
  }
}
