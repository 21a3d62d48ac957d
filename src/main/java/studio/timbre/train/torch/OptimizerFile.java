package studio.timbre.train.torch;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import studio.timbre.model.UserFacingException;
import studio.timbre.train.AdapterProblems;
import studio.timbre.weights.SafetensorsFile;
import studio.timbre.weights.SafetensorsWriter;

/** The state of {@link AdamW} beside an adapter: {@code optimizer.safetensors}. */
final class OptimizerFile {
  private static final String FILE = "optimizer.safetensors";
  private static final String MEAN = "exp_avg";
  private static final String VARIANCE = "exp_avg_sq";
  private static final String STEPS = "steps";

  private OptimizerFile() {}

  static void write(AdamW optimizer, Path folder) throws IOException {
    new SafetensorsWriter(Map.of(STEPS, Long.toString(optimizer.steps())))
        .add(MEAN, shape(optimizer.mean()), target -> copy(optimizer.mean(), target))
        .add(VARIANCE, shape(optimizer.variance()), target -> copy(optimizer.variance(), target))
        .write(folder.resolve(FILE));
  }

  static void read(AdamW optimizer, Path folder) throws UserFacingException {
    try (var file = SafetensorsFile.open(folder.resolve(FILE))) {
      for (String name : new String[] {MEAN, VARIANCE}) {
        var info = file.tensors().get(name);
        if (info == null || info.elements() != optimizer.mean().numel()) {
          throw new IllegalArgumentException("no fitting tensor " + name);
        }
      }
      file.read(MEAN, Tensors.memory(optimizer.mean()));
      file.read(VARIANCE, Tensors.memory(optimizer.variance()));
      optimizer.goOnAfter(Long.parseLong(file.metadata().getOrDefault(STEPS, "")));
    } catch (IllegalArgumentException e) {
      throw AdapterProblems.damaged(folder, e);
    }
  }

  private static long[] shape(Tensor row) {
    return new long[] {row.numel()};
  }

  private static void copy(Tensor row, MemorySegment target) {
    MemorySegment.copy(Tensors.memory(row), 0, target, 0, row.numel() * Float.BYTES);
  }
}
