package studio.timbre.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.ApiJobs;
import studio.timbre.app.ApiJobs.Wanted;
import studio.timbre.app.ApiQuote;
import studio.timbre.app.Timbre;
import studio.timbre.model.ApiKey;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Connection;
import studio.timbre.model.Provider;
import studio.timbre.model.RunState;

/** {@code timbre jobs start}: sends a training file to a provider and begins a job there. */
@Command(
    name = "start",
    description = "Sends a training file to a provider and begins a job there, which costs money.",
    footer = {
      "",
      "The data is counted and the price told before anything is sent. A job is never begun twice: where it is not known whether the"
          + " provider began it, jobs watch looks for it.",
      "With --json: first the names of the job, then with --watch what happens, one object a line."
    })
final class JobsStartCommand extends TimbreCommand {
  @Parameters(paramLabel = "FILE", description = "A chat training file: one JSON object a line.")
  private Path file;

  @Option(
      names = "--provider",
      required = true,
      paramLabel = "NAME",
      description =
          "openai, azure, nebius, crusoe, together, fireworks, or compatible for any other address.")
  private Provider provider;

  @Option(
      names = "--base-url",
      required = true,
      paramLabel = "URL",
      description = "Where the key and the data go, as https://api.openai.com/v1.")
  private String baseUrl;

  @Option(
      names = "--key-env",
      required = true,
      paramLabel = "VAR",
      description = "The environment variable that has the key.")
  private String keyVariable;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "M",
      description = "The model to tune, by the provider's name.")
  private String model;

  @Option(
      names = "--validation",
      paramLabel = "FILE",
      description = "Conversations to measure with; they are not learned.")
  private @Nullable Path validation;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the data; without it the provider chooses.")
  private @Nullable Integer epochs;

  @Option(
      names = "--suffix",
      paramLabel = "S",
      description = "Becomes part of the tuned model's name.")
  private @Nullable String suffix;

  @Option(
      names = "--budget",
      paramLabel = "USD",
      description =
          "Refuses a job that would cost more; fixes the passes that the price is made with.")
  private @Nullable Double budget;

  @Option(names = "--watch", description = "Tells what happens until the job is over.")
  private boolean watch;

  JobsStartCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws Exception {
    checkUsage();
    var connection =
        new Connection(
            provider.name().toLowerCase(Locale.ROOT) + ":" + keyVariable + "@" + baseUrl,
            name(provider),
            provider,
            address());
    var key =
        session()
            .variable(keyVariable)
            .orElseThrow(
                () ->
                    wrongUsage(
                        "The environment variable %s is empty; it should have the key."
                            .formatted(keyVariable)));
    timbre.catalogueProblem().ifPresent(problem -> output.remark(problem.getMessage()));
    try (var jobs = timbre.apiJobs()) {
      return start(jobs, wanted(connection), new ApiKey(key), output);
    }
  }

  private void checkUsage() {
    for (var needed : validation == null ? List.of(file) : List.of(file, validation)) {
      if (!Files.isRegularFile(needed)) {
        throw wrongUsage("There is no file " + needed + ".");
      }
    }
    if (epochs != null && epochs < 1) {
      throw wrongUsage("--epochs takes a whole number from 1 on.");
    }
    if (budget != null && !(budget > 0)) {
      throw wrongUsage("--budget takes an amount above 0.");
    }
    if (model.isBlank()) {
      throw wrongUsage("--model takes the name of a model.");
    }
  }

  private URI address() {
    try {
      return new URI(baseUrl);
    } catch (URISyntaxException e) {
      throw wrongUsage("--base-url takes an address as https://api.openai.com/v1.");
    }
  }

  private Wanted wanted(Connection connection) {
    var numbers =
        ApiNumbers.LEFT_TO_PROVIDER.withEpochs(
            epochs == null ? OptionalInt.empty() : OptionalInt.of(epochs));
    return new Wanted(
        suffix == null ? model : suffix,
        connection,
        Optional.of(keyVariable),
        ApiRecipe.of(model).withNumbers(numbers).withSuffix(Optional.ofNullable(suffix)),
        file,
        Optional.ofNullable(validation),
        budget == null ? OptionalDouble.empty() : OptionalDouble.of(budget),
        OptionalLong.empty());
  }

  private int start(ApiJobs jobs, Wanted wanted, ApiKey key, Output output) throws Exception {
    tell(jobs.quote(wanted), output);
    // A key goes nowhere that was not shown in full.
    output.remark("Sends to %s, with the key of %s".formatted(baseUrl, keyVariable));
    jobs.use(wanted.connection(), key);
    var id = jobs.start(wanted);
    var job = jobs.awaitBegun(id);
    output.object(
        new JsonFields().with("job", id).with("provider_job", job.standing().providerJob()));
    output.say(
        "Job "
            + id
            + job.standing().providerJob().map(" is at the provider as "::concat).orElse(""));
    if (watch) {
      return new WatchedJob(jobs, id, output).watch();
    }
    if (job.standing().providerJob().isPresent()) {
      output.say("Watch it with: timbre jobs watch " + id);
      return 0;
    }
    if (job.state() == RunState.UNDECIDED) {
      WatchedJob.tellUndecided(output, job);
      return TimbreCommandLine.FAILED;
    }
    return new WatchedJob(jobs, id, output).watch();
  }

  private static String name(Provider provider) {
    return switch (provider) {
      case OPENAI -> "OpenAI";
      case AZURE -> "Azure";
      case NEBIUS -> "Nebius";
      case CRUSOE -> "Crusoe";
      case TOGETHER -> "Together AI";
      case FIREWORKS -> "Fireworks AI";
      case COMPATIBLE -> "provider";
    };
  }

  private static void tell(ApiQuote quote, Output output) {
    output.say(
        "%s conversations%s%s, %s"
            .formatted(
                Numbers.whole(quote.conversations()),
                quote.tokens().map(n -> ", " + Numbers.whole(n) + " billed tokens").orElse(""),
                quote.epochs().isPresent() ? " in " + quote.epochs().getAsInt() + " passes" : "",
                quote.usd().isPresent()
                    ? "about " + Numbers.dollars(quote.usd().getAsDouble())
                    : "the price is not known"));
    quote
        .entry()
        .ifPresent(
            entry -> {
              entry.lastNewJobDate().ifPresent(day -> output.say("Last day for a new job: " + day));
              entry.shutdownDate().ifPresent(day -> output.say("The model answers until: " + day));
            });
  }
}
