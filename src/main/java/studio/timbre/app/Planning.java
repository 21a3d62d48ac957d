package studio.timbre.app;

import java.util.Optional;
import java.util.OptionalDouble;
import studio.timbre.jobs.local.FreeMemory;
import studio.timbre.jobs.local.ModelTexts;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.ProjectTotals;
import studio.timbre.model.TrainingPlan;
import studio.timbre.model.TrainingSpec;
import studio.timbre.model.UserFacingException;
import studio.timbre.train.Examples;
import studio.timbre.train.MemoryEstimate;
import studio.timbre.train.StepPlan;
import studio.timbre.weights.BaseModel;
import studio.timbre.weights.BaseModels;

/** Says beforehand what a run on this computer would be. */
final class Planning {

  /** Until the first step: starting the worker, loading the base model, making the conversations ready. */
  private static final double START_SECONDS = 5;

  /** How much faster a conversation is measured than learned: there is only the way forward. */
  private static final double MEASURING = 2.5;

  private static final double GIGABYTE = 1e9;

  private final MeasuredSpeeds speeds;

  Planning(MeasuredSpeeds speeds) {
    this.speeds = speeds;
  }

  TrainingPlan plan(LibraryModel base, TrainingSpec spec, TrainingData data)
      throws UserFacingException {
    try (var model = BaseModels.open(base.path())) {
      return plan(model, spec, data);
    }
  }

  private TrainingPlan plan(BaseModel model, TrainingSpec spec, TrainingData data)
      throws UserFacingException {
    var texts = ModelTexts.of(model);
    var training = texts.examples(data.training(), spec.maxLength());
    var heldOut = texts.examples(data.heldOut(), spec.maxLength());
    var steps = StepPlan.of(training.examples().size(), spec);
    long peak = MemoryEstimate.of(model.config(), spec, training.examples()).peakBytes();
    long free = FreeMemory.bytes();
    var measured = speeds.of(model.path());
    double speed = measured.orElseGet(() -> MeasuredSpeeds.guess(model.config().parameters()));
    return new TrainingPlan(
        training.examples().size(),
        heldOut.examples().size(),
        training.cut(),
        training.withoutAnswer(),
        training.tokens(),
        training.answerTokens(),
        steps.totalSteps(),
        OptionalDouble.of(seconds(spec, steps, training.tokens(), heldOut.tokens(), speed)),
        measured.isPresent(),
        peak,
        free,
        refusal(training, peak, free));
  }

  /**
   * A first idea of the time in seconds, from counts that are there already: nothing is opened or counted. Empty where there is
   * nothing to learn.
   *
   * @param training by the tokenizer that prices are reckoned with
   */
  OptionalDouble roughSeconds(
      LibraryModel base, TrainingSpec spec, ProjectTotals training, ProjectTotals heldOut) {
    var measured = speeds.of(base.path());
    if (training.conversations() == 0
        || training.tokens() == 0
        || (measured.isEmpty() && base.parameters() <= 0)) {
      return OptionalDouble.empty();
    }
    double speed = measured.orElseGet(() -> MeasuredSpeeds.guess(base.parameters()));
    var steps = StepPlan.of(Math.toIntExact(training.conversations()), spec);
    return OptionalDouble.of(seconds(spec, steps, allTokens(training), allTokens(heldOut), speed));
  }

  /** Those that are still to be counted are taken to be like the others. */
  private static double allTokens(ProjectTotals totals) {
    long counted = totals.conversations() - totals.uncounted();
    return counted <= 0 ? 0 : (double) totals.tokens() / counted * totals.conversations();
  }

  private static double seconds(
      TrainingSpec spec, StepPlan steps, double tokens, double heldOutTokens, double speed) {
    double trained = tokens * steps.epochs(steps.totalSteps());
    // At the start, at the end, and at the intervals between.
    int between =
        spec.evaluateEvery() > 0 ? Math.max(0, (steps.totalSteps() - 1) / spec.evaluateEvery()) : 0;
    double measured = heldOutTokens * (2.0 + between);
    return START_SECONDS + trained / speed + measured / (speed * MEASURING);
  }

  private static Optional<UserFacingException> refusal(Examples training, long peak, long free) {
    if (training.examples().isEmpty()) {
      return Optional.of(TrainingData.nothingToLearn());
    }
    if (peak > free) {
      return Optional.of(tooLittleMemory(peak, free));
    }
    return Optional.empty();
  }

  static UserFacingException tooLittleMemory(long peak, long free) {
    return new UserFacingException(
        "error.train.memory",
        "This training would need about %.1f GB of memory, and %.1f GB are free. Close other programs, or choose a smaller"
                .formatted(peak / GIGABYTE, free / GIGABYTE)
            + " batch, a shorter longest conversation or a smaller model.",
        peak / GIGABYTE,
        free / GIGABYTE);
  }
}
