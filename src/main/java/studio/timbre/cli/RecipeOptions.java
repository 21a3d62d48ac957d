package studio.timbre.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.timbre.app.AnswerSchema;
import studio.timbre.app.GraderFile;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.UserFacingException;

/** How a provider is asked to train; what is left out is the provider's choice. */
final class RecipeOptions {
  /** What is learned from. */
  enum Method {
    SUPERVISED,
    DPO,
    RFT
  }

  @Option(
      names = "--model",
      required = true,
      paramLabel = "M",
      description = "The model to tune, by the provider's name.")
  private String model;

  @Option(
      names = "--method",
      paramLabel = "M",
      description =
          "supervised (answers as they should be), dpo (a preferred and a rejected answer), or rft (answers that a grader scores).")
  private Method method = Method.SUPERVISED;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the data; without it the provider chooses.")
  private @Nullable Integer epochs;

  @Option(names = "--batch-size", paramLabel = "N", description = "Examples to a step.")
  private @Nullable Integer batchSize;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description =
          "A factor to the provider's own choice at OpenAI and Azure, as 2; the rate itself at Nebius, as 0.00001.")
  private @Nullable Double learningRate;

  @Option(
      names = "--lora-rank",
      paramLabel = "N",
      description =
          "At Nebius: the rank of the adapter, as 16. An adapter is trained there in any case.")
  private @Nullable Integer loraRank;

  @Option(
      names = "--lora-alpha",
      paramLabel = "N",
      description = "At Nebius: how strongly the adapter speaks, usually once or twice its rank.")
  private @Nullable Integer loraAlpha;

  @Option(
      names = "--beta",
      paramLabel = "X",
      description = "For dpo: above 0 and up to 2; higher stays closer to the old behaviour.")
  private @Nullable Double beta;

  @Option(
      names = "--grader",
      paramLabel = "FILE",
      description = "For rft: a grader in JSON, in the form that OpenAI publishes.")
  private @Nullable Path grader;

  @Option(
      names = "--answer-schema",
      paramLabel = "FILE",
      description = "For rft: a JSON schema that every answer has to keep to.")
  private @Nullable Path answerSchema;

  @Option(
      names = "--effort",
      paramLabel = "E",
      description = "For rft: how much the model thinks before it answers: low, medium or high.")
  private ApiMethod.@Nullable Effort effort;

  @Option(
      names = "--suffix",
      paramLabel = "S",
      description = "Becomes part of the tuned model's name.")
  private @Nullable String suffix;

  @Option(names = "--seed", paramLabel = "N", description = "Makes a job repeatable.")
  private @Nullable Integer seed;

  @Option(
      names = "--metadata",
      paramLabel = "K=V",
      description = "A note that stays with the job at the provider; may be given several times.")
  private Map<String, String> metadata = new LinkedHashMap<>();

  @Option(
      names = "--tier",
      paramLabel = "NAME",
      description = "At Azure: where the job is trained, as globalstandard or developerTier.")
  private @Nullable String tier;

  /** What is wrong with how it was called, if anything is. */
  Optional<String> problem() {
    if (epochs != null && epochs < 1) {
      return Optional.of("--epochs takes a whole number from 1 on.");
    }
    if (model.isBlank()) {
      return Optional.of("--model takes the name of a model.");
    }
    if (beta != null && method != Method.DPO) {
      return Optional.of("--beta belongs to --method dpo.");
    }
    if ((grader != null) != (method == Method.RFT)) {
      return Optional.of("--grader belongs to --method rft, which needs it.");
    }
    if ((answerSchema != null || effort != null) && method != Method.RFT) {
      return Optional.of("--answer-schema and --effort belong to --method rft.");
    }
    return Optional.empty();
  }

  ApiRecipe recipe() throws UserFacingException {
    return new ApiRecipe(
        model,
        method(),
        new ApiNumbers(
            whole(epochs),
            whole(batchSize),
            number(learningRate),
            whole(loraRank),
            whole(loraAlpha)),
        Optional.ofNullable(suffix),
        whole(seed),
        metadata,
        Optional.ofNullable(tier));
  }

  private ApiMethod method() throws UserFacingException {
    return switch (method) {
      case SUPERVISED -> new ApiMethod.Supervised();
      case DPO -> new ApiMethod.Preference(number(beta));
      case RFT ->
          new ApiMethod.Reinforcement(
              GraderFile.read(Objects.requireNonNull(grader)),
              answerSchema == null
                  ? Optional.empty()
                  : Optional.of(AnswerSchema.read(answerSchema)),
              Optional.ofNullable(effort),
              OptionalDouble.empty(),
              OptionalInt.empty(),
              OptionalInt.empty());
    };
  }

  private static OptionalInt whole(@Nullable Integer given) {
    return given == null ? OptionalInt.empty() : OptionalInt.of(given);
  }

  private static OptionalDouble number(@Nullable Double given) {
    return given == null ? OptionalDouble.empty() : OptionalDouble.of(given);
  }
}
