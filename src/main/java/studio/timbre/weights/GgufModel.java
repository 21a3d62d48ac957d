package studio.timbre.weights;

import java.nio.file.Path;
import java.util.List;
import studio.timbre.model.UserFacingException;

/** A Llama in a GGUF file. */
final class GgufModel implements BaseModel {

  private final Path path;
  private final GgufFile file;
  private final ModelConfig config;
  private final TensorSource tensors;
  private final GgufVocabulary vocabulary;

  private GgufModel(Path path, GgufFile file) throws UserFacingException {
    this.path = path;
    this.file = file;
    config = GgufLlama.config(file, path);
    tensors = new GgufTensors(file, config.headSize());
    LlamaLayout.check(path, config, tensors.tensors());
    vocabulary = GgufVocabulary.read(path, file.metadata());
  }

  static GgufModel open(Path path) throws UserFacingException {
    var file = GgufFile.open(path);
    try {
      return new GgufModel(path, file);
    } catch (UserFacingException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public String name() {
    return file.metadata()
        .string("general.name")
        .orElseGet(() -> String.valueOf(path.getFileName()));
  }

  @Override
  public ModelConfig config() {
    return config;
  }

  @Override
  public TensorSource tensors() {
    return tensors;
  }

  @Override
  public String tokenizerJson() {
    return vocabulary.tokenizerJson();
  }

  @Override
  public String chatTemplate() {
    return file.metadata().string("tokenizer.chat_template").orElse(CHATML);
  }

  @Override
  public String beginToken() {
    return vocabulary.beginToken();
  }

  @Override
  public String endToken() {
    return vocabulary.endToken();
  }

  @Override
  public List<String> endTokens() {
    return vocabulary.endTokens();
  }

  @Override
  public void close() {
    file.close();
  }
}
