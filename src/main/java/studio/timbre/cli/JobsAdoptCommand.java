package studio.timbre.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.timbre.app.Timbre;
import studio.timbre.cli.Columns.Side;
import studio.timbre.model.ForeignJob;

/** {@code timbre jobs adopt}: jobs that were begun elsewhere with the same key. */
@Command(
    name = "adopt",
    description =
        "Lists the jobs at a provider that were begun elsewhere with the same key, or takes one of them in.",
    footer = {
      "",
      "A job that is taken in can be watched, paused and cancelled like one that was started here. Nothing is ordered and nothing"
          + " paid by it."
    })
final class JobsAdoptCommand extends TimbreCommand {
  @Parameters(
      paramLabel = "PROVIDER_JOB",
      arity = "0..1",
      description = "The job to take in, by the provider's name; without it they are listed.")
  private @Nullable String wanted;

  @Mixin private final JobTarget target = new JobTarget();

  @Mixin private final ProjectJobs project = new ProjectJobs();

  JobsAdoptCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws Exception {
    target
        .problem()
        .ifPresent(
            problem -> {
              throw wrongUsage(problem);
            });
    var place = target.place(timbre, this);
    try (var open = project.open(timbre, this::wrongUsage)) {
      var jobs = open.jobs();
      jobs.use(place.connection(), place.key());
      var found = jobs.elsewhere(place.connection());
      if (wanted == null) {
        tell(found, output);
        return 0;
      }
      var job =
          found.stream()
              .filter(known -> known.providerJob().equals(wanted))
              .findFirst()
              .orElseThrow(
                  () -> wrongUsage("The provider lists no job " + wanted + " that is not here."));
      var id = jobs.adopt(place.connection(), place.keyVariable(), job);
      output.object(new JsonFields().with("job", id).with("provider_job", job.providerJob()));
      output.say("Job " + id + " is at the provider as " + job.providerJob());
      output.say("Watch it with: timbre jobs watch " + id + project.again());
      return 0;
    }
  }

  private static void tell(List<ForeignJob> found, Output output) {
    output.object(
        new JsonFields().with("jobs", found.stream().map(JobsAdoptCommand::fields).toList()));
    if (found.isEmpty()) {
      output.say("The provider lists no job that is not here already.");
      return;
    }
    var columns =
        new Columns(Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT)
            .row("At the provider", "State", "Model", "Name");
    found.forEach(job -> columns.row(job.providerJob(), job.status(), job.model(), job.name()));
    columns.lines().forEach(output::say);
  }

  private static JsonFields fields(ForeignJob job) {
    return new JsonFields()
        .with("provider_job", job.providerJob())
        .with("state", job.status())
        .with("model", job.model())
        .with("method", job.method())
        .with("name", job.name())
        .with("created", job.created())
        .with("tuned_model", job.tunedModel());
  }
}
