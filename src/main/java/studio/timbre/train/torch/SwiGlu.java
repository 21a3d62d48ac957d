package studio.timbre.train.torch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The gated unit {@code silu(gate) * up} (Shazeer 2020); gate and up stand side by side in a row. */
final class SwiGlu {
  private SwiGlu() {}

  /**
   * @param gateUp [rows, 2 inner]
   * @param target where the result is written, [rows, inner]
   */
  static void forward(Tensor gateUp, Tensor target) {
    try (var scope = new Scope()) {
      torch.silu_out(target, gate(gateUp));
      target.mul_(up(gateUp));
    }
  }

  /**
   * @param gradient of the result, [rows, inner]
   * @return the gradient of {@code gateUp}
   */
  static Tensor backward(Tensor gradient, Tensor gateUp) {
    try (var scope = new Scope()) {
      var result = Tensors.empty(gateUp.size(0), gateUp.size(1));
      var gate = gate(gateUp);
      torch.silu_out(up(result), gate);
      up(result).mul_(gradient);
      torch.silu_backward_out(gate(result), gradient.mul(up(gateUp)), gate);
      return scope.keep(result);
    }
  }

  private static Tensor gate(Tensor gateUp) {
    return gateUp.narrow(1, 0, gateUp.size(1) / 2);
  }

  private static Tensor up(Tensor gateUp) {
    return gateUp.narrow(1, gateUp.size(1) / 2, gateUp.size(1) / 2);
  }
}
