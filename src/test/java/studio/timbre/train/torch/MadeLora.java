package studio.timbre.train.torch;

import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import studio.timbre.model.Projection;

/** LoRA matrices by the formula of src/test/reference/lora.py, so that Python and Java have the same without a file. */
final class MadeLora {
  private MadeLora() {}

  /**
   * @param zeroB as at the beginning of a training; otherwise B is small and random
   */
  static void fill(Lora lora, boolean zeroB) {
    for (int layer = 0; layer < lora.layers(); layer++) {
      for (var group : lora.layer(layer)) {
        for (var pair : group.pairs()) {
          int seed = 1000 * layer + 10 * number(pair.projection());
          fill(pair.a(), seed, 1 / Math.sqrt(pair.a().size(1)));
          fill(pair.b(), seed + 1, zeroB ? 0 : 0.01);
        }
      }
    }
  }

  /** The place in the order of the Python side. */
  private static int number(Projection projection) {
    return switch (projection) {
      case QUERY -> 0;
      case KEY -> 1;
      case VALUE -> 2;
      case OUTPUT -> 3;
      case GATE -> 4;
      case UP -> 5;
      case DOWN -> 6;
    };
  }

  private static void fill(Tensor matrix, long seed, double scale) {
    var random = new SplittableRandom(seed);
    var memory = Tensors.memory(matrix);
    for (long i = 0; i < matrix.numel(); i++) {
      double u = (random.nextLong() >>> 11) * 0x1p-53;
      memory.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) ((2 * u - 1) * scale));
    }
  }
}
