package studio.timbre.weights;

import java.nio.file.Path;
import studio.timbre.model.UserFacingException;

/** Opens a Llama in a Hugging Face folder. */
final class HuggingFaceModel {

  private HuggingFaceModel() {}

  static BaseModel open(Path folder) throws UserFacingException {
    var config = HuggingFaceConfig.read(folder);
    var tokens = HuggingFaceTokens.read(folder);
    var tensors = HuggingFaceTensors.open(folder);
    try {
      LlamaLayout.check(folder, config, tensors.tensors());
    } catch (UserFacingException | RuntimeException e) {
      tensors.close();
      throw e;
    }
    return new OpenModel(
        folder,
        String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
        config,
        tensors,
        tokens.tokenizerJson(),
        tokens.chatTemplate().orElse(BaseModel.CHATML),
        tokens.beginToken(),
        tokens.endToken(),
        tokens.endTokens(),
        tensors::close);
  }
}
