package studio.timbre.ui.train;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.timbre.app.ProviderAbilities;
import studio.timbre.ui.fx.TypedNumber;

/**
 * A number of a job at a provider that a person can type, with the range of OpenAI's published interface of 2026-08. An empty one is
 * left to the provider.
 */
enum ApiNumber {
  EPOCHS("epochs", 1, 50, 0),
  BATCH_SIZE("batchSize", 1, 256, 0),
  /** Times the provider's own choice. */
  FACTOR("factor", 0.01, 100, 4),
  /** The learning rate itself; above a hundredth it wrecks every model. */
  RATE("rate", 1e-8, 0.01, 10),
  /** Of the LoRA adapter; Nebius names 8 as its own choice and no range. */
  RANK("rank", 1, 256, 0),
  ALPHA("alpha", 1, 512, 0),
  SEED("seed", 0, Integer.MAX_VALUE, 0),
  BETA("beta", 0.001, 2, 3),
  COMPUTE("compute", 0.0001, 10, 4),
  EVALUATION_INTERVAL("evaluationInterval", 1, 100_000, 0),
  EVALUATION_SAMPLES("evaluationSamples", 1, 100_000, 0);

  private final String word;
  private final double least;
  private final double most;
  private final int decimals;

  ApiNumber(String word, double least, double most, int decimals) {
    this.word = word;
    this.least = least;
    this.most = most;
    this.decimals = decimals;
  }

  /** Those that a provider takes for a method. */
  static List<ApiNumber> offered(ProviderAbilities abilities, ApiMethodKind method) {
    var numbers = new ArrayList<ApiNumber>();
    numbers.add(EPOCHS);
    if (abilities.batchSize()) {
      numbers.add(BATCH_SIZE);
    }
    rate(abilities).ifPresent(numbers::add);
    if (abilities.adapter()) {
      numbers.addAll(List.of(RANK, ALPHA));
    }
    if (method == ApiMethodKind.PREFERENCE) {
      numbers.add(BETA);
    }
    if (method == ApiMethodKind.REINFORCEMENT) {
      numbers.addAll(List.of(COMPUTE, EVALUATION_INTERVAL, EVALUATION_SAMPLES));
    }
    if (abilities.seed()) {
      numbers.add(SEED);
    }
    return numbers;
  }

  /** What a provider takes as a learning rate, where that is known. */
  static Optional<ApiNumber> rate(ProviderAbilities abilities) {
    return switch (abilities.learningRate()) {
      case FACTOR -> Optional.of(FACTOR);
      case RATE -> Optional.of(RATE);
      case UNKNOWN -> Optional.empty();
    };
  }

  /** The message key of its name; with {@code .help} behind, of the line that explains it. */
  String key() {
    return "api.number." + word;
  }

  boolean isWhole() {
    return decimals == 0;
  }

  String least(Locale locale) {
    return format(least, locale);
  }

  String most(Locale locale) {
    return format(most, locale);
  }

  /** As it is typed in this language. */
  String format(double value, Locale locale) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setGroupingUsed(false);
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }

  boolean isRight(String text, Locale locale) {
    return text.isBlank() || value(text, locale).isPresent();
  }

  /** Empty where nothing is typed, or no number, or one out of range. */
  OptionalDouble value(String text, Locale locale) {
    var typed = TypedNumber.parse(text, locale);
    return typed.isPresent()
            && typed.getAsDouble() >= least
            && typed.getAsDouble() <= most
            && (!isWhole() || typed.getAsDouble() == Math.rint(typed.getAsDouble()))
        ? typed
        : OptionalDouble.empty();
  }
}
