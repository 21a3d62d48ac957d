package studio.timbre.weights;

import java.nio.file.Files;
import java.nio.file.Path;
import studio.timbre.model.UserFacingException;

/** Opens base models of every form that Timbre knows. */
public final class BaseModels {

  private BaseModels() {}

  /**
   * Opens a GGUF file or a Hugging Face folder; tensors stay on disk until they are read.
   *
   * @throws UserFacingException if it is no model, damaged, incomplete, or of a kind that Timbre cannot tune
   */
  public static BaseModel open(Path path) throws UserFacingException {
    if (!Files.exists(path)) {
      throw ModelProblems.notFound(path);
    }
    return Files.isDirectory(path) ? HuggingFaceModel.open(path) : GgufModel.open(path);
  }
}
