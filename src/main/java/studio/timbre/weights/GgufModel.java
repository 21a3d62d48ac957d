package studio.timbre.weights;

import java.nio.file.Path;
import studio.timbre.model.UserFacingException;

/** Opens a Llama in a GGUF file. */
final class GgufModel {

  private GgufModel() {}

  static BaseModel open(Path path) throws UserFacingException {
    var file = GgufFile.open(path);
    try {
      return read(path, file);
    } catch (UserFacingException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static BaseModel read(Path path, GgufFile file) throws UserFacingException {
    var metadata = file.metadata();
    var config = GgufLlama.config(file, path);
    var tensors = new GgufTensors(file, config.headSize());
    LlamaLayout.check(path, config, tensors.tensors());
    var vocabulary = GgufVocabulary.read(path, metadata);
    return new OpenModel(
        path,
        metadata.string("general.name").orElseGet(() -> String.valueOf(path.getFileName())),
        config,
        tensors,
        vocabulary.tokenizerJson(),
        metadata.string("tokenizer.chat_template").orElse(BaseModel.CHATML),
        vocabulary.beginToken(),
        vocabulary.endToken(),
        vocabulary.endTokens(),
        file::close);
  }
}
