package studio.timbre.ui.runs;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import studio.timbre.model.ApiAttention;
import studio.timbre.model.ApiJob;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.ApiRun;
import studio.timbre.model.ApiStanding;
import studio.timbre.model.Connection;
import studio.timbre.model.JobId;
import studio.timbre.model.Provider;
import studio.timbre.model.RunState;

/** Jobs at a provider for a list of runs to show. */
final class MadeJobs {
  static final String TUNED = "ft:gpt-4.1-mini-2025-04-14:our-brand:voice:Bx7p4lUR";

  private MadeJobs() {}

  static ApiRun job(
      String id,
      RunState state,
      ApiAttention attention,
      int step,
      UnaryOperator<ApiStanding> standing) {
    return job(id, state, attention, step, Optional.of("running"), standing);
  }

  static ApiRun job(
      String id,
      RunState state,
      ApiAttention attention,
      int step,
      Optional<String> providerState,
      UnaryOperator<ApiStanding> standing) {
    return new ApiRun(
        new ApiJob(
            order(id, Provider.OPENAI),
            standing.apply(ApiStanding.NEW),
            state,
            step,
            140,
            OptionalDouble.of(1.1),
            step == 0 ? OptionalDouble.empty() : OptionalDouble.of(1.31),
            OptionalDouble.empty(),
            providerState,
            OptionalLong.empty(),
            attention != ApiAttention.ORIGINAL),
        attention,
        OptionalDouble.empty());
  }

  /** The same job, of which the provider has told how many tokens it trained on. */
  static ApiRun trained(ApiRun run, long tokens, OptionalDouble usd) {
    var job = run.job();
    return new ApiRun(
        new ApiJob(
            job.order(),
            job.standing(),
            job.state(),
            job.step(),
            job.totalSteps(),
            job.trainLoss(),
            job.heldOutLoss(),
            job.heldOutReward(),
            job.providerState(),
            OptionalLong.of(tokens),
            job.own()),
        run.attention(),
        usd);
  }

  /** The same job, ordered elsewhere with an adapter of a size. */
  static ApiRun sized(ApiRun run, Provider provider, int rank) {
    var job = run.job();
    var order = order(job.id().value(), provider);
    var numbers =
        new ApiNumbers(
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            rank == 0 ? OptionalInt.empty() : OptionalInt.of(rank),
            OptionalInt.empty());
    return new ApiRun(
        new ApiJob(
            new ApiOrder(
                order.id(),
                order.name(),
                order.connection(),
                order.keyVariable(),
                order.recipe().withNumbers(numbers),
                order.agreedUsd(),
                order.journalEntry(),
                order.created()),
            job.standing(),
            job.state(),
            job.step(),
            job.totalSteps(),
            job.trainLoss(),
            job.heldOutLoss(),
            job.heldOutReward(),
            job.providerState(),
            job.trainedTokens(),
            job.own()),
        run.attention(),
        run.trainedUsd());
  }

  static ApiOrder order(String id, Provider provider) {
    return new ApiOrder(
        new JobId(id),
        "Brand voice, " + id,
        new Connection("c", "Marketing account", provider, URI.create("https://api.openai.com/v1")),
        Optional.empty(),
        new ApiRecipe(
            "gpt-4.1-mini-2025-04-14",
            new ApiMethod.Supervised(),
            ApiNumbers.LEFT_TO_PROVIDER.withEpochs(OptionalInt.of(3)),
            Optional.of("voice"),
            OptionalInt.of(42),
            Map.of(),
            Optional.empty()),
        OptionalDouble.of(3.2),
        OptionalLong.of(214),
        ScriptedRuns.START);
  }

  static ApiStanding created(ApiStanding standing) {
    return standing
        .withTrainingFile(Optional.of("file-abc"))
        .asked(ScriptedRuns.START)
        .created("ftjob-9xKq");
  }
}
