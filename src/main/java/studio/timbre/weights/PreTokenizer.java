package studio.timbre.weights;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * How text is cut before byte pairs are merged. A GGUF file names the rule only; the rule itself stands in the tokenizer.json of
 * the families.
 */
enum PreTokenizer {
  GPT_2(false),
  /** Each digit by itself, then as GPT-2. */
  SMOLLM(false),
  LLAMA_3(true),
  QWEN_2(false);

  private static final String LLAMA_3_CUT = words("\\p{N}{1,3}");
  private static final String QWEN_2_CUT = words("\\p{N}");

  private final boolean ignoresMerges;

  PreTokenizer(boolean ignoresMerges) {
    this.ignoresMerges = ignoresMerges;
  }

  private static String words(String numbers) {
    return "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|"
        + numbers
        + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
  }

  /** By the name in {@code tokenizer.ggml.pre}. */
  static Optional<PreTokenizer> named(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "default", "gpt-2" -> GPT_2;
          case "smollm", "starcoder", "refact" -> SMOLLM;
          case "llama-bpe", "llama-v3", "llama3" -> LLAMA_3;
          case "qwen2" -> QWEN_2;
          default -> null;
        });
  }

  /** True where a whole piece that is a word is taken as it is, whatever the merges say. */
  boolean ignoresMerges() {
    return ignoresMerges;
  }

  /** True where text is brought to Unicode's composed form (NFC) at first. */
  boolean composes() {
    return this == QWEN_2;
  }

  /** The {@code pre_tokenizer} of tokenizer.json. */
  ObjectNode json() {
    return switch (this) {
      case GPT_2 -> byteLevel(true);
      case SMOLLM -> sequence(object("Digits").put("individual_digits", true), byteLevel(true));
      case LLAMA_3 -> sequence(split(LLAMA_3_CUT), byteLevel(false));
      case QWEN_2 -> sequence(split(QWEN_2_CUT), byteLevel(false));
    };
  }

  static ObjectNode byteLevel(boolean gpt2Cut) {
    return object("ByteLevel")
        .put("add_prefix_space", false)
        .put("trim_offsets", false)
        .put("use_regex", gpt2Cut);
  }

  private static ObjectNode split(String expression) {
    var split = object("Split");
    split.putObject("pattern").put("Regex", expression);
    return split.put("behavior", "Isolated").put("invert", false);
  }

  private static ObjectNode sequence(ObjectNode first, ObjectNode second) {
    var sequence = object("Sequence");
    sequence.putArray("pretokenizers").add(first).add(second);
    return sequence;
  }

  static ObjectNode object(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }
}
