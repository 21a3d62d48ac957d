package studio.timbre;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import studio.timbre.model.LibraryModel;

/**
 * Makes a Hugging Face folder with a Llama of two small layers and random weights, and a byte-level tokenizer with a few merges: a
 * model that is real in all but what it says, and trains in an instant.
 */
public final class TinyModel {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int HIDDEN = 32;
  private static final int LAYERS = 2;
  private static final int HEADS = 4;
  private static final int KEY_VALUE_HEADS = 2;
  private static final int HEAD = 8;
  private static final int INNER = 64;
  private static final int CONTEXT = 256;
  private static final List<String> MARKS = List.of("<|endoftext|>", "<|im_start|>", "<|im_end|>");
  private static final List<String> MERGES =
      List.of("t h", "th e", "i n", "a n", "Ġ a", "Ġ the", "o u", "e r");

  private TinyModel() {}

  /** Writes it into a new folder. */
  public static LibraryModel in(Path folder) {
    try {
      Files.createDirectories(folder);
      var words = words();
      Files.writeString(folder.resolve("config.json"), config(words.size()).toPrettyString());
      Files.writeString(folder.resolve("tokenizer.json"), tokenizer(words).toPrettyString());
      Files.writeString(
          folder.resolve("tokenizer_config.json"),
          JSON.createObjectNode()
              .put("bos_token", "<|im_start|>")
              .put("eos_token", "<|im_end|>")
              .toPrettyString());
      Files.write(folder.resolve("model.safetensors"), weights(words.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LibraryModel("tiny", "Tiny", folder, 30_000, 120_000, "safetensors");
  }

  private static ObjectNode config(int vocabulary) {
    var node = JSON.createObjectNode();
    node.putArray("architectures").add("LlamaForCausalLM");
    node.put("model_type", "llama");
    node.put("hidden_size", HIDDEN);
    node.put("num_hidden_layers", LAYERS);
    node.put("num_attention_heads", HEADS);
    node.put("num_key_value_heads", KEY_VALUE_HEADS);
    node.put("head_dim", HEAD);
    node.put("intermediate_size", INNER);
    node.put("vocab_size", vocabulary);
    node.put("max_position_embeddings", CONTEXT);
    node.put("rope_theta", 10000.0);
    node.put("rms_norm_eps", 1e-5);
    node.put("tie_word_embeddings", true);
    return node;
  }

  private static Map<String, Integer> words() {
    var words = new LinkedHashMap<String, Integer>();
    MARKS.forEach(mark -> words.put(mark, words.size()));
    for (int b = 0; b < 256; b++) {
      words.put(Character.toString(visible(b)), words.size());
    }
    MERGES.forEach(merge -> words.put(merge.replace(" ", ""), words.size()));
    return words;
  }

  /** The character that GPT-2's byte-level tokenizers write for a byte. */
  private static int visible(int b) {
    if (isPlain(b)) {
      return b;
    }
    int before = 0;
    for (int other = 0; other < b; other++) {
      before += isPlain(other) ? 0 : 1;
    }
    return 256 + before;
  }

  private static boolean isPlain(int b) {
    return (b >= '!' && b <= '~') || (b >= 0xa1 && b <= 0xac) || b >= 0xae;
  }

  private static ObjectNode tokenizer(Map<String, Integer> words) {
    var root = JSON.createObjectNode();
    root.put("version", "1.0");
    root.putNull("truncation").putNull("padding").putNull("normalizer");
    var added = root.putArray("added_tokens");
    for (String mark : MARKS) {
      added
          .addObject()
          .put("id", words.get(mark))
          .put("content", mark)
          .put("single_word", false)
          .put("lstrip", false)
          .put("rstrip", false)
          .put("normalized", false)
          .put("special", true);
    }
    root.set("pre_tokenizer", byteLevel());
    root.putNull("post_processor");
    root.set("decoder", byteLevel());
    var model = root.putObject("model");
    model.put("type", "BPE");
    model.putNull("dropout").putNull("unk_token");
    model.put("fuse_unk", false).put("byte_fallback", false);
    var vocabulary = model.putObject("vocab");
    words.forEach(vocabulary::put);
    var merges = model.putArray("merges");
    MERGES.forEach(merges::add);
    return root;
  }

  private static ObjectNode byteLevel() {
    return JSON.createObjectNode()
        .put("type", "ByteLevel")
        .put("add_prefix_space", false)
        .put("trim_offsets", true)
        .put("use_regex", true);
  }

  private static byte[] weights(int vocabulary) throws IOException {
    var shapes = new LinkedHashMap<String, int[]>();
    shapes.put("model.embed_tokens.weight", new int[] {vocabulary, HIDDEN});
    for (int layer = 0; layer < LAYERS; layer++) {
      String block = "model.layers." + layer + ".";
      shapes.put(block + "input_layernorm.weight", new int[] {HIDDEN});
      shapes.put(block + "self_attn.q_proj.weight", new int[] {HEADS * HEAD, HIDDEN});
      shapes.put(block + "self_attn.k_proj.weight", new int[] {KEY_VALUE_HEADS * HEAD, HIDDEN});
      shapes.put(block + "self_attn.v_proj.weight", new int[] {KEY_VALUE_HEADS * HEAD, HIDDEN});
      shapes.put(block + "self_attn.o_proj.weight", new int[] {HIDDEN, HEADS * HEAD});
      shapes.put(block + "post_attention_layernorm.weight", new int[] {HIDDEN});
      shapes.put(block + "mlp.gate_proj.weight", new int[] {INNER, HIDDEN});
      shapes.put(block + "mlp.up_proj.weight", new int[] {INNER, HIDDEN});
      shapes.put(block + "mlp.down_proj.weight", new int[] {HIDDEN, INNER});
    }
    shapes.put("model.norm.weight", new int[] {HIDDEN});
    return safetensors(shapes);
  }

  private static byte[] safetensors(Map<String, int[]> shapes) throws IOException {
    var header = JSON.createObjectNode();
    var data = new ByteArrayOutputStream();
    var random = new Random(7);
    for (var entry : shapes.entrySet()) {
      int elements = Arrays.stream(entry.getValue()).reduce(1, (a, b) -> a * b);
      var bytes = ByteBuffer.allocate(4 * elements).order(ByteOrder.LITTLE_ENDIAN);
      boolean norm = entry.getValue().length == 1;
      for (int i = 0; i < elements; i++) {
        bytes.putFloat(norm ? 1f : (float) (random.nextGaussian() * 0.1));
      }
      var tensor = header.putObject(entry.getKey()).put("dtype", "F32");
      Arrays.stream(entry.getValue()).forEach(tensor.withArray("shape")::add);
      tensor.putArray("data_offsets").add(data.size()).add(data.size() + bytes.capacity());
      data.write(bytes.array());
    }
    byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
    var file = new ByteArrayOutputStream();
    file.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).array());
    file.write(text);
    data.writeTo(file);
    return file.toByteArray();
  }
}
