package studio.timbre.weights;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.timbre.model.UserFacingException;

/** What a Llama is called in a GGUF file: keys of the measures and names of the tensors. */
final class GgufLlama {

  private static final Pattern BLOCK = Pattern.compile("blk\\.(\\d{1,6})\\.([a-z_]+)\\.weight");

  private GgufLlama() {}

  static ModelConfig config(GgufFile file, Path path) throws UserFacingException {
    var metadata = file.metadata();
    String architecture =
        metadata
            .string("general.architecture")
            .orElseThrow(() -> ModelProblems.missingPart(path, "general.architecture"));
    if (!architecture.equals("llama")) {
      throw ModelProblems.architecture(path, architecture);
    }
    refuseUnknownParts(metadata, path);
    TensorInfo embedding = file.tensors().get("token_embd.weight");
    if (embedding == null || embedding.shape().length != 2) {
      throw ModelProblems.missingPart(path, "token_embd.weight");
    }
    int hidden = measure(metadata, path, "llama.embedding_length");
    int heads = measure(metadata, path, "llama.attention.head_count");
    int headSize =
        measure(metadata, path, "llama.attention.key_length", heads == 0 ? 0 : hidden / heads);
    if (measure(metadata, path, "llama.rope.dimension_count", headSize) != headSize) {
      throw ModelProblems.feature(path, "llama.rope.dimension_count");
    }
    return new ModelConfig(
        "llama",
        measure(metadata, path, "llama.block_count"),
        hidden,
        heads,
        measure(metadata, path, "llama.attention.head_count_kv", heads),
        headSize,
        measure(metadata, path, "llama.feed_forward_length"),
        Math.clamp(embedding.shape()[0], 1, Integer.MAX_VALUE),
        measure(metadata, path, "llama.context_length"),
        metadata.number("llama.rope.freq_base").orElse(10_000),
        // A 32-bit float in the file: 1e-5 is meant, not 9.999999747378752e-06.
        metadata.number("llama.attention.layer_norm_rms_epsilon").stream()
            .map(stored -> Double.parseDouble(Float.toString((float) stored)))
            .findFirst()
            .orElseThrow(
                () -> ModelProblems.missingPart(path, "llama.attention.layer_norm_rms_epsilon")),
        !file.tensors().containsKey("output.weight"));
  }

  private static void refuseUnknownParts(GgufMetadata metadata, Path path)
      throws UserFacingException {
    Optional<String> scaling = metadata.string("llama.rope.scaling.type");
    if (scaling.isPresent() && !scaling.get().equals("none")) {
      throw ModelProblems.feature(path, "rope_scaling: " + scaling.get());
    }
    if (metadata.integer("llama.expert_count").orElse(0) > 0) {
      throw ModelProblems.feature(path, "llama.expert_count");
    }
  }

  private static int measure(GgufMetadata metadata, Path path, String key)
      throws UserFacingException {
    return measure(path, key, metadata.integer(key));
  }

  private static int measure(GgufMetadata metadata, Path path, String key, int otherwise)
      throws UserFacingException {
    OptionalLong value = metadata.integer(key);
    return value.isPresent() ? measure(path, key, value) : otherwise;
  }

  private static int measure(Path path, String key, OptionalLong value) throws UserFacingException {
    if (value.isEmpty()) {
      throw ModelProblems.missingPart(path, key);
    }
    if (value.getAsLong() < 1 || value.getAsLong() > Integer.MAX_VALUE) {
      throw ModelProblems.wrongText(path, key + " = " + value.getAsLong());
    }
    return (int) value.getAsLong();
  }

  /** The Hugging Face name of a tensor; names of no Llama stay as they are. */
  static String huggingFaceName(String name) {
    Matcher block = BLOCK.matcher(name);
    if (block.matches()) {
      return "model.layers." + block.group(1) + "." + blockPart(block.group(2)) + ".weight";
    }
    return switch (name) {
      case "token_embd.weight" -> LlamaLayout.EMBEDDING;
      case "output_norm.weight" -> LlamaLayout.NORM;
      case "output.weight" -> LlamaLayout.HEAD;
      default -> name;
    };
  }

  private static String blockPart(String part) {
    return switch (part) {
      case "attn_norm" -> "input_layernorm";
      case "attn_q" -> "self_attn.q_proj";
      case "attn_k" -> "self_attn.k_proj";
      case "attn_v" -> "self_attn.v_proj";
      case "attn_output" -> "self_attn.o_proj";
      case "ffn_norm" -> "post_attention_layernorm";
      case "ffn_gate" -> "mlp.gate_proj";
      case "ffn_up" -> "mlp.up_proj";
      case "ffn_down" -> "mlp.down_proj";
      default -> part;
    };
  }

  /**
   * Where a row of q_proj or k_proj belongs. llama.cpp keeps the rows of a head so that rotary pairs lie beside each other (2r,
   * 2r + 1); Hugging Face has them half a head apart (r, r + headSize / 2).
   */
  static long huggingFaceRow(long row, int headSize) {
    long inHead = row % headSize;
    return row - inHead + inHead % 2 * (headSize / 2) + inHead / 2;
  }
}
