package studio.timbre.weights;

import java.nio.file.Path;
import java.util.List;

/**
 * A model whose files are open, whichever form they have.
 *
 * @param tensors read from the files as long as they are open
 * @param files closes them
 */
record OpenModel(
    Path path,
    String name,
    ModelConfig config,
    TensorSource tensors,
    String tokenizerJson,
    String chatTemplate,
    String beginToken,
    String endToken,
    List<String> endTokens,
    Runnable files)
    implements BaseModel {

  @Override
  public void close() {
    files.run();
  }
}
