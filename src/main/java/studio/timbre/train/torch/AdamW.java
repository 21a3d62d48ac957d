package studio.timbre.train.torch;

import org.bytedeco.pytorch.Tensor;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019), with the constants that PyTorch and the Hugging Face trainer
 * begin with. It works on one row of all numbers.
 */
final class AdamW implements AutoCloseable {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final Tensor values;
  private final Tensor gradients;
  private final Tensor mean;
  private final Tensor variance;
  private long steps;

  /** Values and gradients stay the caller's. */
  AdamW(Tensor values, Tensor gradients) {
    this.values = values;
    this.gradients = gradients;
    try (var scope = new Scope()) {
      mean = scope.keep(Tensors.zeros(values.numel()));
      variance = scope.keep(Tensors.zeros(values.numel()));
    }
  }

  /**
   * Scales the gradients down to {@code maxNorm}, as {@code clip_grad_norm_} does, takes a step and sets them to 0.
   *
   * @return the norm before
   */
  double step(double learningRate, double maxNorm, double weightDecay) {
    try (var scope = new Scope()) {
      double norm = gradients.norm().item_float();
      double factor = maxNorm / (norm + 1e-6);
      if (factor < 1) {
        gradients.mul_(Tensors.scalar(factor));
      }
      steps++;
      values.mul_(Tensors.scalar(1 - learningRate * weightDecay));
      mean.lerp_(gradients, Tensors.scalar(1 - BETA1));
      variance
          .mul_(Tensors.scalar(BETA2))
          .addcmul_(gradients, gradients, Tensors.scalar(1 - BETA2));
      double correction1 = 1 - Math.pow(BETA1, steps);
      double correction2 = 1 - Math.pow(BETA2, steps);
      var denominator =
          variance
              .sqrt()
              .div_(Tensors.scalar(Math.sqrt(correction2)))
              .add_(Tensors.scalar(EPSILON));
      values.addcdiv_(mean, denominator, Tensors.scalar(-learningRate / correction1));
      gradients.zero_();
      return norm;
    }
  }

  long steps() {
    return steps;
  }

  /** The running mean of the gradients, one number for each value. */
  Tensor mean() {
    return mean;
  }

  /** The running mean of their squares. */
  Tensor variance() {
    return variance;
  }

  /** Goes on behind so many steps; mean and variance are to be set as well. */
  void goOnAfter(long stepsDone) {
    steps = stepsDone;
  }

  @Override
  public void close() {
    mean.close();
    variance.close();
  }
}
