package studio.timbre.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.ApiJobs;
import studio.timbre.model.ApiJob;
import studio.timbre.model.ApiKey;
import studio.timbre.model.JobId;

/** A job that exists, by name, and where its key comes from: an environment variable, never an argument, which other programs could read. */
final class NamedJob {
  @Parameters(paramLabel = "ID", description = "The job, as jobs list names it.")
  private String id;

  @Option(
      names = "--key-env",
      paramLabel = "VAR",
      description =
          "The environment variable that has the key; without it the one that the job was started with.")
  private @Nullable String variable;

  /** Empty where there is none of that name; its key is handed over where it was found. */
  Optional<JobId> in(ApiJobs jobs, Session session) {
    if (!id.matches("[A-Za-z0-9][A-Za-z0-9-]{0,79}")) {
      return Optional.empty();
    }
    var job = jobs.find(new JobId(id));
    job.ifPresent(
        known ->
            Optional.ofNullable(variable)
                .or(() -> known.order().keyVariable())
                .flatMap(session::variable)
                .ifPresent(text -> jobs.use(known.order().connection(), new ApiKey(text))));
    return job.map(ApiJob::id);
  }

  @Override
  public String toString() {
    return id;
  }
}
