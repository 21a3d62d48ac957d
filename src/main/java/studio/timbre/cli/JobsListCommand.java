package studio.timbre.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import studio.timbre.app.ProjectBudget;
import studio.timbre.app.Timbre;
import studio.timbre.cli.Columns.Side;
import studio.timbre.model.ApiJob;
import studio.timbre.model.UserFacingException;

/** {@code timbre jobs list}: the jobs at providers, as they were when they were last looked at. */
@Command(
    name = "list",
    description = "Lists the jobs at providers, the newest first, as they were last seen.")
final class JobsListCommand extends TimbreCommand {

  @Mixin private final ProjectJobs place = new ProjectJobs();

  JobsListCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws UserFacingException {
    try (var open = place.open(timbre, this::wrongUsage)) {
      return list(open, output);
    }
  }

  static int list(Timbre timbre, Output output) throws UserFacingException {
    try (var jobs = timbre.apiJobs()) {
      return list(new ProjectJobs.Open(jobs, Optional.empty(), () -> {}), output);
    }
  }

  private static int list(ProjectJobs.Open open, Output output) {
    var all = open.jobs().list();
    var standing = open.budget().map(ProjectBudget::standing);
    var fields = new JsonFields().with("jobs", all.stream().map(JobsListCommand::fields).toList());
    standing.ifPresent(known -> fields.with("budget", BudgetWords.fields(known)));
    output.object(fields);
    tell(all, output);
    standing.ifPresent(known -> BudgetWords.lines(known).forEach(output::say));
    return 0;
  }

  private static void tell(List<ApiJob> jobs, Output output) {
    if (jobs.isEmpty()) {
      output.say("There is no job at a provider. One is started with: timbre jobs start");
      return;
    }
    var columns =
        new Columns(Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT, Side.RIGHT, Side.LEFT)
            .row("Job", "State", "Provider", "Model", "Step", "Tuned model");
    for (var job : jobs) {
      columns.row(
          job.id().value(),
          state(job),
          job.order().connection().name(),
          job.order().model(),
          Integer.toString(job.step()),
          job.standing().tunedModel().orElse(""));
    }
    columns.lines().forEach(output::say);
    jobs.stream()
        .filter(job -> !job.standing().leftBehind().isEmpty())
        .forEach(
            job ->
                output.remark(
                    "%s may have left data at %s: %s"
                        .formatted(
                            job.id(),
                            job.order().connection().address(),
                            String.join(", ", job.standing().leftBehind()))));
  }

  static String state(ApiJob job) {
    return job.state().name().toLowerCase(Locale.ROOT);
  }

  /** A job as programs read it. */
  static JsonFields fields(ApiJob job) {
    var order = job.order();
    var standing = job.standing();
    return new JsonFields()
        .with("job", job.id())
        .with("provider_job", standing.providerJob())
        .with("state", state(job))
        .with("provider", order.connection().provider().name().toLowerCase(Locale.ROOT))
        .with("base_url", order.connection().address())
        .with("name", order.name())
        .with("model", order.model())
        .with("method", order.recipe().method().word())
        .with("tuned_model", standing.tunedModel())
        .with("created", order.created())
        .with("step", job.step())
        .with("train_loss", job.trainLoss())
        .with("trained_tokens", job.trainedTokens())
        .with("agreed_usd", order.agreedUsd())
        .with("training_file", standing.trainingFile())
        .with("validation_file", standing.validationFile())
        .with("left_behind", standing.leftBehind());
  }
}
