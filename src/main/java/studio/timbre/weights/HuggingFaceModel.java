package studio.timbre.weights;

import java.nio.file.Path;
import java.util.List;
import studio.timbre.model.UserFacingException;

/** A Llama in a Hugging Face folder. */
final class HuggingFaceModel implements BaseModel {

  private final Path path;
  private final ModelConfig config;
  private final HuggingFaceTokens tokens;
  private final HuggingFaceTensors tensors;

  private HuggingFaceModel(
      Path path, ModelConfig config, HuggingFaceTokens tokens, HuggingFaceTensors tensors) {
    this.path = path;
    this.config = config;
    this.tokens = tokens;
    this.tensors = tensors;
  }

  static HuggingFaceModel open(Path folder) throws UserFacingException {
    var config = HuggingFaceConfig.read(folder);
    var tokens = HuggingFaceTokens.read(folder);
    var tensors = HuggingFaceTensors.open(folder);
    try {
      LlamaLayout.check(folder, config, tensors.tensors());
    } catch (UserFacingException | RuntimeException e) {
      tensors.close();
      throw e;
    }
    return new HuggingFaceModel(folder, config, tokens, tensors);
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public String name() {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
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
    return tokens.tokenizerJson();
  }

  @Override
  public String chatTemplate() {
    return tokens.chatTemplate().orElse(CHATML);
  }

  @Override
  public String beginToken() {
    return tokens.beginToken();
  }

  @Override
  public String endToken() {
    return tokens.endToken();
  }

  @Override
  public List<String> endTokens() {
    return tokens.endTokens();
  }

  @Override
  public void close() {
    tensors.close();
  }
}
