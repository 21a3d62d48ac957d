package studio.timbre.cli;

import java.nio.file.Path;
import java.util.ArrayList;
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
import studio.timbre.app.CheckOutcome;
import studio.timbre.app.Finding;
import studio.timbre.app.NewKey;
import studio.timbre.app.Timbre;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Connection;
import studio.timbre.model.JobLimits;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;

/** {@code timbre jobs check}: looks a job over and sends no data. */
@Command(
    name = "check",
    description = "Looks over data and a recipe as jobs start does, and sends no data.",
    footer = {
      "",
      "Without --ask it needs no key and sends nothing. It ends with 1 where something has to be mended, or the budget, its own"
          + " or the project's, would not hold."
    })
final class JobsCheckCommand extends TimbreCommand {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Training files: one JSON object a line.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--validation",
      paramLabel = "FILE",
      description = "Conversations to measure with; they are not learned.")
  private @Nullable Path validation;

  @Option(
      names = "--budget",
      paramLabel = "USD",
      description = "Says whether a job that may cost no more would be begun.")
  private @Nullable Double budget;

  @Option(
      names = "--ask",
      description =
          "Also asks the provider, with the key, how many jobs the account may have; that costs nothing.")
  private boolean ask;

  @Mixin private final JobTarget target = new JobTarget();
  @Mixin private final ProjectJobs project = new ProjectJobs();
  @Mixin private final RecipeOptions options = new RecipeOptions();

  JobsCheckCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws Exception {
    var needed = new ArrayList<>(files);
    Optional.ofNullable(validation).ifPresent(needed::add);
    for (var file : needed) {
      needFile(file);
    }
    if (budget != null && !(budget > 0)) {
      throw wrongUsage("--budget takes an amount above 0.");
    }
    var problem = options.problem();
    if (problem.isPresent()) {
      throw wrongUsage(problem.get());
    }
    var recipe = options.recipe();
    var connection = target.withoutKey(timbre, this);
    var limits = ask ? limits(timbre, recipe.model(), output) : Optional.<JobLimits>empty();
    boolean mended = true;
    try (var open = project.open(timbre, this::wrongUsage)) {
      var jobs = open.jobs();
      for (var file : files) {
        var wanted = wanted(connection, recipe, file, limits);
        var findings = new ArrayList<>(jobs.preflight(wanted));
        Optional<ApiQuote> quote = Optional.empty();
        if (findings.stream().noneMatch(Finding::isBlocking)) {
          quote = Optional.of(jobs.quote(wanted));
          jobs.overBudget(wanted).ifPresent(findings::add);
        }
        mended &= findings.stream().noneMatch(Finding::isBlocking);
        tell(file, findings, quote, output);
      }
    }
    return mended ? 0 : TimbreCommandLine.FAILED;
  }

  private Wanted wanted(
      Connection connection, ApiRecipe recipe, Path file, Optional<JobLimits> limits) {
    return new Wanted(
        recipe.model(),
        connection,
        Optional.empty(),
        recipe,
        file,
        Optional.ofNullable(validation),
        budget == null ? OptionalDouble.empty() : OptionalDouble.of(budget),
        OptionalLong.empty(),
        limits);
  }

  private Optional<JobLimits> limits(Timbre timbre, String model, Output output)
      throws UserFacingException {
    var missing = target.problem();
    if (missing.isPresent()) {
      throw wrongUsage("--ask needs a key. " + missing.get());
    }
    var place = target.place(timbre, this);
    var connection = place.connection();
    output.remark("Asks %s, with %s".formatted(connection.address(), place.keyInWords()));
    var outcome =
        timbre
            .connections()
            .check(
                connection.provider(),
                connection.address().toString(),
                new NewKey.Typed(place.key()),
                Optional.empty(),
                Progress.NONE);
    var limits =
        outcome instanceof CheckOutcome.Works works
            ? works.limits().of(model)
            : Optional.<JobLimits>empty();
    output.say(
        "%s: %s"
            .formatted(
                model,
                limits
                    .map(JobLimitWords::words)
                    .orElse("the provider does not say how many jobs the account may have")));
    limits.ifPresent(told -> output.object(JobLimitWords.fields(told).with("model", model)));
    return limits;
  }

  private static void tell(
      Path file, List<Finding> findings, Optional<ApiQuote> quote, Output output) {
    output.object(
        new JsonFields()
            .with("file", file.toString())
            .with("findings", JobFindings.fields(findings))
            .with("quote", quote.map(QuoteWords::fields)));
    output.say(
        file + ": " + (findings.isEmpty() ? "nothing to mend" : findings.size() + " to look at"));
    findings.forEach(finding -> output.say("  " + JobFindings.words(finding)));
    quote.ifPresent(
        known -> {
          output.say("  " + QuoteWords.sum(known));
          output.say("  " + QuoteWords.way(known));
        });
  }
}
