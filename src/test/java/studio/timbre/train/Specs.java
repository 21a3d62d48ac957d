package studio.timbre.train;

import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import studio.timbre.model.LoraSpec;
import studio.timbre.model.TrainingSpec;
import studio.timbre.model.TrainingSpec.Schedule;

/** Training settings for tests: the default ones with a few changed. */
public final class Specs {
  private LoraSpec lora = TrainingSpec.DEFAULT.lora();
  private int epochs = 1;
  private OptionalInt maxSteps = OptionalInt.empty();
  private double rate = 2e-4;
  private Schedule schedule = Schedule.CONSTANT;
  private double warmup;
  private int batchSize = 2;
  private int accumulation = 1;
  private long seed = 1;
  private int evaluateEvery;
  private int checkpointEvery;

  private Specs() {}

  public static TrainingSpec of(UnaryOperator<Specs> changes) {
    var s = changes.apply(new Specs());
    return new TrainingSpec(
        s.lora,
        s.epochs,
        s.maxSteps,
        s.rate,
        s.schedule,
        s.warmup,
        s.batchSize,
        s.accumulation,
        1,
        0,
        256,
        s.seed,
        s.evaluateEvery,
        s.checkpointEvery);
  }

  public Specs lora(LoraSpec value) {
    lora = value;
    return this;
  }

  public Specs epochs(int value) {
    epochs = value;
    return this;
  }

  public Specs maxSteps(int value) {
    maxSteps = OptionalInt.of(value);
    return this;
  }

  public Specs rate(double value) {
    rate = value;
    return this;
  }

  public Specs schedule(Schedule value) {
    schedule = value;
    return this;
  }

  public Specs warmup(double value) {
    warmup = value;
    return this;
  }

  public Specs batchSize(int value) {
    batchSize = value;
    return this;
  }

  public Specs accumulation(int value) {
    accumulation = value;
    return this;
  }

  public Specs seed(long value) {
    seed = value;
    return this;
  }

  public Specs evaluateEvery(int value) {
    evaluateEvery = value;
    return this;
  }

  public Specs checkpointEvery(int value) {
    checkpointEvery = value;
    return this;
  }
}
