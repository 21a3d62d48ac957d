package studio.timbre.weights;

import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tensors of a GGUF Llama under the names and in the layout of Hugging Face. */
final class GgufTensors implements TensorSource {

  private final GgufFile file;
  private final int headSize;
  private final Map<String, String> ggufNames = new HashMap<>();
  private final Map<String, TensorInfo> tensors = new LinkedHashMap<>();

  GgufTensors(GgufFile file, int headSize) {
    this.file = file;
    this.headSize = headSize;
    file.tensors()
        .forEach(
            (ggufName, info) -> {
              String name = GgufLlama.huggingFaceName(ggufName);
              ggufNames.put(name, ggufName);
              tensors.put(name, new TensorInfo(name, info.type(), info.shape()));
            });
  }

  @Override
  public Map<String, TensorInfo> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  @Override
  public void read(String name, MemorySegment target) {
    String ggufName = ggufNames.get(name);
    if (ggufName == null) {
      throw new IllegalArgumentException("no tensor " + name);
    }
    boolean rotary =
        name.endsWith(".self_attn.q_proj.weight") || name.endsWith(".self_attn.k_proj.weight");
    file.read(
        ggufName, target, rotary ? row -> GgufLlama.huggingFaceRow(row, headSize) : row -> row);
  }
}
