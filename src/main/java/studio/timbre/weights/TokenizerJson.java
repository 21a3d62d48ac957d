package studio.timbre.weights;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import studio.timbre.model.UserFacingException;
import studio.timbre.weights.GgufVocabulary.WordKind;

/** Writes the text of a Hugging Face tokenizer.json, version 1.0, for the words of a GGUF file. */
final class TokenizerJson {

  private final List<String> words;
  private final List<WordKind> kinds;

  TokenizerJson(List<String> words, List<WordKind> kinds) {
    this.words = words;
    this.kinds = kinds;
  }

  /** Byte pairs as GPT-2 has them: bytes as letters, no word for the unknown. */
  String byteLevel(Path path, List<String> merges, PreTokenizer cut) throws UserFacingException {
    var root = root();
    if (cut.composes()) {
      root.set("normalizer", PreTokenizer.object("NFC"));
    }
    root.set("pre_tokenizer", cut.json());
    root.set("decoder", PreTokenizer.byteLevel(true));
    var model = model(root, path);
    model.putNull("unk_token");
    model.put("fuse_unk", false);
    model.put("byte_fallback", false);
    model.put("ignore_merges", cut.ignoresMerges());
    var pairs = model.putArray("merges");
    for (String merge : merges) {
      // A word can begin with the blank only in old vocabularies; then the second blank divides.
      int blank = merge.indexOf(' ', 1);
      if (blank < 0 || blank == merge.length() - 1) {
        throw ModelProblems.wrongText(path, "tokenizer.ggml.merges: \"" + merge + "\"");
      }
      pairs.addArray().add(merge.substring(0, blank)).add(merge.substring(blank + 1));
    }
    return root.toString();
  }

  private ObjectNode root() {
    var root = JsonNodeFactory.instance.objectNode();
    root.put("version", "1.0");
    root.putNull("truncation");
    root.putNull("padding");
    var added = root.putArray("added_tokens");
    for (int id = 0; id < words.size(); id++) {
      if (kinds.get(id) == WordKind.CONTROL || kinds.get(id) == WordKind.USER_DEFINED) {
        added
            .addObject()
            .put("id", id)
            .put("content", words.get(id))
            .put("single_word", false)
            .put("lstrip", false)
            .put("rstrip", false)
            .put("normalized", false)
            .put("special", kinds.get(id) == WordKind.CONTROL);
      }
    }
    root.putNull("normalizer");
    root.putNull("pre_tokenizer");
    root.putNull("post_processor");
    root.putNull("decoder");
    return root;
  }

  private ObjectNode model(ObjectNode root, Path path) throws UserFacingException {
    var model = root.putObject("model");
    model.put("type", "BPE");
    model.putNull("dropout");
    model.putNull("continuing_subword_prefix");
    model.putNull("end_of_word_suffix");
    var vocabulary = model.putObject("vocab");
    for (int id = 0; id < words.size(); id++) {
      if (vocabulary.has(words.get(id))) {
        throw ModelProblems.wrongText(
            path, "tokenizer.ggml.tokens: \"" + words.get(id) + "\" stands there twice");
      }
      vocabulary.put(words.get(id), id);
    }
    return model;
  }
}
