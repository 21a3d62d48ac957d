package studio.timbre.train.torch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Root mean square normalisation (Zhang and Sennrich 2019): {@code y = w x / sqrt(mean(x²) + epsilon)} over the last
 * dimension. The weight is frozen.
 */
final class RmsNorm implements AutoCloseable {
  private final Tensor weight;
  private final double epsilon;

  RmsNorm(Tensor weight, double epsilon) {
    this.weight = weight;
    this.epsilon = epsilon;
  }

  /**
   * @param x [rows, width]
   * @param y where the result is written, [rows, width]
   * @return 1 / root mean square of each row, [rows, 1], which the backward pass needs
   */
  Tensor forward(Tensor x, Tensor y) {
    try (var scope = new Scope()) {
      var inverse =
          x.mul(x).mean(new long[] {1}, true, NO_TYPE).add_(Tensors.scalar(epsilon)).rsqrt_();
      torch.mul_out(y, x, inverse);
      y.mul_(weight);
      return scope.keep(inverse);
    }
  }

  /**
   * Turns, in place, the gradient of y into the gradient of x: with g = dy w and r the inverse root mean square, {@code
   * dx = r g - x r³ mean(g x)}.
   *
   * @param gradient [rows, width]
   */
  void backward(Tensor gradient, Tensor x, Tensor inverse) {
    try (var scope = new Scope()) {
      gradient.mul_(weight);
      var mean = gradient.mul(x).mean(new long[] {1}, true, NO_TYPE);
      var factor = mean.mul_(inverse).mul_(inverse).mul_(inverse).neg_();
      gradient.mul_(inverse).addcmul_(x, factor);
    }
  }

  @Override
  public void close() {
    weight.close();
  }

  private static final org.bytedeco.pytorch.ScalarTypeOptional NO_TYPE = lasting();

  private static org.bytedeco.pytorch.ScalarTypeOptional lasting() {
    var none = new org.bytedeco.pytorch.ScalarTypeOptional();
    none.retainReference();
    return none;
  }
}
