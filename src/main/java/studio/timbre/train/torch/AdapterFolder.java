package studio.timbre.train.torch;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import studio.timbre.model.UserFacingException;
import studio.timbre.train.AdapterConfig;
import studio.timbre.train.AdapterProblems;
import studio.timbre.weights.BaseModel;
import studio.timbre.weights.SafetensorsFile;
import studio.timbre.weights.SafetensorsWriter;

/** LoRA matrices in the form that the Python library peft reads and writes. */
final class AdapterFolder {
  private static final String WEIGHTS = "adapter_model.safetensors";

  private interface Visitor<E extends Exception> {
    void matrix(String name, Tensor matrix) throws E;
  }

  private AdapterFolder() {}

  static void write(Lora lora, BaseModel base, Path folder) throws IOException {
    var writer = new SafetensorsWriter(Map.of("format", "pt"));
    forEach(
        lora,
        (name, matrix) ->
            writer.add(
                name,
                new long[] {matrix.size(0), matrix.size(1)},
                target -> MemorySegment.copy(Tensors.memory(matrix), 0, target, 0, bytes(matrix))));
    writer.write(folder.resolve(WEIGHTS));
    new AdapterConfig(lora.spec(), base.path().getFileName().toString()).write(folder);
  }

  /** The matrices of an adapter that was made for this base model. */
  static Lora read(BaseModel base, Path folder) throws IOException, UserFacingException {
    var lora = new Lora(base.config(), AdapterConfig.read(folder).lora());
    try {
      readInto(lora, base, folder);
      return lora;
    } catch (IOException | UserFacingException | RuntimeException e) {
      lora.close();
      throw e;
    }
  }

  /**
   * Fills the matrices from a folder that must hold exactly these.
   *
   * @throws UserFacingException if it holds others, or of other shapes
   */
  static void readInto(Lora lora, BaseModel base, Path folder)
      throws IOException, UserFacingException {
    var config = AdapterConfig.read(folder);
    if (!config.lora().equals(lora.spec())) {
      throw AdapterProblems.otherBase(folder, base.name(), "adapter_config.json");
    }
    try (var file = SafetensorsFile.open(folder.resolve(WEIGHTS))) {
      var left = new HashSet<>(file.tensors().keySet());
      forEach(
          lora,
          (name, matrix) -> {
            var found = file.tensors().get(name);
            if (found == null
                || !Arrays.equals(found.shape(), new long[] {matrix.size(0), matrix.size(1)})) {
              throw AdapterProblems.otherBase(folder, base.name(), name);
            }
            file.read(name, Tensors.memory(matrix));
            left.remove(name);
          });
      if (!left.isEmpty()) {
        throw AdapterProblems.otherBase(folder, base.name(), left.iterator().next());
      }
    }
  }

  private static <E extends Exception> void forEach(Lora lora, Visitor<E> visitor) throws E {
    for (int layer = 0; layer < lora.layers(); layer++) {
      for (var group : lora.layer(layer)) {
        for (var pair : group.pairs()) {
          String name =
              "base_model.model.model.layers." + layer + "." + pair.projection().path() + ".lora_";
          visitor.matrix(name + "A.weight", pair.a());
          visitor.matrix(name + "B.weight", pair.b());
        }
      }
    }
  }

  private static long bytes(Tensor matrix) {
    return matrix.numel() * Float.BYTES;
  }
}
