package studio.timbre.weights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import studio.timbre.model.UserFacingException;

/** The words of a GGUF file and how text is cut into them. */
final class GgufVocabulary {

  /** Marks with which models of different families end a turn; a file names only one of them as its end. */
  private static final Set<String> TURN_ENDS =
      Set.of(
          "<|im_end|>",
          "<|eot_id|>",
          "<|eom_id|>",
          "<|end|>",
          "<end_of_turn>",
          "<|end_of_text|>",
          "<|endoftext|>",
          "</s>");

  /** What a word is; the codes are those of ggml. */
  enum WordKind {
    UNDEFINED,
    NORMAL,
    UNKNOWN,
    CONTROL,
    USER_DEFINED,
    UNUSED,
    BYTE
  }

  private final GgufMetadata metadata;
  private final List<String> words;
  private final List<WordKind> kinds;
  private final String tokenizerJson;

  private GgufVocabulary(
      GgufMetadata metadata, List<String> words, List<WordKind> kinds, String tokenizerJson) {
    this.metadata = metadata;
    this.words = words;
    this.kinds = kinds;
    this.tokenizerJson = tokenizerJson;
  }

  static GgufVocabulary read(Path path, GgufMetadata metadata) throws UserFacingException {
    String model = required(path, metadata, "tokenizer.ggml.model");
    List<String> words =
        metadata
            .strings("tokenizer.ggml.tokens")
            .orElseThrow(() -> ModelProblems.missingPart(path, "tokenizer.ggml.tokens"));
    List<WordKind> kinds = kinds(path, metadata, words.size());
    var json = new TokenizerJson(words, kinds);
    switch (model) {
      case "gpt2" -> {
        List<String> merges =
            metadata
                .strings("tokenizer.ggml.merges")
                .orElseThrow(() -> ModelProblems.missingPart(path, "tokenizer.ggml.merges"));
        String rule = metadata.string("tokenizer.ggml.pre").orElse("default");
        var cut =
            PreTokenizer.named(rule)
                .orElseThrow(() -> ModelProblems.vocabulary(path, model + ", " + rule));
        return new GgufVocabulary(metadata, words, kinds, json.byteLevel(path, merges, cut));
      }
      default -> throw ModelProblems.vocabulary(path, model);
    }
  }

  private static List<WordKind> kinds(Path path, GgufMetadata metadata, int count)
      throws UserFacingException {
    List<Long> codes =
        metadata
            .integers("tokenizer.ggml.token_type")
            .orElse(Collections.nCopies(count, (long) WordKind.NORMAL.ordinal()));
    if (codes.size() != count) {
      throw ModelProblems.wrongText(
          path, "tokenizer.ggml.token_type: " + codes.size() + " for " + count + " tokens");
    }
    var kinds = new ArrayList<WordKind>(count);
    for (long code : codes) {
      if (code < 0 || code >= WordKind.values().length) {
        throw ModelProblems.wrongText(path, "tokenizer.ggml.token_type " + code);
      }
      kinds.add(WordKind.values()[(int) code]);
    }
    return kinds;
  }

  private static String required(Path path, GgufMetadata metadata, String key)
      throws UserFacingException {
    return metadata.string(key).orElseThrow(() -> ModelProblems.missingPart(path, key));
  }

  String tokenizerJson() {
    return tokenizerJson;
  }

  String beginToken() {
    return word("tokenizer.ggml.bos_token_id");
  }

  String endToken() {
    return word("tokenizer.ggml.eos_token_id");
  }

  List<String> endTokens() {
    var ends = new LinkedHashSet<String>();
    ends.add(endToken());
    ends.add(word("tokenizer.ggml.eot_token_id"));
    ends.add(word("tokenizer.ggml.eom_token_id"));
    for (int id = 0; id < words.size(); id++) {
      if (kinds.get(id) == WordKind.CONTROL && TURN_ENDS.contains(words.get(id))) {
        ends.add(words.get(id));
      }
    }
    ends.remove("");
    return List.copyOf(ends);
  }

  private String word(String key) {
    OptionalLong id = metadata.integer(key);
    return id.isPresent() && id.getAsLong() >= 0 && id.getAsLong() < words.size()
        ? words.get((int) id.getAsLong())
        : "";
  }
}
