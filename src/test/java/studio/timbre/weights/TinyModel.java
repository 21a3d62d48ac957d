package studio.timbre.weights;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A Llama of two layers and eight words, in both forms; its numbers mean nothing. */
public final class TinyModel {

  static final ModelConfig CONFIG =
      new ModelConfig("llama", 2, 8, 2, 1, 4, 16, 8, 64, 10_000, 1e-5, true);

  static final List<String> WORDS = List.of("<|end|>", "a", "b", "c", "ab", "abc", "d", "Ġ");

  private TinyModel() {}

  /** Writes config.json, tokenizer.json and the rest into a new folder. */
  public static Path huggingFace(Path folder) throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("config.json"), config());
    Files.writeString(
        folder.resolve("tokenizer_config.json"),
        "{\"eos_token\": {\"content\": \"<|end|>\"}, \"chat_template\": \"{{ messages[0].content }}\"}");
    Files.writeString(folder.resolve("generation_config.json"), "{\"eos_token_id\": [0, 6]}");
    try (var gguf = BaseModels.open(gguf(folder.resolve("for-the-tokenizer.gguf")))) {
      Files.writeString(folder.resolve("tokenizer.json"), gguf.tokenizerJson());
    }
    Files.delete(folder.resolve("for-the-tokenizer.gguf"));
    var writer = new SafetensorsWriter(Map.of("format", "pt"));
    var random = new Random(1);
    LlamaLayout.shapes(CONFIG).forEach((name, shape) -> writer.add(name, shape, any(random)));
    writer.write(folder.resolve("model.safetensors"));
    return folder;
  }

  static String config() {
    return """
        {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 8,
         "intermediate_size": 16, "num_hidden_layers": 2, "num_attention_heads": 2, "num_key_value_heads": 1,
         "vocab_size": 8, "max_position_embeddings": 64, "rms_norm_eps": 1e-05, "tie_word_embeddings": true}
        """;
  }

  private static SafetensorsWriter.Values any(Random random) {
    return target -> fill(target, random);
  }

  private static void fill(MemorySegment target, Random random) {
    for (long i = 0; i < target.byteSize() / Float.BYTES; i++) {
      target.setAtIndex(ValueLayout.JAVA_FLOAT, i, random.nextFloat() - 0.5f);
    }
  }

  /** Writes a GGUF file of 32-bit floats. */
  static Path gguf(Path file) throws IOException {
    return Files.write(file, gguf(metadata(), 14).bytes());
  }

  /** The metadata, 14 keys. */
  static GgufBytes metadata() {
    return new GgufBytes()
        .text("general.architecture", "llama")
        .text("general.name", "Tiny")
        .number("llama.block_count", 2)
        .number("llama.context_length", 64)
        .number("llama.embedding_length", 8)
        .number("llama.feed_forward_length", 16)
        .number("llama.attention.head_count", 2)
        .number("llama.attention.head_count_kv", 1)
        .real("llama.attention.layer_norm_rms_epsilon", 1e-5f)
        .text("tokenizer.ggml.model", "gpt2")
        .texts("tokenizer.ggml.tokens", WORDS)
        .numbers("tokenizer.ggml.token_type", List.of(3, 1, 1, 1, 1, 1, 1, 1))
        .texts("tokenizer.ggml.merges", List.of("a b", "ab c"))
        .number("tokenizer.ggml.eos_token_id", 0);
  }

  /** A whole file with this metadata in front of the tensors. */
  static GgufBytes gguf(GgufBytes metadata, int keys) {
    var names =
        List.of(
            "attn_norm",
            "attn_q",
            "attn_k",
            "attn_v",
            "attn_output",
            "ffn_norm",
            "ffn_gate",
            "ffn_up",
            "ffn_down");
    long[][] shapes = {{8}, {8, 8}, {8, 4}, {8, 4}, {8, 8}, {8}, {8, 16}, {8, 16}, {16, 8}};
    var bytes = GgufBytes.start(3, 2 + 2L * names.size(), keys).raw(metadata.bytes());
    long at = 0;
    bytes.tensor("token_embd.weight", 0, at, 8, 8);
    at += 256;
    for (int layer = 0; layer < 2; layer++) {
      for (int i = 0; i < names.size(); i++) {
        bytes.tensor("blk." + layer + "." + names.get(i) + ".weight", 0, at, shapes[i]);
        at += 4 * java.util.Arrays.stream(shapes[i]).reduce(1, (a, b) -> a * b);
      }
    }
    bytes.tensor("output_norm.weight", 0, at, 8);
    return bytes.align(32).zeros((int) at + 32);
  }
}
