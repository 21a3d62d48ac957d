package studio.timbre.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.ApiJobs;
import studio.timbre.app.Timbre;
import studio.timbre.model.ApiJob;
import studio.timbre.model.JobId;
import studio.timbre.model.UserFacingException;

/** {@code timbre jobs tidy}: data that lies at providers and is needed for nothing any more. */
@Command(
    name = "tidy",
    description =
        "Lists data that lies at providers and that no job needs any more, and deletes it there.",
    footer = {
      "",
      "That is what was left behind by trouble on the way, and the data of jobs that are over. Tuned models are not touched."
    })
final class JobsTidyCommand extends TimbreCommand {
  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "The job, as jobs list names it; without it all of them.")
  private @Nullable String id;

  @Option(names = "--delete", description = "Deletes it at the provider.")
  private boolean delete;

  @Option(
      names = "--key-env",
      paramLabel = "VAR",
      description =
          "The environment variable that has the key; without it the key that a job was started with.")
  private @Nullable String variable;

  @Mixin private final ProjectJobs place = new ProjectJobs();

  JobsTidyCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws Exception {
    try (var open = place.open(timbre, this::wrongUsage)) {
      var jobs = open.jobs();
      var untidy = chosen(jobs).stream().filter(job -> !job.unneeded().isEmpty()).toList();
      var told = new ArrayList<JsonFields>();
      boolean isTidy = true;
      for (var job : untidy) {
        var left = delete ? delete(jobs, job, timbre, output) : job.unneeded();
        isTidy &= !delete || left.isEmpty();
        told.add(
            new JsonFields()
                .with("job", job.id())
                .with("base_url", job.order().connection().address())
                .with("found", job.unneeded())
                .with("left", left));
        tell(job, left, output);
      }
      output.object(new JsonFields().with("jobs", told));
      if (untidy.isEmpty()) {
        output.say("Nothing is left behind at providers.");
      } else if (!delete) {
        output.say("Delete it with: timbre jobs tidy --delete" + place.again());
      }
      return isTidy ? 0 : TimbreCommandLine.FAILED;
    }
  }

  private List<ApiJob> chosen(ApiJobs jobs) {
    if (id == null) {
      return jobs.list();
    }
    var found = id.matches(NamedJob.NAME) ? jobs.find(new JobId(id)) : Optional.<ApiJob>empty();
    return List.of(found.orElseThrow(() -> wrongUsage("There is no job " + id + ".")));
  }

  /** What could not be deleted now. One job without its key does not keep the others from being tidied. */
  private List<String> delete(ApiJobs jobs, ApiJob job, Timbre timbre, Output output)
      throws InterruptedException {
    try {
      NamedJob.handKey(jobs, job, Optional.ofNullable(variable), timbre, session());
      return jobs.tidy(job.id());
    } catch (UserFacingException e) {
      output.remark(job.id() + ": " + e.getMessage());
      return job.unneeded();
    }
  }

  private void tell(ApiJob job, List<String> left, Output output) {
    String which = job.id() + ", " + job.order().connection().address();
    if (!delete) {
      output.say(which + ": " + String.join(", ", left));
    } else if (left.isEmpty()) {
      output.say(which + ": deleted " + String.join(", ", job.unneeded()));
    } else {
      output.say(which + ": could not be deleted now: " + String.join(", ", left));
    }
  }
}
