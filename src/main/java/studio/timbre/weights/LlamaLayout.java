package studio.timbre.weights;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import studio.timbre.model.UserFacingException;

/** The tensors that a Llama of given measures consists of, by their Hugging Face names. */
final class LlamaLayout {

  static final String EMBEDDING = "model.embed_tokens.weight";
  static final String NORM = "model.norm.weight";
  static final String HEAD = "lm_head.weight";

  private LlamaLayout() {}

  /** Name and shape [out, in] of each tensor; without the head where it is the embedding. */
  static Map<String, long[]> shapes(ModelConfig config) {
    long hidden = config.hiddenSize();
    long inner = config.feedForwardSize();
    long queries = (long) config.heads() * config.headSize();
    long keys = (long) config.keyValueHeads() * config.headSize();
    var shapes = new LinkedHashMap<String, long[]>();
    shapes.put(EMBEDDING, new long[] {config.vocabularySize(), hidden});
    for (int layer = 0; layer < config.layers(); layer++) {
      String block = "model.layers." + layer + ".";
      shapes.put(block + "input_layernorm.weight", new long[] {hidden});
      shapes.put(block + "self_attn.q_proj.weight", new long[] {queries, hidden});
      shapes.put(block + "self_attn.k_proj.weight", new long[] {keys, hidden});
      shapes.put(block + "self_attn.v_proj.weight", new long[] {keys, hidden});
      shapes.put(block + "self_attn.o_proj.weight", new long[] {hidden, queries});
      shapes.put(block + "post_attention_layernorm.weight", new long[] {hidden});
      shapes.put(block + "mlp.gate_proj.weight", new long[] {inner, hidden});
      shapes.put(block + "mlp.up_proj.weight", new long[] {inner, hidden});
      shapes.put(block + "mlp.down_proj.weight", new long[] {hidden, inner});
    }
    shapes.put(NORM, new long[] {hidden});
    if (!config.tiedEmbeddings()) {
      shapes.put(HEAD, new long[] {config.vocabularySize(), hidden});
    }
    return shapes;
  }

  /** Refuses a model whose tensors are not those, and measures that no Llama has. */
  static void check(Path path, ModelConfig config, Map<String, TensorInfo> tensors)
      throws UserFacingException {
    checkMeasures(path, config);
    if (config.layers() > tensors.size()) {
      throw ModelProblems.missingPart(
          path, "model.layers." + (config.layers() - 1) + ".input_layernorm.weight");
    }
    var shapes = shapes(config);
    for (var wanted : shapes.entrySet()) {
      TensorInfo found = tensors.get(wanted.getKey());
      if (found == null) {
        throw ModelProblems.missingPart(path, wanted.getKey());
      }
      if (!Arrays.equals(found.shape(), wanted.getValue())) {
        throw ModelProblems.tensorShape(
            path,
            wanted.getKey(),
            Arrays.toString(found.shape()),
            Arrays.toString(wanted.getValue()));
      }
    }
    Set<String> unknown = new TreeSet<>(tensors.keySet());
    unknown.removeAll(shapes.keySet());
    // Old files keep the rotary frequencies, and tied ones sometimes the embedding a second time:
    // both follow from the rest.
    unknown.removeIf(name -> name.endsWith(".rotary_emb.inv_freq") || name.equals(HEAD));
    if (!unknown.isEmpty()) {
      throw ModelProblems.feature(path, unknown.iterator().next());
    }
  }

  private static void checkMeasures(Path path, ModelConfig config) throws UserFacingException {
    boolean sound =
        config.layers() > 0
            && config.hiddenSize() > 0
            && config.heads() > 0
            && config.keyValueHeads() > 0
            && config.heads() % config.keyValueHeads() == 0
            && config.headSize() > 0
            && config.headSize() % 2 == 0
            && config.feedForwardSize() > 0
            && config.vocabularySize() > 0
            && config.contextLength() > 0
            && config.ropeTheta() > 0
            && config.rmsNormEpsilon() > 0;
    if (!sound) {
      throw ModelProblems.wrongText(path, config.toString());
    }
  }
}
