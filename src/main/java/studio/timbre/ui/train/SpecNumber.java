package studio.timbre.ui.train;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import studio.timbre.model.TrainingSpec;
import studio.timbre.ui.fx.TypedNumber;

/** A number of a training run that a person can type, with its range. */
enum SpecNumber {
  EPOCHS("epochs", 1, 100, 0, TrainingSpec::epochs),
  LEARNING_RATE("learningRate", 1e-7, 0.1, 8, TrainingSpec::learningRate),
  RANK("rank", 1, 1024, 0, spec -> spec.lora().rank()),
  ALPHA("alpha", 0.1, 4096, 2, spec -> spec.lora().alpha()),
  BATCH_SIZE("batchSize", 1, 256, 0, TrainingSpec::batchSize),
  ACCUMULATION("accumulation", 1, 1024, 0, TrainingSpec::accumulation),
  MAX_LENGTH("maxLength", 16, 32_768, 0, TrainingSpec::maxLength),
  WARMUP("warmup", 0, 0.5, 3, TrainingSpec::warmupFraction),
  GRADIENT_NORM("gradientNorm", 0.01, 100, 2, TrainingSpec::maxGradientNorm),
  WEIGHT_DECAY("weightDecay", 0, 1, 4, TrainingSpec::weightDecay),
  EVALUATE_EVERY("evaluateEvery", 0, 100_000, 0, TrainingSpec::evaluateEvery),
  CHECKPOINT_EVERY("checkpointEvery", 0, 100_000, 0, TrainingSpec::checkpointEvery),
  SEED("seed", 0, 1e15, 0, TrainingSpec::seed),
  /** Empty for as many as the epochs take. */
  MAX_STEPS("maxSteps", 1, 10_000_000, 0, spec -> spec.maxSteps().orElse(-1));

  private final String word;
  private final double least;
  private final double most;
  private final int decimals;
  private final ToDoubleFunction<TrainingSpec> read;

  SpecNumber(
      String word, double least, double most, int decimals, ToDoubleFunction<TrainingSpec> read) {
    this.word = word;
    this.least = least;
    this.most = most;
    this.decimals = decimals;
    this.read = read;
  }

  /** The message key of its name; with {@code .help} behind, of the line that explains it. */
  String key() {
    return "train.number." + word;
  }

  double least() {
    return least;
  }

  double most() {
    return most;
  }

  boolean isWhole() {
    return decimals == 0;
  }

  boolean isOptional() {
    return this == MAX_STEPS;
  }

  /** As it is typed in this language. */
  String format(double value, Locale locale) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setGroupingUsed(false);
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }

  String textOf(TrainingSpec spec, Locale locale) {
    double value = read.applyAsDouble(spec);
    return isOptional() && value < 0 ? "" : format(value, locale);
  }

  /** The number that was typed, as 0.0002 or 2e-4; empty where it is none, or out of range. */
  OptionalDouble parse(String text, Locale locale) {
    var typed = TypedNumber.parse(text, locale);
    if (typed.isEmpty()) {
      return typed;
    }
    double value = typed.getAsDouble();
    boolean fits = value >= least && value <= most && (!isWhole() || value == Math.rint(value));
    return fits ? typed : OptionalDouble.empty();
  }
}
