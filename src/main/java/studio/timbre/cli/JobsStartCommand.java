package studio.timbre.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.ApiJobs.Wanted;
import studio.timbre.app.ApiQuote;
import studio.timbre.app.Timbre;
import studio.timbre.model.RunState;
import studio.timbre.model.UserFacingException;

/** {@code timbre jobs start}: sends a training file to a provider and begins a job there. */
@Command(
    name = "start",
    description = "Sends a training file to a provider and begins a job there, which costs money.",
    footer = {
      "",
      "With --project the job belongs to that project and is held by its budget; it is watched with --project as well."
          + " Without, and without --budget, somebody at a terminal is asked first.",
      "The data is counted and the price told before anything is sent. A job is never begun twice: where it is not known whether the"
          + " provider began it, jobs watch looks for it.",
      "With --json: first the names of the job, then with --watch what happens, one object a line."
    })
final class JobsStartCommand extends TimbreCommand {
  @Parameters(paramLabel = "FILE", description = "A chat training file: one JSON object a line.")
  private Path file;

  @Option(
      names = "--validation",
      paramLabel = "FILE",
      description = "Conversations to measure with; they are not learned.")
  private @Nullable Path validation;

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "What you call the job; the provider is not told.")
  private @Nullable String name;

  @Option(
      names = "--budget",
      paramLabel = "USD",
      description =
          "Refuses a job that would cost more; fixes the passes that the price is made with.")
  private @Nullable Double budget;

  @Option(names = "--watch", description = "Tells what happens until the job is over.")
  private boolean watch;

  @Mixin private final JobTarget target = new JobTarget();
  @Mixin private final RecipeOptions options = new RecipeOptions();
  @Mixin private final ProjectJobs project = new ProjectJobs();
  @Mixin private final Agreement agreement = new Agreement();

  JobsStartCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws Exception {
    checkUsage();
    var place = target.place(timbre, this);
    timbre.catalogueProblem().ifPresent(problem -> output.remark(problem.getMessage()));
    try (var open = project.open(timbre, this::wrongUsage)) {
      return start(open, place, output);
    }
  }

  private void checkUsage() {
    for (var needed : validation == null ? List.of(file) : List.of(file, validation)) {
      needFile(needed);
    }
    var problem = options.problem().or(target::problem);
    if (problem.isPresent()) {
      throw wrongUsage(problem.get());
    }
    if (budget != null && !(budget > 0)) {
      throw wrongUsage("--budget takes an amount above 0.");
    }
  }

  private Wanted wanted(JobTarget.Place place) throws UserFacingException {
    var recipe = options.recipe();
    return new Wanted(
        name == null ? recipe.suffix().orElse(recipe.model()) : name,
        place.connection(),
        place.keyVariable(),
        recipe,
        file,
        Optional.ofNullable(validation),
        budget == null ? OptionalDouble.empty() : OptionalDouble.of(budget),
        OptionalLong.empty(),
        Optional.empty());
  }

  private int start(ProjectJobs.Open open, JobTarget.Place place, Output output) throws Exception {
    var jobs = open.jobs();
    var wanted = wanted(place);
    var quote = jobs.quote(wanted);
    tell(quote, output);
    jobs.preflight(wanted).forEach(finding -> output.remark(JobFindings.words(finding)));
    // A key goes nowhere that was not shown in full.
    output.remark(
        "Sends to %s, with %s".formatted(place.connection().address(), place.keyInWords()));
    if (budget == null && !open.hasBudget()) {
      agreement.ask(session(), "Begin the job? " + QuoteWords.sum(quote) + ".");
    }
    jobs.use(place.connection(), place.key());
    var id = jobs.start(wanted);
    var job = jobs.awaitBegun(id);
    output.object(
        new JsonFields()
            .with("job", id)
            .with("provider_job", job.standing().providerJob())
            .with("quote", QuoteWords.fields(quote)));
    output.say(
        "Job "
            + id
            + job.standing().providerJob().map(" is at the provider as "::concat).orElse(""));
    if (watch) {
      return new WatchedJob(jobs, id, output).watch();
    }
    if (job.standing().providerJob().isPresent()) {
      output.say("Watch it with: timbre jobs watch " + id + project.again());
      return 0;
    }
    if (job.state() == RunState.UNDECIDED) {
      WatchedJob.tellUndecided(output, job);
      return TimbreCommandLine.FAILED;
    }
    return new WatchedJob(jobs, id, output).watch();
  }

  private static void tell(ApiQuote quote, Output output) {
    output.say(QuoteWords.sum(quote));
    output.say(QuoteWords.way(quote));
    quote
        .entry()
        .ifPresent(
            entry -> {
              entry.lastNewJobDate().ifPresent(day -> output.say("Last day for a new job: " + day));
              entry.shutdownDate().ifPresent(day -> output.say("The model answers until: " + day));
            });
  }
}
