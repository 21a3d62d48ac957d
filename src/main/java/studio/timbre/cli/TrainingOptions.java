package studio.timbre.cli;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.timbre.model.LoraSpec;
import studio.timbre.model.TrainingSpec;

/** The numbers of a training run as options; those that are not given keep what they would be otherwise. */
final class TrainingOptions {
  private static final String DEFAULT_IS = " Without it: ";

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the data." + DEFAULT_IS + "3.")
  private @Nullable Integer epochs;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description = "At its highest." + DEFAULT_IS + "0.0002.")
  private @Nullable Double learningRate;

  @Option(
      names = "--rank",
      paramLabel = "N",
      description = "Rank of the LoRA matrices." + DEFAULT_IS + "16.")
  private @Nullable Integer rank;

  @Option(
      names = "--alpha",
      paramLabel = "X",
      description =
          "Scale of the LoRA matrices, divided by the rank." + DEFAULT_IS + "twice the rank.")
  private @Nullable Double alpha;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "Conversations put through the model together." + DEFAULT_IS + "4.")
  private @Nullable Integer batchSize;

  @Option(
      names = "--accumulate",
      paramLabel = "N",
      description = "Batches to one step." + DEFAULT_IS + "1.")
  private @Nullable Integer accumulate;

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description = "Longer conversations are cut off at the end, in tokens." + DEFAULT_IS + "512.")
  private @Nullable Integer maxLength;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the first LoRA matrices and of the order." + DEFAULT_IS + "42.")
  private @Nullable Long seed;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Ends the training after so many steps.")
  private @Nullable Integer steps;

  @Option(
      names = "--schedule",
      paramLabel = "NAME",
      description =
          "How the learning rate falls: constant, linear or cosine." + DEFAULT_IS + "cosine.")
  private TrainingSpec.@Nullable Schedule schedule;

  @Option(
      names = "--evaluate-every",
      paramLabel = "N",
      description = "Steps between measurements on the validation file." + DEFAULT_IS + "20.")
  private @Nullable Integer evaluateEvery;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "N",
      description = "Steps between checkpoints." + DEFAULT_IS + "20.")
  private @Nullable Integer checkpointEvery;

  /** A sentence about the first number that is not possible. */
  Optional<String> problem() {
    return below(epochs, 1, "--epochs")
        .or(() -> below(rank, 1, "--rank"))
        .or(
            () ->
                rank != null && rank > 1024
                    ? Optional.of("--rank takes 1024 at most.")
                    : Optional.empty())
        .or(() -> below(batchSize, 1, "--batch-size"))
        .or(() -> below(accumulate, 1, "--accumulate"))
        .or(() -> below(maxLength, 2, "--max-length"))
        .or(() -> below(steps, 1, "--steps"))
        .or(() -> below(evaluateEvery, 0, "--evaluate-every"))
        .or(() -> below(checkpointEvery, 0, "--checkpoint-every"))
        .or(() -> notPositive(learningRate, "--learning-rate"))
        .or(() -> notPositive(alpha, "--alpha"));
  }

  private static Optional<String> below(@Nullable Integer value, int least, String name) {
    return value != null && value < least
        ? Optional.of(name + " takes a whole number from " + least + " on.")
        : Optional.empty();
  }

  private static Optional<String> notPositive(@Nullable Double value, String name) {
    return value != null && !(value > 0 && Double.isFinite(value))
        ? Optional.of(name + " takes a number above 0.")
        : Optional.empty();
  }

  /** What these options make of the numbers that hold otherwise. */
  TrainingSpec over(TrainingSpec otherwise) {
    int newRank = or(rank, otherwise.lora().rank());
    double newAlpha =
        alpha != null ? alpha : rank != null ? 2.0 * newRank : otherwise.lora().alpha();
    return new TrainingSpec(
        new LoraSpec(newRank, newAlpha, otherwise.lora().projections()),
        or(epochs, otherwise.epochs()),
        steps == null ? otherwise.maxSteps() : OptionalInt.of(steps),
        or(learningRate, otherwise.learningRate()),
        or(schedule, otherwise.schedule()),
        otherwise.warmupFraction(),
        or(batchSize, otherwise.batchSize()),
        or(accumulate, otherwise.accumulation()),
        otherwise.maxGradientNorm(),
        otherwise.weightDecay(),
        or(maxLength, otherwise.maxLength()),
        or(seed, otherwise.seed()),
        or(evaluateEvery, otherwise.evaluateEvery()),
        or(checkpointEvery, otherwise.checkpointEvery()));
  }

  private static <T> T or(@Nullable T given, T otherwise) {
    return given == null ? otherwise : given;
  }
}
