package studio.timbre.train.torch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Rotary position embedding (Su et al. 2021), the halves paired as in the Hugging Face weights: number i of a head turns with
 * number i + size / 2, by the angle {@code position * theta^(-2 i / size)}.
 *
 * @param cos of each row's angles, [rows, 1, size / 2]
 * @param sin likewise
 */
record Rotary(Tensor cos, Tensor sin) {

  /**
   * @param positions of each row in its own conversation, from 0
   */
  static Rotary at(int[] positions, int headSize, double theta) {
    int half = headSize / 2;
    var cos = new float[positions.length * half];
    var sin = new float[positions.length * half];
    var frequency = new double[half];
    for (int i = 0; i < half; i++) {
      frequency[i] = Math.pow(theta, -2.0 * i / headSize);
    }
    for (int row = 0; row < positions.length; row++) {
      for (int i = 0; i < half; i++) {
        double angle = positions[row] * frequency[i];
        cos[row * half + i] = (float) Math.cos(angle);
        sin[row * half + i] = (float) Math.sin(angle);
      }
    }
    try (var scope = new Scope()) {
      return new Rotary(
          scope.keep(torch.tensor(cos).view(positions.length, 1, half)),
          scope.keep(torch.tensor(sin).view(positions.length, 1, half)));
    }
  }

  /** Turns each head: [rows, heads, size] written to {@code target} of the same shape. */
  void turn(Tensor heads, Tensor target) {
    turn(heads, target, 1);
  }

  /** Turns back, which is also the backward pass of {@link #turn}. */
  void turnBack(Tensor heads, Tensor target) {
    turn(heads, target, -1);
  }

  private void turn(Tensor heads, Tensor target, int direction) {
    try (var scope = new Scope()) {
      long half = heads.size(2) / 2;
      var first = heads.narrow(2, 0, half);
      var second = heads.narrow(2, half, half);
      var newFirst = target.narrow(2, 0, half);
      var newSecond = target.narrow(2, half, half);
      torch.mul_out(newFirst, first, cos);
      newFirst.addcmul_(second, sin, Tensors.scalar(-direction));
      torch.mul_out(newSecond, second, cos);
      newSecond.addcmul_(first, sin, Tensors.scalar(direction));
    }
  }
}
