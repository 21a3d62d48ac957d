package studio.timbre.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.timbre.app.ApiJobs;
import studio.timbre.model.ApiJob;
import studio.timbre.model.ApiKey;
import studio.timbre.model.JobId;

/** Where the key of a job that exists comes from: an environment variable, never an argument, which other programs could read. */
final class JobKeys {
  @Option(
      names = "--key-env",
      paramLabel = "VAR",
      description =
          "The environment variable that has the key; without it the one that the job was started with.")
  private @Nullable String variable;

  /** The job of that name, with its key handed over where it was found. */
  Optional<ApiJob> job(ApiJobs jobs, String name, Session session) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]{0,79}")) {
      return Optional.empty();
    }
    var job = jobs.find(new JobId(name));
    job.ifPresent(
        known ->
            Optional.ofNullable(variable)
                .or(() -> known.order().keyVariable())
                .flatMap(session::variable)
                .ifPresent(text -> jobs.use(known.order().connection(), new ApiKey(text))));
    return job;
  }
}
